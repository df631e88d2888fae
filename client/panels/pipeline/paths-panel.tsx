import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { METRICS } from '../../../domain/metrics/registry.ts';
import { RATED_STAGES, type RatedStage } from '../../../domain/pipeline/rates.ts';
import { dimension } from '../../../domain/dimensions.ts';
import { cohortOptions } from '../../api/pipeline.ts';
import { CellContent, FilterName } from '../../frame/cell-content.tsx';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateCell } from '../schools/rate-cell.tsx';
import { explainedPath, pathRows, pathsTable } from './path-rows.ts';
import { usePipelineView } from './use-pipeline-view.ts';

const FIRST_ROWS = 15;

/** Who comes further? The share that came to each stage, by group, with intervals. */
export function PathsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const { by, showsAll, change } = usePipelineView();
  const answer = useQuery(cohortOptions(by, filters));
  const shownBy = answer.data?.by ?? by;
  const rows = useMemo(
    () => (answer.data === undefined ? null : pathRows(answer.data, language)),
    [answer.data, language],
  );
  const shown = showsAll ? (rows ?? []) : (rows ?? []).slice(0, FIRST_ROWS);
  const labels = {
    group: dimension(shownBy).label[language],
    candidates: METRICS.candidates.label[language],
    stage: (id: RatedStage) => t(`stages.rate.${id}`),
  };
  const question = t('stages.paths.question', { by: labels.group });
  return (
    <Panel
      id="paths"
      question={question}
      metrics={['acceptance_rate', 'show_up_rate', 'first_year_turnover']}
      state={panelState(answer)}
      skeleton="table"
      table={rows === null ? null : pathsTable(shownBy, rows, labels)}
      note={t('stages.paths.note')}
      isTable
    >
      <ScrollRegion label={t('table.scroll', { name: question })}>
        <Table captionSide="top" verticalSpacing="xs" highlightOnHover className="paths-table">
          <Table.Caption className="visually-hidden">{question}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{labels.group}</Table.Th>
              <Table.Th scope="col" ta="end">
                {labels.candidates}
              </Table.Th>
              {RATED_STAGES.map((id) => (
                <Table.Th key={id} scope="col" ta="end">
                  {labels.stage(id)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ id, name, candidates, rates }) => {
              const of = explainedPath(shownBy, id, filters);
              return (
                <Table.Tr key={id}>
                  <Table.Th scope="row" fw={500}>
                    <FilterName text={name} filter={{ dimension: shownBy, value: id }} />
                  </Table.Th>
                  <Table.Td ta="end">
                    <CellContent
                      cell={{ kind: 'count', count: candidates, explain: of.candidates }}
                    />
                  </Table.Td>
                  {RATED_STAGES.map((stage) => (
                    <Table.Td key={stage} ta="end">
                      <RateCell
                        figure={rates[stage]}
                        unit="percent"
                        explain={of.rates[stage]}
                        withInterval
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      {(rows ?? []).length > FIRST_ROWS ? (
        <Button variant="default" mt="sm" onClick={() => change({ rows: showsAll ? [] : ['all'] })}>
          {showsAll
            ? t('stages.paths.fewer')
            : t('stages.paths.all', { n: format.count((rows ?? []).length) })}
        </Button>
      ) : null}
    </Panel>
  );
}
