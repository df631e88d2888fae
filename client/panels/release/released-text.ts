import type { TFunction } from 'i18next';
import { dimension, isDimensionId } from '../../../domain/dimensions.ts';
import type { Language } from '../../../domain/language.ts';
import { metric, type MetricId } from '../../../domain/metrics/registry.ts';
import type { ReleasedFigure, ReleasedRow, ReleasedTable } from '../../api/release.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import { BLANK_NAME, nameIn } from '../../frame/named.ts';

/** A published figure in words: a value, a band, or why there is none. */
export function releasedText(
  { value, low, high, status, asOf }: ReleasedFigure,
  id: MetricId,
  format: Formatter,
  t: TFunction,
): string {
  const { unit } = metric(id);
  const text =
    status === 'ok' && value !== null
      ? format.value(unit, value)
      : status === 'banded' && low !== undefined && high !== undefined
        ? format.interval(unit, low, high)
        : status === 'withheld'
          ? t('partner.withheld')
          : status === 'open'
            ? t('partner.open')
            : '–';
  return asOf === undefined ? text : `${text} (${t('source.asOf', { day: format.day(asOf) })})`;
}

type Key = ReleasedRow['key'];

/** What a row of a table is about, in words; the whole where it is divided by nothing. */
export function keyText(key: Key, language: Language, t: TFunction): string {
  const parts = Object.entries(key).map(([by, value]) => {
    if (value === null || value === undefined) return BLANK_NAME[language];
    if (typeof value !== 'object') {
      const codes = isDimensionId(by) ? dimension(by).codes : undefined;
      return codes?.[value]?.[language] ?? String(value);
    }
    if ('from' in value) return t('partner.years', { from: value.from, to: value.to });
    return nameIn(language, value);
  });
  return parts.length === 0 ? t('partner.allYears') : parts.join(' · ');
}

/** The table of a metric that is divided in a way; undefined where the release has none. */
export function tableOf(
  tables: readonly ReleasedTable[],
  id: MetricId,
  ...by: readonly string[]
): ReleasedTable | undefined {
  return tables.find((table) => table.metric === id && table.by.join() === by.join());
}

/** The published count of a row, or null. */
export function countOf(row: ReleasedRow | undefined): number | null {
  return row?.own.status === 'ok' ? row.own.value : null;
}
