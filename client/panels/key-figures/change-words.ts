import type { TFunction } from 'i18next';
import type { Unit } from '../../../domain/metrics/metric.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import type { SeasonChange } from './season.ts';

/** A season's standing against the one before, as a sentence. */
export function changeWords(
  change: SeasonChange,
  unit: Unit,
  season: number,
  isLatest: boolean,
  format: Formatter,
  t: TFunction,
): string {
  const name = String(season);
  // A count is its own n; every other figure says how many people it speaks of.
  const sized = (text: string, n: number): string =>
    unit === 'people' ? text : t('season.sized', { text, n: format.count(n) });
  switch (change.kind) {
    case 'change':
      return sized(
        t(isLatest ? 'season.change' : 'season.changeEarlier', {
          season: name,
          before: String(season - 1),
          value: sized(format.value(unit, change.value), change.n),
          change: format.change(unit, change.difference),
        }),
        change.nBefore,
      );
    case 'no_comparison':
      return t('season.noComparison', {
        season: name,
        value: sized(format.value(unit, change.value), change.n),
      });
    case 'open':
      return t('season.open', { season: name });
    case 'missing':
      return t('season.missing', { season: name });
  }
}
