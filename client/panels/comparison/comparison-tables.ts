import { metric } from '../../../domain/metrics/registry.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';
import type { Figure } from '../../api/figures.ts';
import type { ComparedFigure } from './compared-figures.ts';
import type { ComparedYear } from './compared-years.ts';
import type { ComparedSide } from './use-compared.ts';

type Labels = Readonly<Record<'figure' | 'own' | 'other' | 'difference', string>>;

const NOTHING: Figure = { value: null, n: 0, status: 'no_data' };

/** Two selections' figures as they are exported. */
export function comparisonTable(
  figures: readonly ComparedFigure[],
  labels: Labels,
  labelOf: (figure: ComparedFigure) => string,
  differenceOf: (figure: ComparedFigure) => string,
): PanelTable {
  return {
    columns: [
      { id: 'figure', label: labels.figure, numeric: false },
      { id: 'own', label: labels.own, numeric: true },
      { id: 'other', label: labels.other, numeric: true },
      { id: 'difference', label: labels.difference, numeric: false },
    ],
    rows: figures.map((figure) => {
      const { unit } = metric(figure.metric);
      const cell = (value: Figure | undefined): PanelCell => ({
        kind: 'figure',
        figure: value ?? NOTHING,
        unit,
      });
      return {
        id: figure.metric,
        cells: [
          { kind: 'text', text: labelOf(figure) },
          cell(figure.own),
          cell(figure.other),
          { kind: 'text', text: differenceOf(figure) },
        ],
      };
    }),
  };
}

/** Two selections' hires by year as a table; a year outside a selection is empty there. */
export function comparedYearsTable(
  years: readonly ComparedYear[],
  labels: { readonly year: string; readonly own: string; readonly other: string },
  explainOf: (side: ComparedSide, year: string) => Explanation,
): PanelTable {
  const cell = (year: ComparedYear, side: ComparedSide): PanelCell => {
    const count = year[side];
    return count === null
      ? { kind: 'text', text: '' }
      : { kind: 'count', count, explain: explainOf(side, year.name) };
  };
  return {
    columns: [
      { id: 'year', label: labels.year, numeric: false },
      { id: 'own', label: labels.own, numeric: true },
      { id: 'other', label: labels.other, numeric: true },
    ],
    rows: years.map((year) => ({
      id: year.name,
      cells: [{ kind: 'text', text: year.name }, cell(year, 'own'), cell(year, 'other')],
    })),
  };
}
