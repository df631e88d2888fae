import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { EVENTS } from '../../../domain/events.ts';
import { activityOptions } from '../../api/pipeline.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { OTHER_COLOR, SERIES_COLORS } from '../../frame/series-colors.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { activityYears, eventsShown, yearsTable } from './activity-series.ts';
import { usePipelineView } from './use-pipeline-view.ts';

const LineSeriesChart = lazy(async () => {
  const { LineSeriesChart: component } = await import('../../charts/line-series.tsx');
  return { default: component };
});

/** What happened in each calendar year? Events of all classes; no line need be a part of another. */
export function ActivityPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const { by } = usePipelineView();
  const answer = useQuery(activityOptions(by, filters));
  const { total = [], asOf = '' } = answer.data ?? {};
  const events = eventsShown(total);
  const series = events.map((event, index) => ({
    id: event,
    label: EVENTS[event][language],
    color: SERIES_COLORS[index] ?? OTHER_COLOR,
  }));
  const isRunning = (year: number) => asOf < `${year}-12-31`;
  const name = (year: number) => (isRunning(year) ? `${year}*` : String(year));
  const years = activityYears(total);
  const running = years.at(-1)?.year;
  const question = t('stages.activity.question');
  return (
    <Panel
      id="activity"
      question={question}
      metrics={['interns', 'offers', 'acceptances', 'hires']}
      state={panelState(answer)}
      skeleton="columns"
      table={
        answer.data === undefined
          ? null
          : yearsTable(total, { first: t('stages.activity.year'), name }, filters, language)
      }
      legend={series}
      note={[
        t('stages.activity.note'),
        running !== undefined && isRunning(running)
          ? t('stages.activity.running', { year: String(running), day: format.day(asOf) })
          : '',
      ].join(' ')}
    >
      <Suspense fallback={<PanelSkeleton shape="columns" />}>
        <LineSeriesChart
          label={t('stages.activity.chart', {
            from: String(years[0]?.year),
            to: String(running),
          })}
          points={years.map(({ year, counts }) => ({
            name: name(year),
            values: counts,
            partial: isRunning(year),
          }))}
          series={series}
          withDots
        />
      </Suspense>
    </Panel>
  );
}
