import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { METRICS } from '../../../domain/metrics/registry.ts';
import { forecastOptions } from '../../api/forecast.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { panelState } from '../../frame/panel-state.ts';
import type { PanelCell } from '../../frame/panel-table.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { classLines, laterSentence } from './forecast-rows.ts';

const LineSeriesChart = lazy(async () => {
  const { LineSeriesChart: component } = await import('../../charts/line-series.tsx');
  return { default: component };
});

const countCell = (value: number | null): PanelCell =>
  value === null ? { kind: 'text', text: '–' } : { kind: 'count', count: Math.round(value) };

/** What may later classes bring? Past classes, the plan, and a forecast where the past allows one. */
export function LaterClassesPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const answer = useQuery(forecastOptions(filters));
  const { data } = answer;
  const lines = data === undefined ? [] : classLines(data);
  const sentence = data === undefined ? null : laterSentence(data, format);
  const isShown = data?.later.verdict === 'shown';
  const names = {
    hires: METRICS.campus_hires.label[language],
    planned: METRICS.planned.label[language],
    expected: t('forecast.expected'),
    error: t('forecast.error'),
  };
  const series = [
    { id: 'hires', label: names.hires, color: 'var(--chart-accent)' },
    { id: 'planned', label: names.planned, color: 'var(--chart-other)', dashed: true },
    ...(isShown
      ? [{ id: 'expected', label: names.expected, color: 'var(--chart-3)', dashed: true }]
      : []),
  ];
  return (
    <Panel
      id="forecast-later"
      question={t('forecast.later')}
      metrics={['campus_hires', 'planned']}
      state={panelState(answer)}
      skeleton="columns"
      table={
        data === undefined
          ? null
          : {
              columns: [
                { id: 'year', label: DIMENSIONS.year.label[language], numeric: false },
                { id: 'hires', label: names.hires, numeric: true },
                { id: 'expected', label: names.expected, numeric: true },
                { id: 'error', label: names.error, numeric: true },
                { id: 'planned', label: names.planned, numeric: true },
              ],
              rows: lines.map(({ year, hires, expected, error, planned }) => ({
                id: String(year),
                cells: [
                  { kind: 'text', text: String(year) },
                  ...[hires, expected, error, planned].map(countCell),
                ],
              })),
            }
      }
      legend={series}
      answer={sentence === null ? null : t(sentence.key, sentence.words)}
      note={t('forecast.laterNote')}
    >
      <Suspense fallback={<PanelSkeleton shape="columns" />}>
        <LineSeriesChart
          label={t('forecast.chart')}
          points={lines.map(({ year, ...values }) => ({ name: String(year), values }))}
          series={series}
          withDots
        />
      </Suspense>
    </Panel>
  );
}
