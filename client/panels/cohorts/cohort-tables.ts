import type { TFunction } from 'i18next';
import type { Language } from '../../../domain/language.ts';
import { metric, type MetricId } from '../../../domain/metrics/registry.ts';
import type { Cohorts } from '../../api/release.ts';
import { nameIn } from '../../frame/named.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';

/** The rates of the own graduates: the ministry's and the association's ways of counting side by side. */
export const COHORT_METRICS = [
  'graduates',
  'placement_rate',
  'career_outcomes_rate',
  'knowledge_rate',
  'contract_rate',
  'further_study_rate',
  'flexible_rate',
  'self_employment_rate',
] as const satisfies readonly MetricId[];

type Values = Cohorts['years'][number]['values'];

function cellsOf(values: Values): PanelCell[] {
  return COHORT_METRICS.map((id): PanelCell => {
    const figure = values[id];
    return figure === undefined
      ? { kind: 'text', text: '–' }
      : { kind: 'figure', figure, unit: metric(id).unit };
  });
}

function metricColumns(language: Language) {
  return COHORT_METRICS.map((id) => ({ id, label: metric(id).label[language], numeric: true }));
}

/** Rates by class, the latest first. */
export function classesTable({ years }: Cohorts, language: Language, t: TFunction): PanelTable {
  return {
    columns: [
      { id: 'year', label: t('partner.class'), numeric: false },
      ...metricColumns(language),
    ],
    rows: years.map(({ year, values }) => ({
      id: String(year),
      cells: [{ kind: 'text', text: String(year) }, ...cellsOf(values)],
    })),
  };
}

type Counts = Cohorts['counts'];

const MOST_DAYS = 8;

/** How far a class has got by the day of each count: a row for each college, the latest days last. */
export function progressTable(
  counts: Counts,
  language: Language,
  format: Formatter,
  t: TFunction,
): PanelTable {
  const days = [...new Set(counts.map(({ countedOn }) => countedOn))].slice(-MOST_DAYS);
  const nameOf = ({ college }: Counts[number]) =>
    college === null ? t('partner.wholeSchool') : nameIn(language, college);
  const names = [...new Set(counts.map(nameOf))];
  return {
    columns: [
      { id: 'college', label: t('partner.college'), numeric: false },
      ...days.map((day) => ({
        id: day ?? 'undated',
        label: day === null ? t('partner.undated') : format.date(day),
        numeric: true,
      })),
    ],
    rows: names.map((name) => ({
      id: name,
      cells: [
        { kind: 'text', text: name },
        ...days.map((day): PanelCell => {
          const found = counts.filter((count) => count.countedOn === day && nameOf(count) === name);
          const among = found.reduce((sum, count) => sum + count.among, 0);
          const placed = found.reduce((sum, count) => sum + count.placed, 0);
          const text =
            among === 0
              ? '–'
              : `${format.value('percent', placed / among)} (n = ${format.count(among)})`;
          return { kind: 'text', text };
        }),
      ],
    })),
  };
}
