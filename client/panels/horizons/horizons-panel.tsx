import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dimension, isDimensionId, type DimensionId } from '../../../domain/dimensions.ts';
import { metric } from '../../../domain/metrics/registry.ts';
import { figuresOptions } from '../../api/figures.ts';
import { FilterName } from '../../frame/cell-content.tsx';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateCell } from '../schools/rate-cell.tsx';
import { HORIZON_METRICS, horizonAnswer, horizonRows, horizonTable } from './horizon-rows.ts';

const FIRST_ROWS = 10;

/** How many stay 6, 12, 24 and 36 months, group by group, with intervals; and first-year turnover. */
export function HorizonsPanel({ by }: { readonly by: DimensionId }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const { parameters, change } = useViewState();
  const answer = useQuery(figuresOptions({ metrics: HORIZON_METRICS, by: [by], filters }));
  const rows = answer.data === undefined ? null : horizonRows(by, answer.data.rows, language);
  const all = valuesOf(parameters, 'rows').includes('all');
  const shown = all ? (rows ?? []) : (rows ?? []).slice(0, FIRST_ROWS);
  const count = rows?.length ?? 0;

  const labelOf = (id: DimensionId | (typeof HORIZON_METRICS)[number]) =>
    isDimensionId(id) ? dimension(id).label[language] : metric(id).label[language];
  const verdict = answer.data === undefined ? null : horizonAnswer(answer.data);
  const percent = (value: number) => format.value('percent', value);
  const sentence =
    verdict === null
      ? null
      : t(verdict.three === null ? 'horizons.answerYear' : 'horizons.answer', {
          year: percent(verdict.year.value),
          yearInterval: format.interval('percent', verdict.year.low, verdict.year.high),
          three: percent(verdict.three?.value ?? 0),
          threeInterval: format.interval(
            'percent',
            verdict.three?.low ?? 0,
            verdict.three?.high ?? 0,
          ),
          n: format.count(verdict.year.n),
        });

  return (
    <Panel
      id="horizons"
      question={t('horizons.question')}
      metrics={HORIZON_METRICS.slice(1)}
      state={panelState(answer)}
      skeleton="table"
      table={rows === null ? null : horizonTable(by, rows, labelOf)}
      answer={sentence}
      note={t('horizons.note')}
      isTable
    >
      <ScrollRegion label={t('table.scroll', { name: t('horizons.question') })}>
        <Table captionSide="top" verticalSpacing="xs" highlightOnHover className="horizons-table">
          <Table.Caption className="visually-hidden">{t('horizons.question')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{labelOf(by)}</Table.Th>
              {HORIZON_METRICS.map((id) => (
                <Table.Th key={id} scope="col" ta="end">
                  {labelOf(id)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ id, name, figures }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={500}>
                  <FilterName text={name} filter={{ dimension: by, value: id }} />
                </Table.Th>
                {HORIZON_METRICS.map((column) => (
                  <Table.Td key={column} ta="end">
                    <RateCell
                      figure={figures[column]}
                      unit={metric(column).unit}
                      explain={explained(column, filters, { [by]: id })}
                      withInterval
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      {count > FIRST_ROWS ? (
        <Button variant="default" mt="sm" onClick={() => change({ rows: all ? [] : ['all'] })}>
          {all ? t('horizons.fewer') : t('horizons.all', { n: format.count(count) })}
        </Button>
      ) : null}
    </Panel>
  );
}
