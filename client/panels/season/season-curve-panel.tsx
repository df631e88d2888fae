import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import { seasonOptions } from '../../api/season.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { planOf, seasonStanding, type SeasonLine } from './season-answer.ts';
import { linesTable, seasonLines } from './season-lines.ts';
import { useSeasonView } from './use-season-view.ts';

const LineSeriesChart = lazy(async () => {
  const { LineSeriesChart: component } = await import('../../charts/line-series.tsx');
  return { default: component };
});

/** The metric that each line counts. */
const COUNTED = {
  accepted: 'acceptances',
  offered: 'offers',
} as const satisfies Record<SeasonLine, MetricId>;

/** The season, the one before, and the one before that. */
const COLORS = ['var(--chart-accent)', 'var(--chart-3)', 'var(--chart-other)'];

/** How is this season going? Acceptances or offers by week against plan and the same day of the last seasons. */
export function SeasonCurvePanel({ line }: { readonly line: SeasonLine }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const { filters } = useFilters();
  const { by } = useSeasonView();
  const answer = useQuery(seasonOptions(by, filters));
  const season = answer.data;
  const rows = season === undefined ? [] : seasonLines(season, line);
  const seasonName = (year: number) => t('seasonPage.season', { year: String(year) });
  const series = (season?.seasons ?? []).map(({ year }, index) => ({
    id: String(year),
    label: seasonName(year),
    color: COLORS[index] ?? 'var(--chart-other)',
    dashed: index > 0,
  }));
  const standing = season === undefined ? null : seasonStanding(season, line);
  const plan = season === undefined || line !== 'accepted' ? null : planOf(season);
  const day = format.day(season?.seasons[0]?.asOf ?? '');
  const withdrawn = season?.seasons[0]?.points.at(-1)?.counts.withdrawn ?? 0;
  const labels = { week: t('seasonPage.week'), day: t('seasonPage.day'), season: seasonName };
  const notes = [
    t('seasonPage.note'),
    line === 'accepted' && withdrawn > 0
      ? t('seasonPage.withdrawn', { withdrawn: format.count(withdrawn) })
      : '',
    line === 'accepted' && season?.planned?.status === 'not_applicable'
      ? t('seasonPage.planNotApplicable')
      : '',
  ];
  return (
    <Panel
      id={`season-${line}`}
      question={t(`seasonPage.question.${line}`)}
      metrics={line === 'accepted' ? ['acceptances', 'planned'] : ['offers']}
      state={panelState(answer)}
      skeleton="columns"
      table={
        season === undefined
          ? null
          : linesTable(season, rows, labels, (year, asOf) =>
              explained(COUNTED[line], filters, { year }, asOf),
            )
      }
      legend={series}
      answer={
        standing === null
          ? null
          : t(standing.key, {
              day,
              now: format.count(standing.now),
              before: format.count(standing.before),
              plan: format.count(standing.plan),
            })
      }
      note={notes.filter((note) => note !== '').join(' ')}
    >
      <Suspense fallback={<PanelSkeleton shape="columns" />}>
        <LineSeriesChart
          label={t('seasonPage.chart', { day })}
          points={rows.map((row) => ({
            name: row.day,
            title: t('seasonPage.weekOf', {
              week: format.count(row.week),
              day: format.day(row.day),
            }),
            values: row.values,
          }))}
          series={series}
          level={
            plan === null
              ? undefined
              : { value: plan, label: t('seasonPage.plan', { plan: format.count(plan) }) }
          }
          withDots={false}
        />
      </Suspense>
    </Panel>
  );
}
