import type { DimensionId } from '../../../domain/dimensions.ts';
import type { Language } from '../../../domain/language.ts';
import { metric } from '../../../domain/metrics/registry.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Figure, Figures, FiguresRow } from '../../api/figures.ts';
import { keyName, keyParameter } from '../../frame/named.ts';
import type { PanelTable } from '../../frame/panel-table.ts';

/** What the table shows of each group. */
export const HORIZON_METRICS = [
  'hires',
  'retention_6m',
  'retention_12m',
  'retention_24m',
  'retention_36m',
  'first_year_turnover',
] as const;

export interface HorizonRow {
  /** As it stands in the address. */
  readonly id: string;
  readonly name: string;
  readonly figures: FiguresRow['values'];
}

/** The groups with a hire, those with the most first. */
export function horizonRows(
  by: DimensionId,
  rows: readonly FiguresRow[],
  language: Language,
): HorizonRow[] {
  return rows
    .map(({ key, values }) => {
      const value = key[by] ?? null;
      return { id: keyParameter(value), name: keyName(by, value, language), figures: values };
    })
    .filter(({ figures }) => (figures['hires']?.value ?? 0) > 0)
    .toSorted((a, b) => (b.figures['hires']?.value ?? 0) - (a.figures['hires']?.value ?? 0));
}

const NONE: Figure = { value: null, n: 0, status: 'no_data' };

/** The groups as a table, for export. */
export function horizonTable(
  by: DimensionId,
  rows: readonly HorizonRow[],
  labelOf: (id: DimensionId | (typeof HORIZON_METRICS)[number]) => string,
): PanelTable {
  return {
    columns: [
      { id: by, label: labelOf(by), numeric: false },
      ...HORIZON_METRICS.map((id) => ({ id, label: labelOf(id), numeric: true })),
    ],
    rows: rows.map(({ id, name, figures }) => ({
      id,
      cells: [
        { kind: 'text', text: name, filter: { dimension: by, value: id } },
        ...HORIZON_METRICS.map((column) => ({
          kind: 'figure' as const,
          figure: figures[column] ?? NONE,
          unit: metric(column).unit,
        })),
      ],
    })),
  };
}

/** A figure of a sentence, with its interval. */
export interface Said {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** A figure as far as a sentence may say it: not where the sample is small. */
export function said(figure: Figure | undefined): Said | null {
  if (figure?.status !== 'ok' || figure.value === null || figure.n < SMALL_N) return null;
  const { value, low, high, n } = figure;
  return low === undefined || high === undefined ? null : { value, low, high, n };
}

/** How many of all stay a year and three years; null where the sample is too small to say. */
export function horizonAnswer({
  total,
}: Figures): { readonly year: Said; readonly three: Said | null } | null {
  const year = said(total['retention_12m']);
  return year === null ? null : { year, three: said(total['retention_36m']) };
}
