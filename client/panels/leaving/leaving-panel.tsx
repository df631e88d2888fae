import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { dimension } from '../../../domain/dimensions.ts';
import { figuresOptions } from '../../api/figures.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { leavingAnswer, leavingBy, leavingTable, type LeavingColumns } from './leaving-shape.ts';

const StackedColumns = lazy(async () => {
  const { StackedColumns: component } = await import('../../charts/stacked-columns.tsx');
  return { default: component };
});

/** How people leave: by the year of their employment, or by the year they were hired in. */
export function LeavingPanel({ by }: { readonly by: LeavingColumns }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const isWhen = by === 'leave_year';
  const answer = useQuery(
    figuresOptions({ metrics: ['leavers'], by: ['leave_type', by], filters }),
  );
  const leaving = leavingBy(by, answer.data?.rows ?? [], language);
  const said = isWhen ? leavingAnswer(leaving) : null;
  const labels = { column: dimension(by).label[language], total: t('chart.total') };
  return (
    <Panel
      id={isWhen ? 'leaving' : 'leaving-years'}
      question={t(isWhen ? 'leaving.when' : 'leaving.years')}
      metrics={['leavers']}
      state={panelState(answer)}
      skeleton="columns"
      table={
        answer.data === undefined
          ? null
          : leavingTable(by, leaving, labels, (key) => explained('leavers', filters, key))
      }
      legend={leaving.types}
      answer={
        said === null
          ? null
          : t('leaving.answer', {
              n: format.count(said.n),
              part: format.percent(said.part),
              type: said.type,
              typePart: format.percent(said.typePart),
            })
      }
      note={t(isWhen ? 'leaving.noteWhen' : 'leaving.noteYears')}
    >
      <Suspense fallback={<PanelSkeleton shape="columns" />}>
        <StackedColumns
          label={t('leaving.label')}
          totalLabel={labels.total}
          columns={leaving.columns}
          series={leaving.types.map((type) => ({ ...type, pickable: false }))}
          onPick={() => undefined}
        />
      </Suspense>
    </Panel>
  );
}
