import { NativeSelect } from '@mantine/core';
import { dimension } from '../../../domain/dimensions.ts';
import { metric, type MetricId } from '../../../domain/metrics/registry.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Figure } from '../../api/figures.ts';
import { HeatTable } from '../../charts/heat-table.tsx';
import { FilterName } from '../../frame/cell-content.tsx';
import { FigureText } from '../../frame/figure-text.tsx';
import { Panel } from '../../frame/panel.tsx';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { REST, type HeatAxis, type HeatLine } from './heat-axes.ts';
import { heatScale } from './heat-scale.ts';
import { heatTable, largestCell, type HeatGrid } from './heat-table.ts';
import { useHeat } from './use-heat.ts';

/** What a heat map may show; the first is what it begins with. */
const SHOWN = [
  'hires',
  'yield',
  'intern_conversion',
  'acceptance_rate',
  'retention_12m',
  'major_match_rate',
] as const satisfies MetricId[];

interface HeatPanelProps {
  readonly rows: 'school' | 'major';
  readonly columns: 'year' | 'school';
}

/** A number on a shade; one of few people says so. */
function CellText({ figure, id }: { readonly figure: Figure; readonly id: MetricId }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const { unit } = metric(id);
  if (figure.value === null) return <FigureText figure={figure} unit={unit} />;
  const isSmall = figure.status === 'small';
  return (
    <span className={figure.value === 0 ? 'heat-zero' : undefined}>
      {format.value(unit, figure.value)}
      {isSmall ? (
        <>
          <span aria-hidden="true">*</span>
          <span className="visually-hidden">{` (${t('figure.small', { n: figure.n })})`}</span>
        </>
      ) : null}
    </span>
  );
}

/** Where do they come from, and when? A figure by two dimensions, shaded by its size. */
export function HeatPanel({ rows: rowId, columns: columnId }: HeatPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { selected } = useFilters();
  const { parameters, change } = useViewState();
  const asked = valuesOf(parameters, 'heat')[0];
  const id = SHOWN.find((one) => one === asked) ?? SHOWN[0];
  const { unit, label } = metric(id);
  const answer = useHeat({ rows: rowId, columns: columnId, metric: id });

  const others: HeatLine = { id: REST, label: t('chart.rest') };
  const linesOf = ({ shown, rest }: HeatAxis, restFirst: boolean): readonly HeatLine[] => {
    if (rest.length === 0) return shown;
    return restFirst ? [others, ...shown] : [...shown, others];
  };
  const grid: HeatGrid = {
    rows: linesOf(answer.rows, false),
    columns: linesOf(answer.columns, columnId === 'year'),
    figure: answer.figure,
  };
  const figures = grid.rows.flatMap((row) =>
    grid.columns.map((column) => grid.figure(row.id, column.id)),
  );
  const scale = heatScale(figures, unit);
  const largest = largestCell(grid);
  const countWords = (): string | null =>
    largest === null
      ? null
      : t('heat.answerCount', {
          row: largest.row,
          column: largest.column,
          value: format.count(largest.count),
          n: format.count(largest.total),
        });
  const { total } = answer;
  const rateWords = (): string | null =>
    total === undefined || total.value === null || total.n < SMALL_N
      ? null
      : t('heat.answerRate', {
          metric: label[language],
          value: format.value(unit, total.value),
          n: format.count(total.n),
        });
  const names = {
    row: dimension(rowId).label[language],
    column: dimension(columnId).label[language],
  };
  const question = t(rowId === 'school' ? 'heat.schoolYear' : 'heat.majorSchool');
  const bound = (value: number): string =>
    unit === 'people' ? format.count(value) : format.value(unit, value);

  const pick = (row: string, column: string): void => {
    const isOn =
      selected[rowId]?.length === 1 &&
      selected[rowId].includes(row) &&
      selected[columnId]?.length === 1 &&
      selected[columnId].includes(column);
    change(isOn ? { [rowId]: [], [columnId]: [] } : { [rowId]: [row], [columnId]: [column] });
  };
  const nameOf = (line: HeatLine, dimensionId: HeatPanelProps['rows' | 'columns']) =>
    line.id === REST ? (
      line.label
    ) : (
      <FilterName text={line.label} filter={{ dimension: dimensionId, value: line.id }} />
    );

  return (
    <Panel
      id={`heat-${rowId}-${columnId}`}
      question={question}
      metrics={[id]}
      state={answer.state}
      skeleton="table"
      table={heatTable(grid, names.row, unit, t('figure.nColumn'), answer.explainOf)}
      legend={[
        ...scale.ranges.map(({ from, to }, shade) => ({
          id: String(shade),
          label: from === to ? bound(from) : `${bound(from)} – ${bound(to)}`,
          color: `var(--heat-${shade})`,
        })),
        ...(unit === 'people'
          ? []
          : [{ id: 'small', label: t('heat.small'), color: 'var(--heat-small-3)' }]),
      ]}
      answer={unit === 'people' ? countWords() : rateWords()}
      note={t('heat.note')}
      controls={
        <NativeSelect
          label={t('heat.metric')}
          className="panel-choice"
          value={id}
          data={SHOWN.map((one) => ({ value: one, label: metric(one).label[language] }))}
          onChange={(event) => change({ heat: [event.currentTarget.value] })}
        />
      }
    >
      <ScrollRegion label={t('table.scroll', { name: question })}>
        <HeatTable
          caption={`${question} ${label[language]}`}
          corner={names.row}
          columns={grid.columns.map((column) => ({
            id: column.id,
            name: nameOf(column, columnId),
          }))}
          rows={grid.rows.map((row) => ({
            id: row.id,
            name: nameOf(row, rowId),
            cells: grid.columns.map((column) => {
              const figure = grid.figure(row.id, column.id);
              const canPick =
                row.id !== REST &&
                column.id !== REST &&
                figure !== undefined &&
                figure.value !== null;
              return {
                id: column.id,
                text: <CellText figure={figure} id={id} />,
                shade: scale.shadeOf(figure),
                isSmall: figure.status === 'small',
                action: canPick ? t('heat.pick', { row: row.label, column: column.label }) : null,
              };
            }),
          }))}
          onPick={pick}
        />
      </ScrollRegion>
    </Panel>
  );
}
