import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { figuresOptions } from '../../api/figures.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { planMet, type PlanMet } from './demand-answers.ts';
import { DemandChart, demandLegend } from './demand-chart.tsx';
import { DEMAND_METRICS, demandByYear, demandTable, lacks, pairedCounts } from './demand-rows.ts';
import { useClasses } from './use-classes.ts';

/** More classes than these are too many to read; the earliest are not shown in the chart. */
const MOST_YEARS = 12;

function metWords(met: PlanMet, format: Formatter, t: TFunction): string {
  const words = {
    year: String(met.year),
    planned: format.count(met.planned),
    filled: format.count(met.filled),
    percent: format.value('percent', met.filled / met.planned),
  };
  const sentence = t('majors.answerYear', words);
  if (met.next === null) return sentence;
  const next = { year: String(met.next.year), planned: format.count(met.next.planned) };
  return t('majors.answerNext', { sentence, ...next });
}

/** Do we hire as many as we plan? Places, campus hires and graduates by class, coming ones included. */
export function DemandYearsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters, picks } = useFilters();
  const { classes, lastWhole } = useClasses();
  const answer = useQuery(figuresOptions({ metrics: DEMAND_METRICS, by: ['year'], filters }));
  const rows = useMemo(
    () => demandByYear(answer.data?.rows ?? [], language),
    [answer.data, language],
  );
  const met =
    lastWhole === null || classes.coming === null ? null : planMet(rows, lastWhole, classes.coming);
  const isOff = answer.data !== undefined && lacks(answer.data.total, 'planned');
  return (
    <Panel
      id="demand-years"
      question={t('majors.years')}
      metrics={DEMAND_METRICS}
      state={panelState(answer)}
      skeleton="bars"
      table={
        answer.data === undefined
          ? null
          : demandTable('year', rows, DIMENSIONS.year.label[language], language, (id, key) =>
              explained(id, filters, key),
            )
      }
      legend={demandLegend(language)}
      answer={met === null ? null : metWords(met, format, t)}
      note={t(isOff ? 'majors.planless' : 'majors.yearsNote')}
    >
      <DemandChart
        items={pairedCounts(rows.slice(-MOST_YEARS), MOST_YEARS, t('chart.rest'))}
        {...picks('year')}
      />
    </Panel>
  );
}
