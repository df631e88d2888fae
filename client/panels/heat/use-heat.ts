import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  filtersFromParameters,
  filtersToParameters,
  type Filters,
} from '../../../domain/filters.ts';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import { figuresOptions, type Figure, type Figures } from '../../api/figures.ts';
import { keyParameter } from '../../frame/named.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import { explained } from '../../frame/explanation.ts';
import { panelState, type PanelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { heatAxis, REST, type HeatAxis } from './heat-axes.ts';

/** The dimensions of a heat map; those of its rows and columns that are not shown become one row and one column. */
export interface HeatQuestion {
  readonly rows: 'school' | 'major';
  readonly columns: 'year' | 'school';
  readonly metric: MetricId;
}

export interface HeatAnswer {
  readonly state: PanelState;
  readonly rows: HeatAxis;
  readonly columns: HeatAxis;
  /** The figure over everybody. */
  readonly total: Figure | undefined;
  /** A cell without anybody is 0 of a count, and has no rate. */
  readonly figure: (row: string, column: string) => Figure;
  /** What a cell is of. */
  readonly explainOf: (row: string, column: string) => Explanation;
}

const ZERO: Figure = { value: 0, n: 0, status: 'ok' };
const NOBODY: Figure = { value: null, n: 0, status: 'no_denominator', reason: 'nobody' };

/** At most 15 rows and 13 columns: about 200 marks. */
const MOST_ROWS = 15;
const MOST_COLUMNS = 13;

/** The filters narrowed to some values of a dimension, which are among those selected. */
function within(filters: Filters, id: HeatQuestion['rows' | 'columns'], values: readonly string[]) {
  return filtersFromParameters({ ...filtersToParameters(filters), [id]: [...values] });
}

/** Asks for the figures of every cell; what is not shown is pooled by the server, not averaged here. */
export function useHeat({ rows: rowId, columns: columnId, metric }: HeatQuestion): HeatAnswer {
  const language = useLanguage();
  const { filters } = useFilters();
  const metrics = metric === 'hires' ? [metric] : [metric, 'hires' as const];
  const cells = useQuery(figuresOptions({ metrics, by: [rowId, columnId], filters }));
  const rows = useMemo(
    () => heatAxis(cells.data?.rows ?? [], rowId, MOST_ROWS, language),
    [cells.data, rowId, language],
  );
  const columns = useMemo(
    () => heatAxis(cells.data?.rows ?? [], columnId, MOST_COLUMNS, language),
    [cells.data, columnId, language],
  );
  const [moreRows, moreColumns] = [rows.rest.length > 0, columns.rest.length > 0];
  const ofRows = within(filters, rowId, rows.rest);
  const ofColumns = within(filters, columnId, columns.rest);
  const lastRow = useQuery({
    ...figuresOptions({ metrics: [metric], by: [columnId], filters: ofRows }),
    enabled: moreRows,
  });
  const lastColumn = useQuery({
    ...figuresOptions({ metrics: [metric], by: [rowId], filters: ofColumns }),
    enabled: moreColumns,
  });
  const corner = useQuery({
    ...figuresOptions({
      metrics: [metric],
      by: [],
      filters: within(ofRows, columnId, columns.rest),
    }),
    enabled: moreRows && moreColumns,
  });
  const figures = useMemo(() => {
    const known = new Map<string, Figure>();
    const put = (
      answer: Figures | undefined,
      id: (key: Figures['rows'][number]['key']) => string,
    ) => {
      for (const { key, values } of answer?.rows ?? []) {
        const figure = values[metric];
        if (figure !== undefined) known.set(id(key), figure);
      }
    };
    const parameter = (value: Figures['rows'][number]['key'][string] | undefined) =>
      keyParameter(value ?? null);
    put(cells.data, (key) => `${parameter(key[rowId])}|${parameter(key[columnId])}`);
    if (moreRows) put(lastRow.data, (key) => `${REST}|${parameter(key[columnId])}`);
    if (moreColumns) put(lastColumn.data, (key) => `${parameter(key[rowId])}|${REST}`);
    if (moreRows && moreColumns) put(corner.data, () => `${REST}|${REST}`);
    return known;
  }, [
    cells.data,
    lastRow.data,
    lastColumn.data,
    corner.data,
    metric,
    rowId,
    columnId,
    moreRows,
    moreColumns,
  ]);
  const needed = [
    cells,
    ...(moreRows ? [lastRow] : []),
    ...(moreColumns ? [lastColumn] : []),
    ...(moreRows && moreColumns ? [corner] : []),
  ];
  return {
    state: panelState(...needed),
    rows,
    columns,
    total: cells.data?.total[metric],
    explainOf: (row, column) =>
      explained(metric, filters, {
        [rowId]: row === REST ? rows.rest : row,
        [columnId]: column === REST ? columns.rest : column,
      }),
    figure: (row, column) =>
      figures.get(`${row}|${column}`) ?? (metrics.length === 1 ? ZERO : NOBODY),
  };
}
