import { lazy, Suspense } from 'react';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import type { Filters } from '../../../domain/filters.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { useComparison } from '../../frame/use-comparison.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { comparedYears } from './compared-years.ts';
import { comparedYearsTable } from './comparison-tables.ts';
import { FiguresPanel } from './figures-panel.tsx';
import { useCompared } from './use-compared.ts';

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
  const compared = useCompared(own, other);
  const { state, first, second } = compared;
  const years = first !== undefined && second !== undefined ? comparedYears(first, second) : null;
  const names = { own: t('comparison.own'), other: t('comparison.against') };
  const yearLabels = { ...names, year: DIMENSIONS.year.label[language] };
  return (
    <>
      <FiguresPanel
        id="comparison"
        question={t('comparison.question')}
        compared={compared}
        names={names}
        note={t('comparison.note')}
      />
      <Panel
        id="compared-years"
        question={t('comparison.years')}
        metrics={['hires']}
        state={state}
        skeleton="columns"
        table={
          years === null
            ? null
            : comparedYearsTable(years, yearLabels, (side, year) =>
                explained('hires', side === 'own' ? own : other, { year }),
              )
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
