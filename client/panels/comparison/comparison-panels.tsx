import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { DIMENSIONS, dimension } from '../../../domain/dimensions.ts';
import type { Filters } from '../../../domain/filters.ts';
import { metric } from '../../../domain/metrics/registry.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { useComparison } from '../../frame/use-comparison.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { comparedFigures, ratesApart, type ComparedFigure } from './compared-figures.ts';
import { comparedYears } from './compared-years.ts';
import { ComparisonRows } from './comparison-rows.tsx';
import { comparedYearsTable, comparisonTable } from './comparison-tables.ts';
import { COMPARED, useCompared } from './use-compared.ts';

const ComparedLines = lazy(async () => {
  const { ComparedLines: component } = await import('../../charts/compared-lines.tsx');
  return { default: component };
});

/** How do two selections differ, and how did they develop? Nothing where none is compared. */
export function ComparisonPanels() {
  const { filters } = useFilters();
  const { other } = useComparison();
  return other === null ? null : <TwoSelections own={filters} other={other} />;
}

interface TwoSelectionsProps {
  readonly own: Filters;
  readonly other: Filters;
}

function TwoSelections({ own, other }: TwoSelectionsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { state, first, second, degree, pay, otherPay } = useCompared(own, other);
  const both = first !== undefined && second !== undefined;
  const figures = both
    ? [
        ...comparedFigures(COMPARED, first.total, second.total),
        ...comparedFigures(
          ['salary_median'],
          pay === undefined ? {} : { salary_median: pay },
          otherPay === undefined ? {} : { salary_median: otherPay },
        ),
      ]
    : null;
  const years = both ? comparedYears(first, second) : null;
  const names = { own: t('comparison.own'), other: t('comparison.against') };
  const labels = {
    ...names,
    figure: t('comparison.figure'),
    difference: t('comparison.difference'),
  };
  const degreeName = degree === null ? undefined : dimension('degree').codes?.[degree]?.[language];
  const labelOf = ({ metric: id }: ComparedFigure) => {
    const label = metric(id).label[language];
    return id === 'salary_median' && degreeName !== undefined
      ? t('comparison.within', { label, degree: degreeName })
      : label;
  };
  const differenceOf = ({ metric: id, difference }: ComparedFigure) =>
    difference === null ? '' : format.change(metric(id).unit, difference);
  const apart = figures === null ? null : ratesApart(figures);
  const list = (apart ?? [])
    .map((figure) =>
      t('comparison.item', { metric: labelOf(figure), change: differenceOf(figure) }),
    )
    .join(language === 'zh' ? '、' : ', ');
  const answer =
    apart === null
      ? null
      : apart.length === 0
        ? t('comparison.answerNothing')
        : t('comparison.answerApart', { list });

  return (
    <>
      <Panel
        id="comparison"
        question={t('comparison.question')}
        metrics={[...COMPARED, 'salary_median']}
        state={state}
        skeleton="table"
        table={figures === null ? null : comparisonTable(figures, labels, labelOf, differenceOf)}
        answer={answer}
        note={t('comparison.note')}
        isTable
      >
        <ComparisonRows
          caption={t('comparison.question')}
          figures={figures ?? []}
          labels={labels}
          labelOf={labelOf}
        />
      </Panel>
      <Panel
        id="compared-years"
        question={t('comparison.years')}
        metrics={['hires']}
        state={state}
        skeleton="columns"
        table={
          years === null
            ? null
            : comparedYearsTable(years, { ...names, year: DIMENSIONS.year.label[language] })
        }
        legend={[
          { id: 'own', label: names.own, color: 'var(--chart-accent)' },
          { id: 'other', label: names.other, color: 'var(--chart-compared)' },
        ]}
      >
        <Suspense fallback={<PanelSkeleton shape="columns" />}>
          <ComparedLines label={t('comparison.yearsLabel')} points={years ?? []} names={names} />
        </Suspense>
      </Panel>
    </>
  );
}
