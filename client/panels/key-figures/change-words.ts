import type { TFunction } from 'i18next';
import type { Unit } from '../../../domain/metrics/metric.ts';
import type { Formatter } from '../../frame/formatter.ts';
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
  switch (change.kind) {
    case 'change':
      return t(isLatest ? 'season.change' : 'season.changeEarlier', {
        season: name,
        before: String(season - 1),
        value: format.value(unit, change.value),
        change: format.change(unit, change.difference),
      });
    case 'no_comparison':
      return t('season.noComparison', { season: name, value: format.value(unit, change.value) });
    case 'open':
      return t('season.open', { season: name });
    case 'missing':
      return t('season.missing', { season: name });
  }
}
