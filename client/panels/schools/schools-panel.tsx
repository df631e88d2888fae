import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { DIMENSIONS, dimension } from '../../../domain/dimensions.ts';
import { METRICS } from '../../../domain/metrics/registry.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import {
  SCHOOL_METRICS,
  schoolSort,
  sortedSchools,
  sortParameter,
  type SchoolMetric,
} from './school-rows.ts';
import { schoolsPanelTable } from './schools-panel-table.ts';
import { SchoolsTable } from './schools-table.tsx';
import { useSchools } from './use-schools.ts';

const FIRST_ROWS = 15;

/** How do our schools compare? Figures of every school, sortable, with intervals where a rate is compared. */
export function SchoolsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const { parameters, change } = useViewState();
  const { state, rows, degree } = useSchools(filters);
  const sort = schoolSort(valuesOf(parameters, 'sort')[0]);
  const sorted = useMemo(() => sortedSchools(rows ?? [], sort), [rows, sort]);
  const all = valuesOf(parameters, 'rows').includes('all');
  const shown = all ? sorted : sorted.slice(0, FIRST_ROWS);

  const degreeName = degree === null ? null : dimension('degree').codes?.[degree]?.[language];
  const pay = METRICS.salary_median.label[language];
  const labels = {
    school: DIMENSIONS.school.label[language],
    hires: METRICS.hires.label[language],
    intern_conversion: METRICS.intern_conversion.label[language],
    acceptance_rate: METRICS.acceptance_rate.label[language],
    retention_12m: METRICS.retention_12m.label[language],
    salary_median: degreeName ? t('figure.within', { label: pay, degree: degreeName }) : pay,
  };

  const explain = (id: SchoolMetric, school: string) =>
    explained(
      id,
      id === 'salary_median' && degree !== null ? { ...filters, degree: [degree] } : filters,
      { school },
    );

  return (
    <Panel
      id="schools"
      question={t('schools.question')}
      metrics={SCHOOL_METRICS}
      state={state}
      skeleton="table"
      table={rows === null ? null : schoolsPanelTable(sorted, labels)}
      note={t('schools.note')}
      isTable
    >
      <SchoolsTable
        caption={t('schools.question')}
        rows={shown}
        labels={labels}
        explain={explain}
        sort={sort}
        onSort={(next) => change({ sort: [sortParameter(next)] })}
      />
      {sorted.length > FIRST_ROWS ? (
        <Button variant="default" mt="sm" onClick={() => change({ rows: all ? [] : ['all'] })}>
          {all ? t('schools.fewer') : t('schools.all', { n: format.count(sorted.length) })}
        </Button>
      ) : null}
    </Panel>
  );
}
