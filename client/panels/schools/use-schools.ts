import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Filters } from '../../../domain/filters.ts';
import { figuresOptions } from '../../api/figures.ts';
import { panelState, type PanelState } from '../../frame/panel-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { payOptions, usePayDegree } from '../use-pay-degree.ts';
import { schoolRows, type SchoolRow } from './school-rows.ts';

/** Asks for the figures of every school of a selection; pay within one degree. */
export function useSchools(filters: Filters): {
  readonly state: PanelState;
  readonly rows: readonly SchoolRow[] | null;
  readonly degree: string | null;
} {
  const language = useLanguage();
  const { degree, answer: degrees } = usePayDegree(filters);
  const figures = useQuery(
    figuresOptions({
      metrics: ['hires', 'intern_conversion', 'acceptance_rate', 'retention_12m'],
      by: ['school'],
      filters,
    }),
  );
  const pay = useQuery(payOptions({ metrics: ['salary_median'], by: ['school'], filters }, degree));
  const rows = useMemo(
    () =>
      figures.data === undefined
        ? null
        : schoolRows(figures.data.rows, pay.data?.rows ?? [], language),
    [figures.data, pay.data, language],
  );
  const needed = [figures, degrees, ...(degree === null ? [] : [pay])];
  return { state: panelState(...needed), rows, degree };
}
