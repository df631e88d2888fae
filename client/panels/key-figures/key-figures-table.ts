import { metric } from '../../../domain/metrics/registry.ts';
import type { Figure } from '../../api/figures.ts';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';
import type { KeyFigure } from './key-figures.ts';

const NONE: Figure = { value: null, n: 0, status: 'no_data' };

interface Labels {
  readonly figure: string;
  readonly total: string;
  readonly before: string;
  readonly change: string;
}

/** The key figures as a table: a row for each, with the whole selection, each year, and the season before. */
export function keyFiguresTable(
  figures: readonly KeyFigure[],
  labels: Labels,
  labelOf: (figure: KeyFigure) => string,
  changeOf: (figure: KeyFigure) => string,
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
      const cell = (figure: Figure | undefined): PanelCell => ({
        kind: 'figure',
        figure: figure ?? NONE,
        unit,
      });
      return {
        id: one.metric,
        cells: [
          { kind: 'text', text: labelOf(one) },
          cell(one.total),
          ...years.map((year) => cell(one.years.find(({ name }) => name === year)?.figure)),
          cell(one.before),
          { kind: 'text', text: changeOf(one) },
        ],
      };
    }),
  };
}
