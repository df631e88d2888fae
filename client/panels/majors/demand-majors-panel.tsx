import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import { figuresOptions } from '../../api/figures.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { chosenClass } from './class-choice.ts';
import { ClassSelect } from './class-select.tsx';
import { largestGap, scarcest } from './demand-answers.ts';
import { DemandChart, demandLegend } from './demand-chart.tsx';
import {
  DEMAND_METRICS,
  demandByMajor,
  demandTable,
  lacks,
  pairedCounts,
  type DemandRow,
  type ExplainDemand,
} from './demand-rows.ts';
import { useClasses } from './use-classes.ts';

const MOST_MAJORS = 16;
/** What stands beside the chart, which shows places and hires. */
const BESIDE = ['gap', 'fill_rate', 'graduates', 'supply_ratio'] as const satisfies MetricId[];

function words(rows: readonly DemandRow[], year: number, format: Formatter, t: TFunction) {
  const gap = largestGap(rows);
  if (gap !== null) {
    return t('majors.answerGap', {
      year: String(year),
      major: gap.major,
      gap: format.count(gap.gap),
      planned: format.count(gap.planned),
    });
  }
  const scarce = scarcest(rows);
  if (scarce === null) return null;
  return t('majors.answerScarce', {
    year: String(year),
    major: scarce.major,
    ratio: format.value('ratio', scarce.ratio),
    planned: format.count(scarce.planned),
  });
}

/** Which majors do we want, and who fills them? Places, hires and graduates of one class by major. */
export function DemandMajorsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters, picks } = useFilters();
  const { classes, answers, asked, choose } = useClasses();
  const year = chosenClass(classes, asked, classes.ended);
  const ofYear = year === null ? filters : { ...filters, year: [{ from: year, to: year }] };
  const answer = useQuery({
    ...figuresOptions({ metrics: DEMAND_METRICS, by: ['major'], filters: ofYear }),
    enabled: year !== null,
  });
  const rows = useMemo(
    () => (year === null ? [] : demandByMajor(answer.data?.rows ?? [], language, t('majors.any'))),
    [answer.data, language, t, year],
  );
  const isOff = answer.data !== undefined && lacks(answer.data.total, 'planned');
  const explainOf: ExplainDemand = (id, key) => explained(id, ofYear, key);
  const name = DIMENSIONS.major.label[language];
  return (
    <Panel
      id="demand-majors"
      question={t('majors.demand')}
      metrics={DEMAND_METRICS}
      state={panelState(...answers, ...(year === null ? [] : [answer]))}
      skeleton="bars"
      table={
        answer.data === undefined && year !== null
          ? null
          : demandTable('major', rows, name, language, explainOf)
      }
      legend={demandLegend(language)}
      controls={
        year === null ? undefined : (
          <ClassSelect years={classes.years} chosen={year} onChoose={choose} />
        )
      }
      answer={year === null ? null : words(rows, year, format, t)}
      note={t(isOff ? 'majors.planless' : 'majors.demandNote')}
    >
      <div className="chart-pair">
        <DemandChart items={pairedCounts(rows, MOST_MAJORS, t('chart.rest'))} {...picks('major')} />
        <TwinTable
          caption={t('majors.demandTable', { year: String(year) })}
          table={demandTable('major', rows, name, language, explainOf, BESIDE)}
          isWhole
        />
      </div>
    </Panel>
  );
}
