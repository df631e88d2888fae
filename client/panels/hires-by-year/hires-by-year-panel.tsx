import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { aboutOptions } from '../../api/about.ts';
import { figuresOptions } from '../../api/figures.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { isPinned, usePinnedFilters } from '../../frame/pinned-filters.ts';
import { OTHER_COLOR } from '../../frame/series-colors.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useSchoolColors } from '../../frame/use-school-colors.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { growthOf, lastWholeYear } from './growth.ts';
import { growthWords } from './growth-words.ts';
import { hiresTable } from './hires-table.ts';
import { OTHER_ID, stackBySchool } from './stack-by-school.ts';

const StackedColumns = lazy(async () => {
  const { StackedColumns: component } = await import('../../charts/stacked-columns.tsx');
  return { default: component };
});

/** Which schools feed us, and is it growing? Hires by graduation year, stacked by school. */
export function HiresByYearPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters, picks } = useFilters();
  const pinned = usePinnedFilters();
  const about = useQuery(aboutOptions);
  const answer = useQuery(figuresOptions({ metrics: ['hires'], by: ['school', 'year'], filters }));

  const stacked = useMemo(
    () => stackBySchool(answer.data?.rows ?? [], language),
    [answer.data, language],
  );
  const shownIds = useMemo(() => stacked.schools.map(({ id }) => id), [stacked]);
  const colors = useSchoolColors(shownIds);
  const series = [
    ...stacked.schools.map(({ id, name }) => ({
      id,
      label: name,
      color: colors.get(id) ?? OTHER_COLOR,
      pickable: true,
      filter: { dimension: 'school' as const, value: id },
    })),
    ...(stacked.hasOther
      ? [{ id: OTHER_ID, label: t('chart.other'), color: OTHER_COLOR, pickable: false }]
      : []),
  ];
  const growth =
    about.data === undefined
      ? null
      : growthOf(answer.data?.rows ?? [], lastWholeYear(about.data.asOf), language);
  const labels = { year: DIMENSIONS.year.label[language], total: t('chart.total') };
  const running = about.data?.latestSeason;
  const isShown = stacked.years.at(-1)?.name === String(running);

  return (
    <Panel
      id="hires-by-year"
      question={t(isPinned(pinned, 'school') ? 'hiresByYear.questionOne' : 'hiresByYear.question')}
      metrics={['hires']}
      state={panelState(answer)}
      skeleton="columns"
      table={
        answer.data === undefined
          ? null
          : hiresTable(stacked, series, labels, (key) => explained('hires', filters, key))
      }
      legend={series}
      answer={growth === null ? null : growthWords(growth, format, t)}
      note={
        about.data !== undefined && isShown
          ? t('hiresByYear.note', { season: String(running), day: format.day(about.data.asOf) })
          : undefined
      }
    >
      <Suspense fallback={<PanelSkeleton shape="columns" />}>
        <StackedColumns
          label={t('hiresByYear.label', {
            from: stacked.years[0]?.name,
            to: stacked.years.at(-1)?.name,
          })}
          totalLabel={labels.total}
          columns={stacked.years}
          series={series}
          {...picks('school')}
        />
      </Suspense>
    </Panel>
  );
}
