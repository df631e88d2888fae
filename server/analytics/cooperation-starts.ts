import { yearOfDay, type Day } from '../../domain/dates.ts';
import type { CooperationKind } from '../../domain/records/enumerations.ts';
import type { CooperationRow } from '../store/ports.ts';

/** When a kind of cooperation began at a school; `unknown` where it is not on record. */
export type CooperationStart = Day | 'unknown';

const NOT_BEGUN = new Set(['planned', 'cancelled']);

/** Whether something has begun by a day, or began on a day that nobody recorded. */
export function hasBegun({ startsOn, status }: CooperationRow, asOf: Day): boolean {
  return !NOT_BEGUN.has(status ?? '') && (startsOn === null || startsOn <= asOf);
}

/**
 * When a kind of cooperation first began at each school. A piece without a first day leaves the school's start unknown,
 * since it may have been the first.
 */
export function cooperationStarts(
  rows: readonly CooperationRow[],
  kind: CooperationKind,
  asOf: Day,
): ReadonlyMap<number, CooperationStart> {
  const starts = new Map<number, CooperationStart>();
  for (const row of rows) {
    if (row.kind !== kind || !hasBegun(row, asOf)) continue;
    const known = starts.get(row.school);
    if (row.startsOn === null || known === 'unknown') starts.set(row.school, 'unknown');
    else starts.set(row.school, Math.min(known ?? row.startsOn, row.startsOn));
  }
  return starts;
}

/** The year of a start; null where it is not on record, or nothing began. */
export function startYear(start: CooperationStart | undefined): number | null {
  return typeof start === 'number' ? yearOfDay(start) : null;
}
