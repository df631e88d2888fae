import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dimension } from '../../../domain/dimensions.ts';
import { activityOptions } from '../../api/pipeline.ts';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { groupsTable, shownYear } from './activity-series.ts';
import { usePipelineView } from './use-pipeline-view.ts';

/** To whom did it happen? The events of one calendar year by group. */
export function ActivityGroupsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filters } = useFilters();
  const { by, eventYear, change } = usePipelineView();
  const answer = useQuery(activityOptions(by, filters));
  const shownBy = answer.data?.by ?? by;
  const year = answer.data === undefined ? null : shownYear(answer.data, eventYear);
  const label = dimension(shownBy).label[language];
  const empty = { columns: [], rows: [] };
  const table =
    answer.data === undefined
      ? null
      : year === null
        ? empty
        : groupsTable(answer.data, year, label, filters, language);
  const question = t('stages.activity.groups', {
    year: year === null ? '' : String(year),
    by: label,
  });
  return (
    <Panel
      id="activity-groups"
      question={question}
      metrics={['interns', 'offers', 'acceptances', 'hires']}
      state={panelState(answer)}
      skeleton="table"
      table={table}
      isTable
    >
      <NativeSelect
        label={t('stages.activity.year')}
        value={String(year)}
        data={(answer.data?.total ?? []).map((row) => String(row.eventYear)).toReversed()}
        onChange={({ currentTarget }) => change({ event_year: [currentTarget.value] })}
        maw="10rem"
        mb="sm"
      />
      <div className="wide-table">
        {table === null ? null : <TwinTable caption={question} table={table} />}
      </div>
    </Panel>
  );
}
