import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Filters } from '../../../domain/filters.ts';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import { figuresOptions } from '../../api/figures.ts';
import { explained } from '../../frame/explanation.ts';
import { panelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { chosenClass } from './class-choice.ts';
import { DEMAND_METRICS, demandByMajor } from './demand-rows.ts';
import { classesBefore, supplyRows } from './supply-rows.ts';
import { useClasses } from './use-classes.ts';

/** Asks who graduates a chosen major in a coming class, and what became of those of the classes before. */
export function useSupply() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filters } = useFilters();
  const { parameters, change } = useViewState();
  const { classes, lastWhole, answers, asked, choose } = useClasses();
  const year = chosenClass(classes, asked, classes.coming);
  const ofYear: Filters =
    year === null ? filters : { ...filters, year: [{ from: year, to: year }] };
  const demand = useQuery({
    ...figuresOptions({ metrics: DEMAND_METRICS, by: ['major'], filters: ofYear }),
    enabled: year !== null,
  });
  const majors = useMemo(
    () =>
      demandByMajor(demand.data?.rows ?? [], language, t('majors.any')).filter(
        ({ isAny }) => !isAny,
      ),
    [demand.data, language, t],
  );
  const wanted = valuesOf(parameters, 'supply')[0];
  const major = majors.find(({ id }) => id === wanted) ?? majors[0] ?? null;
  const ofMajor = (span: Filters): Filters =>
    major === null ? span : { ...span, major: [Number(major.id)] };
  const before =
    year === null || lastWhole === null ? null : classesBefore(classes.years, year, lastWhole);
  const ofComing = ofMajor(ofYear);
  const ofPast = ofMajor(before === null ? filters : { ...filters, year: [before] });
  const coming = useQuery({
    ...figuresOptions({ metrics: ['graduates'], by: ['school'], filters: ofComing }),
    enabled: major !== null,
  });
  const past = useQuery({
    ...figuresOptions({
      metrics: ['campus_hires', 'yield', 'retention_12m'],
      by: ['school'],
      filters: ofPast,
    }),
    enabled: major !== null && before !== null,
  });
  const rows = useMemo(
    () =>
      major === null ? [] : supplyRows(coming.data?.rows ?? [], past.data?.rows ?? [], language),
    [coming.data, past.data, language, major],
  );
  const needed = [
    ...answers,
    ...(year === null ? [] : [demand]),
    ...(major === null ? [] : [coming]),
    ...(major === null || before === null ? [] : [past]),
  ];
  return {
    state: panelState(...needed),
    classes,
    year,
    before,
    majors,
    major,
    rows,
    explainOf: (metric: MetricId, school: string) =>
      explained(metric, metric === 'graduates' ? ofComing : ofPast, { school }),
    choose,
    chooseMajor: (id: string) => change({ supply: [id] }),
  };
}
