import type { Day } from '../../domain/dates.ts';
import { latestSeasonBegun } from '../../domain/season.ts';
import type { Aggregator, Selection } from '../store/ports.ts';

/**
 * The season to look at: the latest class whose season has begun and that was offered something or hired; the filter
 * on years narrows the classes. Other filters do not: a school without an offer yet is behind, not in an older season.
 */
export async function chosenSeason(
  aggregator: Aggregator,
  { where, scope }: Pick<Selection, 'where' | 'scope'>,
  asOf: Day,
) {
  const { year } = where;
  const { cells, version } = await aggregator.aggregate({
    by: ['year'],
    where: year === undefined ? {} : { year },
    asOf,
    scope,
    measures: ['offers', 'acceptances', 'hires'],
  });
  const begun = latestSeasonBegun(asOf);
  const years = cells.flatMap(({ key: [value], measures }) => {
    const happened = Object.values(measures).some((count) => count > 0);
    return typeof value === 'number' && value <= begun && happened ? [value] : [];
  });
  return { version, season: years.length === 0 ? null : Math.max(...years) };
}
