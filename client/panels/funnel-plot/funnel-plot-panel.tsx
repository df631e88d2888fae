import { Text } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { metric } from '../../../domain/metrics/registry.ts';
import { shareDomain } from '../../charts/funnel-scale.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useSchoolColors } from '../../frame/use-school-colors.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFairComparison, type FairPanelProps } from '../fair/use-fair-comparison.ts';
import { funnelLegend, funnelMarks, namedSchools } from './funnel-marks.ts';
import { funnelFinding, funnelSchools } from './funnel-points.ts';
import { funnelTable } from './funnel-table.ts';
import { differenceWords, funnelAnswer } from './funnel-words.ts';

const FunnelChart = lazy(async () => {
  const { FunnelChart: component } = await import('../../charts/funnel-chart.tsx');
  return { default: component };
});

/** Which schools differ from the whole by more than chance? Rates over sizes, with the limits of chance. */
export function FunnelPlotPanel(props: FairPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { picks } = useFilters();
  const {
    metric: id,
    state,
    comparison,
    explainOf,
    highlighted,
    pooledNote,
    reason,
  } = useFairComparison(props);
  const schools = useMemo(
    () => (comparison === null ? [] : funnelSchools(comparison, highlighted, language)),
    [comparison, highlighted, language],
  );
  const namedIds = useMemo(() => namedSchools(schools).map((school) => school.id), [schools]);
  const colors = useSchoolColors(namedIds);
  const name = metric(id).label[language];
  const whole = comparison?.whole;
  const limits = comparison?.limits ?? [];
  const finding = whole === undefined ? null : funnelFinding(schools, whole);
  const marks = funnelMarks(schools, colors, ({ rate, n, row }) => [
    { label: name, value: format.value('percent', rate) },
    {
      label: t('funnel.interval'),
      value: format.interval('percent', row.low ?? 0, row.high ?? 1),
    },
    {
      label: t('funnel.people'),
      value: t('funnel.ofPeople', { x: format.count(row.x ?? 0), n: format.count(n) }),
    },
    { label: differenceWords(row, t), value: '' },
  ]);
  const legend = funnelLegend(marks, {
    same: t('funnel.sameAll'),
    unnamed: t('funnel.differsUnnamed'),
  });
  const notes = [
    t('funnel.note', { rate: format.value('percent', whole?.value ?? 0) }),
    ...(shareDomain(schools, limits)[0] > 0 ? [t('funnel.noteAxis')] : []),
    ...(marks.some(({ isSmall }) => isSmall) ? [t('funnel.noteSmall')] : []),
    ...(pooledNote === null ? [] : [pooledNote]),
  ];

  return (
    <Panel
      id="funnel"
      question={t('funnel.question')}
      metrics={[id]}
      state={state}
      skeleton="flow"
      table={
        comparison === null
          ? null
          : funnelTable(
              schools,
              {
                school: DIMENSIONS.school.label[language],
                rate: name,
                counted: t('funnel.counted'),
                people: t('funnel.people'),
                whole: t('funnel.againstWhole'),
              },
              ({ row }) => differenceWords(row, t),
              explainOf,
            )
      }
      legend={legend}
      answer={
        finding === null || whole === undefined
          ? null
          : funnelAnswer(finding, whole, language, format, t)
      }
      {...(reason === null ? {} : { empty: <Text c="dimmed">{reason}</Text> })}
      note={notes.join(language === 'zh' ? '' : ' ')}
    >
      <Suspense fallback={<PanelSkeleton shape="flow" />}>
        <FunnelChart
          label={t('funnel.label', { metric: name })}
          sizeLabel={t('funnel.sizeAxis')}
          marks={marks}
          limits={limits}
          whole={whole?.value ?? 0}
          {...picks('school')}
        />
      </Suspense>
    </Panel>
  );
}
