import { metric } from '../../../domain/metrics/registry.ts';
import type { Figure } from '../../api/figures.ts';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import type { KeyFigure } from './key-figures.ts';

const NONE: Figure = { value: null, n: 0, status: 'no_data' };

interface Labels {
  readonly figure: string;
  readonly total: string;
  readonly before: string;
  readonly change: string;
}

/** What a key figure is of, narrowed to a row's key, and as of another day. */
export type ExplainFigure = (
  figure: KeyFigure,
  key?: Readonly<Record<string, number>>,
  asOf?: string,
) => Explanation;

interface Context {
  readonly labelOf: (figure: KeyFigure) => string;
  readonly changeOf: (figure: KeyFigure) => string;
  readonly explainOf: ExplainFigure;
  readonly season: number | null;
  /** The day that the season before is given as of. */
  readonly asOfBefore: string;
}

/** The key figures as a table: a row for each, with the whole selection, each year, and the season before. */
export function keyFiguresTable(
  figures: readonly KeyFigure[],
  labels: Labels,
  { labelOf, changeOf, explainOf, season, asOfBefore }: Context,
): PanelTable {
  const years = [
    ...new Set(figures.flatMap((figure) => figure.years.map(({ name }) => name))),
  ].toSorted();
  const numeric = (id: string, label: string) => ({ id, label, numeric: true });
  return {
    columns: [
      { id: 'figure', label: labels.figure, numeric: false },
      numeric('total', labels.total),
      ...years.map((year) => numeric(year, year)),
      numeric('before', labels.before),
      { id: 'change', label: labels.change, numeric: false },
    ],
    rows: figures.map((one) => {
      const { unit } = metric(one.metric);
      const cell = (figure: Figure | undefined, explain: Explanation): PanelCell => ({
        kind: 'figure',
        figure: figure ?? NONE,
        unit,
        explain,
      });
      return {
        id: one.metric,
        cells: [
          { kind: 'text', text: labelOf(one) },
          cell(one.total, explainOf(one)),
          ...years.map((year) =>
            cell(
              one.years.find(({ name }) => name === year)?.figure,
              explainOf(one, { year: Number(year) }),
            ),
          ),
          cell(one.before, explainOf(one, season === null ? {} : { year: season - 1 }, asOfBefore)),
          { kind: 'text', text: changeOf(one) },
        ],
      };
    }),
  };
}
