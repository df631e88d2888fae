import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { METRICS } from '../../../domain/metrics/registry.ts';
import { flowOptions } from '../../api/flow.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { OTHER_COLOR } from '../../frame/series-colors.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useSchoolColors } from '../../frame/use-school-colors.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { flowEntries, flowTable } from './flow-items.ts';
import { widestWay } from './widest-way.ts';

const FlowChart = lazy(async () => {
  const { FlowChart: component } = await import('../../charts/flow-chart.tsx');
  return { default: component };
});

const PATH = ['school', 'major', 'department'] as const;
const TOP = 8;
const TOP_ON_PHONES = 5;

/** Who goes where? Hires from school over major to department. */
export function FlowPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters, picks } = useFilters();
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  const answer = useQuery(flowOptions(PATH, narrow ? TOP_ON_PHONES : TOP, filters));

  const entries = useMemo(
    () => (answer.data === undefined ? [] : flowEntries(answer.data, language)),
    [answer.data, language],
  );
  const schoolIds = useMemo(
    () => entries.flatMap(({ filter }) => (filter?.dimension === 'school' ? [filter.value] : [])),
    [entries],
  );
  const colors = useSchoolColors(schoolIds);
  const filterOf = (id: string | null) => entries.find((entry) => entry.id === id)?.filter;
  const items = entries.map((entry) => {
    const color = entry.filter?.dimension === 'school' ? colors.get(entry.filter.value) : undefined;
    return { ...entry, color: color ?? OTHER_COLOR, pickable: entry.filter !== null };
  });
  const labels = { from: t('flow.from'), to: t('flow.to'), hires: METRICS.hires.label[language] };
  const label = t('flow.label');
  const way = answer.data === undefined ? null : widestWay(answer.data, entries);
  const sentence =
    way === null
      ? null
      : t(way.hires === way.total ? 'flow.answerWay' : 'flow.answer', {
          school: way.school,
          n: format.count(way.hires),
          total: format.count(way.total),
          percent: format.value('percent', way.hires / way.total),
          major: way.major,
          department: way.department,
          m: format.count(way.band),
        });

  return (
    <Panel
      id="flow"
      question={t('flow.question')}
      metrics={['hires']}
      state={panelState(answer)}
      skeleton="flow"
      table={
        answer.data === undefined
          ? null
          : flowTable(answer.data, entries, labels, (key) => explained('hires', filters, key))
      }
      answer={sentence}
    >
      <Suspense fallback={<PanelSkeleton shape="flow" />}>
        <ScrollRegion label={t('flow.scroll')}>
          <div className="flow-width">
            <FlowChart
              label={label}
              items={items}
              bands={answer.data?.links ?? []}
              onPick={(id) => {
                const filter = filterOf(id);
                if (filter) picks(filter.dimension).onPick(filter.value);
              }}
              onPoint={(id) => {
                const filter = filterOf(id);
                picks(filter?.dimension ?? 'school').onPoint(filter?.value ?? null);
              }}
            />
          </div>
        </ScrollRegion>
      </Suspense>
    </Panel>
  );
}
