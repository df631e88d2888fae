import { SMALL_N } from '../../../domain/metrics/value.ts';
import { shownValue, type DemandRow } from './demand-rows.ts';

/** How the plan of the latest whole class was met, and what is planned for the class after the running one. */
export interface PlanMet {
  readonly year: number;
  readonly planned: number;
  readonly filled: number;
  readonly gap: number;
  readonly next: { readonly year: number; readonly planned: number } | null;
}

/**
 * The plan of the latest class that is over.
 * @param rows classes, the earliest first.
 * @param coming the first class that has not begun to be hired.
 * @returns null where its plan has fewer than 10 places or is not known.
 */
export function planMet(
  rows: readonly DemandRow[],
  lastWhole: number,
  coming: number,
): PlanMet | null {
  const latest = rows.findLast(
    (row) => Number(row.id) <= lastWhole && shownValue(row, 'gap') !== null,
  );
  if (latest === undefined) return null;
  const gap = shownValue(latest, 'gap') ?? 0;
  const planned = latest.figures['gap']?.n ?? 0;
  if (planned < SMALL_N) return null;
  const after = rows.find((row) => Number(row.id) === coming);
  const places = after === undefined ? null : shownValue(after, 'planned');
  return {
    year: Number(latest.id),
    planned,
    filled: planned - gap,
    gap,
    next: places === null ? null : { year: coming, planned: places },
  };
}

/** The major whose plan is missed by most places, among plans of 10 or more. */
export interface LargestGap {
  readonly major: string;
  readonly gap: number;
  readonly planned: number;
}

/** Null where no major's plan of 10 or more is missed, or where two are missed alike. */
export function largestGap(rows: readonly DemandRow[]): LargestGap | null {
  const missed = rows
    .flatMap((row) => {
      const gap = shownValue(row, 'gap');
      const planned = row.figures['gap']?.n ?? 0;
      return gap === null || gap <= 0 || planned < SMALL_N
        ? []
        : [{ major: row.label, gap, planned }];
    })
    .toSorted((a, b) => b.gap - a.gap);
  const [first, second] = missed;
  return first === undefined || first.gap === second?.gap ? null : first;
}

/** The major with the fewest graduates for each planned place. */
export interface Scarcest {
  readonly major: string;
  readonly ratio: number;
  readonly planned: number;
}

/** Among plans of 10 or more; null where there are not two to compare. */
export function scarcest(rows: readonly DemandRow[]): Scarcest | null {
  const known = rows
    .flatMap((row) => {
      const ratio = shownValue(row, 'supply_ratio');
      const planned = row.figures['supply_ratio']?.n ?? 0;
      return ratio === null || planned < SMALL_N ? [] : [{ major: row.label, ratio, planned }];
    })
    .toSorted((a, b) => a.ratio - b.ratio);
  return known.length < 2 ? null : (known[0] ?? null);
}
