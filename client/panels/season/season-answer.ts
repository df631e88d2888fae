import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Season } from '../../api/season.ts';

export type SeasonLine = 'accepted' | 'offered';

/** How a season stands on its day: what to say, and its numbers. */
export interface SeasonStanding {
  readonly key: `seasonPage.answer.${SeasonLine | 'acceptedPlan'}`;
  readonly now: number;
  readonly before: number;
  readonly plan: number;
}

/** The plan of a season, or null where nobody gave one that fits the filters. */
export function planOf({ planned }: Pick<Season, 'planned'>): number | null {
  return planned === null ? null : planned.value;
}

/** How many an event had befallen by the last day of a season's curve; null where there is no such season. */
function countAt(season: Season, line: SeasonLine, before: number): number | null {
  return season.seasons[before]?.points.at(-1)?.counts[line] ?? null;
}

/**
 * The season against the one before on the same day, and for acceptances against the plan.
 * @returns null where fewer than 10 have happened in this season.
 */
export function seasonStanding(season: Season, line: SeasonLine): SeasonStanding | null {
  const now = countAt(season, line, 0);
  const before = countAt(season, line, 1);
  if (now === null || before === null || now < SMALL_N) return null;
  const plan = line === 'accepted' ? planOf(season) : null;
  return {
    key: `seasonPage.answer.${plan === null ? line : 'acceptedPlan'}`,
    now,
    before,
    plan: plan ?? 0,
  };
}
