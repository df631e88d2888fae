import { useQuery } from '@tanstack/react-query';
import { forecastOptions } from '../../api/forecast.ts';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { SEASON_LINES, seasonSentence, seasonTable, type SeasonLabels } from './forecast-rows.ts';

/** How many will start this season? Accepted and pending people times what earlier seasons did. */
export function SeasonForecastPanel() {
  const { t } = useTranslation();
  const format = useFormatter();
  const { filters } = useFilters();
  const answer = useQuery(forecastOptions(filters));
  const { data } = answer;
  const current = data?.current ?? null;
  const earlier = current?.earlier ?? null;
  const span = earlier === null ? '' : `${earlier.from}–${earlier.to}`;
  const names = Object.fromEntries(
    SEASON_LINES.map((id) => [id, t(`forecast.line.${id}`, { span })]),
  ) as SeasonLabels['names'];
  const labels = {
    line: t('forecast.part'),
    value: t('forecast.number'),
    among: t('forecast.among'),
    names,
  };
  const table = data === undefined ? null : seasonTable(data, labels, format);
  const sentence = data === undefined ? null : seasonSentence(data, format);
  const question = t('forecast.season');
  const people = current?.people;
  const notes = [
    t('forecast.note'),
    (people?.startedOtherwise ?? 0) > 0
      ? t('forecast.otherwise', { number: format.count(people?.startedOtherwise ?? 0) })
      : '',
    (people?.unanswered ?? 0) > 0
      ? t('forecast.unanswered', { number: format.count(people?.unanswered ?? 0) })
      : '',
  ];
  return (
    <Panel
      id="forecast-season"
      question={question}
      metrics={['acceptances', 'show_up_rate', 'acceptance_rate']}
      state={panelState(answer)}
      skeleton="table"
      table={table}
      answer={
        sentence === null
          ? t(`forecast.status.${current?.status ?? 'none'}`)
          : t(sentence.key, sentence.words)
      }
      note={notes.filter((note) => note !== '').join(' ')}
      isTable
    >
      {table === null ? null : <TwinTable caption={question} table={table} isWhole />}
    </Panel>
  );
}
