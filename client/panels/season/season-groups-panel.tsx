import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dimension } from '../../../domain/dimensions.ts';
import { seasonOptions } from '../../api/season.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { groupsTable } from './season-groups.ts';
import { GROUPED, useSeasonView } from './use-season-view.ts';

/** Where is it ahead, where behind? Each group against the same day of the last season. */
export function SeasonGroupsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const { by, change } = useSeasonView();
  const answer = useQuery(seasonOptions(by, filters));
  const season = answer.data;
  const [now, before] = (season?.seasons ?? []).map(({ year }) => String(year));
  const heading = (event: 'accepted' | 'offered'): readonly [string, string] => [
    t(`seasonPage.groups.${event}`, { year: now }),
    t(`seasonPage.groups.${event}`, { year: before }),
  ];
  const table =
    season === undefined
      ? null
      : groupsTable(
          season,
          {
            group: dimension(season.by).label[language],
            accepted: heading('accepted'),
            offered: heading('offered'),
            change: t('seasonPage.groups.change'),
            difference: (value) => format.change('people', value),
          },
          (metric, key, asOf) => explained(metric, filters, key, asOf),
          language,
        );
  const question = t('seasonPage.groups.question');
  return (
    <Panel
      id="season-groups"
      question={question}
      metrics={['acceptances', 'offers']}
      state={panelState(answer)}
      skeleton="table"
      table={table}
      note={t('seasonPage.groups.note')}
      isTable
    >
      <NativeSelect
        label={t('seasonPage.groups.by')}
        value={by}
        data={GROUPED.map((id) => ({ value: id, label: dimension(id).label[language] }))}
        onChange={({ currentTarget }) =>
          change({ by: currentTarget.value === 'school' ? [] : [currentTarget.value] })
        }
        maw="14rem"
        mb="sm"
      />
      <div className="wide-table">
        {table === null ? null : <TwinTable caption={question} table={table} />}
      </div>
    </Panel>
  );
}
