import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { cohortOptions } from '../../api/pipeline.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { largestLoss } from './largest-loss.ts';
import { apartSentences } from './apart-sentences.ts';
import { completeOnly, explainedOutcomes } from './explained-stages.ts';
import {
  hasPath,
  shownStages,
  stageBars,
  type SegmentKind,
  type StageBar,
} from './stage-segments.ts';
import { stagesTable } from './stages-table.ts';
import { usePipelineView } from './use-pipeline-view.ts';

const StageBars = lazy(async () => {
  const { StageBars: component } = await import('../../charts/stage-bars.tsx');
  return { default: component };
});

const KIND_COLORS = {
  here: 'var(--chart-accent)',
  lost: 'var(--chart-6)',
  open: 'var(--chart-open)',
  unknown: 'var(--chart-other)',
} as const satisfies Record<SegmentKind, string>;

const KINDS = ['here', 'lost', 'open', 'unknown'] as const satisfies SegmentKind[];

/** How far does a class come, and where is it lost? Each bar is as long as the stage before it. */
export function StagesPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters, picks } = useFilters();
  const { by } = usePipelineView();
  const answer = useQuery(cohortOptions(by, filters));
  const total = answer.data?.total;
  const stages = total === undefined ? [] : shownStages(total);
  const bars = stageBars(stages, t('stages.here'), language);
  const stood = total !== undefined && hasPath(total) ? completeOnly(filters) : filters;
  const stageName = (id: StageBar['id']) => t(`stages.stage.${id}`);
  const nobody = bars.every(({ count }) => count === 0);
  const loss = largestLoss(stages);
  const shown = KINDS.filter((kind) =>
    bars.some((bar) => bar.segments.some((s) => s.kind === kind)),
  );
  const series = shown.map((kind) => ({
    id: kind,
    label: t(`stages.kind.${kind}`),
    color: KIND_COLORS[kind],
  }));
  const labels = {
    stage: t('stages.stageLabel'),
    what: t('stages.what'),
    people: t('stages.people'),
    here: t('stages.here'),
    stageName,
  };
  const answerText =
    loss === null
      ? null
      : t(loss.key, {
          lost: format.count(loss.lost),
          among: format.count(loss.among),
          share: format.value('percent', loss.lost / loss.among),
          open: format.count(loss.open),
        });
  return (
    <Panel
      id="stages"
      question={t('stages.question')}
      metrics={[
        'offers',
        'acceptances',
        'hires',
        'acceptance_rate',
        'show_up_rate',
        'first_year_turnover',
      ]}
      state={panelState(answer)}
      skeleton="bars"
      table={
        total === undefined
          ? null
          : stagesTable(nobody ? [] : bars, labels, (outcomes) =>
              stood === null ? undefined : explainedOutcomes(stood, outcomes),
            )
      }
      legend={series}
      answer={answerText}
      note={[
        t('stages.note'),
        ...(total === undefined ? [] : apartSentences(total, format, t)),
      ].join(' ')}
    >
      <Suspense fallback={<PanelSkeleton shape="bars" />}>
        <StageBars
          label={t('stages.chart', {
            stages: bars
              .map(({ id, count }) => `${stageName(id)}: ${format.count(count)}`)
              .join(', '),
          })}
          bars={bars.map(({ id, count, segments }) => ({
            id,
            label: stageName(id),
            count,
            segments: segments.map(({ kind, label, count: people, outcome }) => ({
              kind,
              label,
              count: people,
              pick: outcome,
            })),
          }))}
          series={series}
          {...picks('outcome')}
        />
      </Suspense>
    </Panel>
  );
}
