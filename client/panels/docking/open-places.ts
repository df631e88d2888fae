import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Docking } from '../../api/forecast.ts';

/** How much of a class's plan is open, and how much of it schools may fill at their earlier rates. */
export interface OpenPlaces {
  readonly year: number;
  readonly planned: number;
  readonly open: number;
  /** Majors with a degree that have open places, and those whose schools may fill them all. */
  readonly majors: number;
  readonly covered: number;
}

/** Null where the plan has fewer than 10 places. A plan for any major counts once, as open as it is. */
export function openPlaces({ year, rows, total }: Docking): OpenPlaces | null {
  const planned = total['planned']?.value ?? 0;
  if (planned < SMALL_N) return null;
  const open = rows.filter(({ toFill }) => (toFill?.places ?? 0) > 0);
  const named = open.filter(({ key }) => key['major'] !== null);
  const reachOf = ({ sources }: Docking['rows'][number]): number =>
    sources.reduce((sum, { reach }) => sum + (reach ?? 0), 0);
  return {
    year,
    planned,
    open: Math.round(open.reduce((sum, { toFill }) => sum + (toFill?.places ?? 0), 0)),
    majors: named.length,
    covered: named.filter((row) => reachOf(row) >= (row.toFill?.places ?? 0)).length,
  };
}
