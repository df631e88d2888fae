import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  classesBefore,
  firstClassListed,
  type ActionListId,
} from '../../../domain/action-lists.ts';
import { dayFromIso } from '../../../domain/dates.ts';
import { filtersToParameters, type Filters } from '../../../domain/filters.ts';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import { actionsOptions } from '../../api/season.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { TwinTable } from '../../frame/twin-table.tsx';
import { RecordsAnchor } from '../../frame/records-anchor.tsx';
import { toggled, useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ActionCounts } from './action-counts.tsx';
import { actionTable, type ActionColumn } from './action-table.ts';
import { wholeList } from './whole-list.ts';
import { useSeasonView } from './use-season-view.ts';

const FIRST_ROWS = 8;

/** The classes whose reneging is looked back on, as they stand in the address. */
function pastClasses(asOf: string): string {
  const { from, to } = classesBefore(firstClassListed(dayFromIso(asOf) ?? 0));
  return `${from}..${to}`;
}

/** The lists speak of today, whatever class is looked at. */
function withoutYears(filters: Filters): Filters {
  const { year: _, ...others } = filters;
  return others;
}

const METRICS_SHOWN = {
  internships: ['intern_offer_rate'],
  reneging: ['renege_rate'],
  contracts: ['headcount'],
} as const satisfies Record<ActionListId, readonly MetricId[]>;

/** Who needs a decision? One list of people, most urgent first, with the rule that put them there. */
export function ActionsPanel({ list }: { readonly list: ActionListId }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const { shownInFull, change } = useSeasonView();
  const answer = useQuery(actionsOptions(list, filters));
  const { rows = [], total = 0, counts, next, pastRenegeRate: past } = answer.data ?? {};
  const words = {
    heading: (column: ActionColumn) => t(`seasonPage.column.${column}`),
    when: (days: number) =>
      t(days < 0 ? 'seasonPage.actions.ago' : 'seasonPage.actions.in', {
        days: format.count(Math.abs(days)),
      }),
    past: (school: string) =>
      explained('renege_rate', filters, {
        school,
        year: pastClasses(answer.data?.asOf ?? ''),
      }),
    state: (offeredOn: string | null) =>
      offeredOn === null
        ? t('seasonPage.actions.noOffer')
        : t('seasonPage.actions.noAnswer', { day: offeredOn }),
  };
  const table = actionTable(list, rows, words, language);
  const inFull = shownInFull.includes(list);
  const shown = inFull ? table.rows : table.rows.slice(0, FIRST_ROWS);
  const question = t(`seasonPage.actions.question.${list}`);
  const hasRate = typeof past?.value === 'number' && past.n >= SMALL_N;
  const notes = [
    t(`seasonPage.actions.rule.${list}`),
    hasRate
      ? t('seasonPage.actions.past', {
          share: format.value('percent', past.value ?? 0),
          n: format.count(past.n),
        })
      : '',
    typeof next === 'string' ? t('seasonPage.actions.most', { n: format.count(rows.length) }) : '',
  ].filter((note) => note !== '');
  return (
    <Panel
      id={`actions-${list}`}
      question={question}
      metrics={METRICS_SHOWN[list]}
      state={panelState(answer)}
      skeleton="table"
      table={answer.data === undefined ? null : table}
      answer={total === 0 ? null : t('seasonPage.actions.total', { total: format.count(total) })}
      note={notes.join(' ')}
      empty={
        <>
          <Text fw={600}>{t('seasonPage.actions.nobody')}</Text>
          <Text size="sm" c="dimmed" mt="sm">
            {notes.join(' ')}
          </Text>
        </>
      }
      whole={() => wholeList(list, filters, (people) => actionTable(list, people, words, language))}
      isTable
    >
      {counts === undefined ? null : <ActionCounts counts={counts} />}
      <div className="action-records">
        <RecordsAnchor search={{ ...filtersToParameters(withoutYears(filters)), list: [list] }}>
          {t('actionRecords.all', { n: format.count(total) })}
        </RecordsAnchor>
      </div>
      <div className="wide-table">
        <TwinTable caption={question} table={{ ...table, rows: shown }} />
      </div>
      {table.rows.length > FIRST_ROWS ? (
        <Button
          variant="default"
          mt="sm"
          onClick={() => change({ list: toggled(shownInFull, list) })}
        >
          {inFull
            ? t('seasonPage.actions.fewer')
            : t('seasonPage.actions.all', { n: format.count(table.rows.length) })}
        </Button>
      ) : null}
    </Panel>
  );
}
