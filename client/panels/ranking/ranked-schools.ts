import type { Language } from '../../../domain/language.ts';
import type { FairComparison } from '../../api/fair-comparison.ts';
import type { Figure } from '../../api/figures.ts';
import { keyName, keyParameter } from '../../frame/named.ts';

/** A school with what is known of its rank. */
export interface RankedSchool {
  /** As it stands in the address. */
  readonly id: string;
  readonly name: string;
  readonly n: number;
  readonly x: number;
  readonly rate: number;
  /** The rate as it was counted, with the interval of these people alone. */
  readonly observed: Figure;
  /** Its estimated true rate, with a 95 % interval. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Probability to be among the best third. */
  readonly bestThird: number;
  readonly best: number;
  readonly worst: number;
  readonly isHighlighted: boolean;
}

/** The ranked schools, best first; none where there is no ranking. */
export function rankedSchools(
  { rows, better }: FairComparison,
  highlighted: ReadonlySet<string>,
  language: Language,
): RankedSchool[] {
  const sign = better === 'lower' ? -1 : 1;
  return rows
    .flatMap((row) => {
      const { key, x, posterior, rank, p: _, differs: __, ...figure } = row;
      const { value, n } = figure;
      if (posterior === null || rank === null || value === null || x === null) return [];
      const school = key['school'] ?? null;
      const id = keyParameter(school);
      const name = keyName('school', school, language);
      const isHighlighted = highlighted.has(id);
      const observed = { ...figure, of: x };
      return [{ id, name, n, x, rate: value, observed, ...posterior, ...rank, isHighlighted }];
    })
    .toSorted((a, b) => sign * (b.mean - a.mean) || Number(a.id) - Number(b.id));
}

/** Schools that follow one another and of which no order is sure, with the ranks that they share. */
export interface TieGroup {
  readonly from: number;
  readonly to: number;
  readonly schools: readonly RankedSchool[];
}

/** Splits the ranking where everybody before is surely better than everybody after. */
export function tieGroups(schools: readonly RankedSchool[]): TieGroup[] {
  const groups: TieGroup[] = [];
  let start = 0;
  for (let end = 1; end <= schools.length; end += 1) {
    const isBorder =
      schools.slice(start, end).every(({ worst }) => worst <= end) &&
      schools.slice(end).every(({ best }) => best > end);
    if (!isBorder) continue;
    groups.push({ from: start + 1, to: end, schools: schools.slice(start, end) });
    start = end;
  }
  return groups;
}

/** The ends of the common scale of all intervals, rounded outward to 5 %. */
export function rangeScale(schools: readonly RankedSchool[]): { low: number; high: number } {
  const low = Math.min(...schools.map((school) => school.low));
  const high = Math.max(...schools.map((school) => school.high));
  return { low: Math.floor(low * 20) / 20, high: Math.ceil(high * 20) / 20 };
}
