import type { Language } from '../../../domain/language.ts';
import { metric, type MetricId } from '../../../domain/metrics/registry.ts';
import type { Figure, FiguresRow } from '../../api/figures.ts';
import { keyName, keyParameter } from '../../frame/named.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import type { PanelTable } from '../../frame/panel-table.ts';

/** What a plan is held against, in the order of the columns. */
export const DEMAND_METRICS = [
  'planned',
  'campus_hires',
  'gap',
  'fill_rate',
  'graduates',
  'supply_ratio',
] as const satisfies MetricId[];

/** The demand for one major or one class. */
export interface DemandRow {
  /** As it stands in the address. */
  readonly id: string;
  readonly label: string;
  /** Whether it stands for the plans that name no major. */
  readonly isAny: boolean;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** A figure's value, or null where there is none. */
export function shownValue({ figures }: DemandRow, id: MetricId): number | null {
  return figures[id]?.value ?? null;
}

function demandRow(id: 'major' | 'year', row: FiguresRow, language: Language, any: string) {
  const value = row.key[id] ?? null;
  const isAny = id === 'major' && value === null;
  const label = isAny ? any : keyName(id, value, language);
  return { id: keyParameter(value), label, isAny, figures: row.values };
}

/** Classes with a plan or known graduates, the earliest first. */
export function demandByYear(rows: readonly FiguresRow[], language: Language): DemandRow[] {
  return rows
    .map((row) => demandRow('year', row, language, ''))
    .filter((row) => shownValue(row, 'planned') !== null || shownValue(row, 'graduates') !== null)
    .toSorted((a, b) => Number(a.id) - Number(b.id));
}

/** Majors that are planned, graduated or hired: the largest plan first, plans for any major last. */
export function demandByMajor(
  rows: readonly FiguresRow[],
  language: Language,
  any: string,
): DemandRow[] {
  const size = (row: DemandRow, id: MetricId): number => shownValue(row, id) ?? -1;
  return rows
    .map((row) => demandRow('major', row, language, any))
    .filter((row) => DEMAND_METRICS.some((id) => (shownValue(row, id) ?? 0) !== 0))
    .toSorted(
      (a, b) =>
        Number(a.isAny) - Number(b.isAny) ||
        size(b, 'planned') - size(a, 'planned') ||
        size(b, 'campus_hires') - size(a, 'campus_hires') ||
        Number(a.id) - Number(b.id),
    );
}

/** What a figure of one row is of. */
export type ExplainDemand = (
  metric: MetricId,
  key: Readonly<Record<string, string>>,
) => Explanation;

/** The demand as a table: a row for each major or class, a column for each metric. */
export function demandTable(
  dimension: 'major' | 'year',
  rows: readonly DemandRow[],
  name: string,
  language: Language,
  explainOf: ExplainDemand,
  metrics: readonly MetricId[] = DEMAND_METRICS,
): PanelTable {
  return {
    columns: [
      { id: dimension, label: name, numeric: false },
      ...metrics.map((id) => ({ id, label: metric(id).label[language], numeric: true })),
    ],
    rows: rows.map(({ id, label, isAny, figures }) => ({
      id: id === '' ? 'any' : id,
      cells: [
        { kind: 'text', text: label, filter: isAny ? undefined : { dimension, value: id } },
        ...metrics.map((one) => ({
          kind: 'figure' as const,
          figure: figures[one] ?? { value: null, n: 0, status: 'no_data' as const },
          unit: metric(one).unit,
          explain: explainOf(one, { [dimension]: id }),
        })),
      ],
    })),
  };
}

export interface PairedCount {
  readonly id: string;
  readonly label: string;
  /** Null where it is not known. */
  readonly planned: number | null;
  readonly hired: number | null;
  readonly pickable: boolean;
}

function sumOf(rows: readonly DemandRow[], id: MetricId): number | null {
  const known = rows.map((row) => shownValue(row, id)).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** Places and hires for a chart: the first rows, and the sum of the others. */
export function pairedCounts(
  rows: readonly DemandRow[],
  most: number,
  rest: string,
): PairedCount[] {
  const shown = rows.length <= most ? rows : rows.slice(0, most - 1);
  const others = rows.slice(shown.length);
  const paired = (some: readonly DemandRow[]) => ({
    planned: sumOf(some, 'planned'),
    hired: sumOf(some, 'campus_hires'),
  });
  const items = shown.map((row) => ({
    id: row.isAny ? 'any' : row.id,
    label: row.label,
    ...paired([row]),
    pickable: !row.isAny,
  }));
  if (others.length === 0) return items;
  return [...items, { id: 'rest', label: rest, ...paired(others), pickable: false }];
}

/** Whether the filters ask for something that plans or graduates are not divided by. */
export function lacks(total: Readonly<Record<string, Figure>>, id: MetricId): boolean {
  return total[id]?.status === 'not_applicable';
}
