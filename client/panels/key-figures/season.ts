import { dayFromIso, isoFromDay, yearsBefore } from '../../../domain/dates.ts';
import type { Filters } from '../../../domain/filters.ts';
import type { Figure } from '../../api/figures.ts';

/** The latest season among the selected graduation years; without such a filter, the latest of all. */
export function seasonOf(filters: Filters, latest: number | null): number | null {
  const ranges = (filters.year ?? []).filter((range) => range !== null);
  if (latest === null || ranges.length === 0) return latest;
  return Math.min(latest, Math.max(...ranges.map(({ to }) => to)));
}

/** The same calendar day one year earlier, `YYYY-MM-DD`. */
export function sameDayLastYear(asOf: string): string {
  const day = dayFromIso(asOf);
  return day === null ? asOf : isoFromDay(yearsBefore(day, 1));
}

/** How a season stands against the one before it on the same day: a difference, or why there is none. */
export type SeasonChange =
  | {
      readonly kind: 'change';
      readonly value: number;
      readonly difference: number;
      /** People the figure speaks of, in this season and in the one before. */
      readonly n: number;
      readonly nBefore: number;
    }
  | { readonly kind: 'no_comparison'; readonly value: number; readonly n: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'missing' };

/** Compares a season's figure with that of the season before on the same day. */
export function seasonChange(now: Figure | undefined, before: Figure | undefined): SeasonChange {
  if (now === undefined) return { kind: 'missing' };
  if (now.value === null) return { kind: now.status === 'open' ? 'open' : 'missing' };
  if (before === undefined || before.value === null)
    return { kind: 'no_comparison', value: now.value, n: now.n };
  const { value, n } = now;
  return { kind: 'change', value, difference: value - before.value, n, nBefore: before.n };
}
