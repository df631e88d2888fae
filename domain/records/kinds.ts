import type { Bilingual } from '../language.ts';
import { COHORT_COLUMNS } from './cohorts.ts';
import type { Column } from './columns.ts';
import { COOPERATION_COLUMNS } from './cooperation.ts';
import { HIRE_COLUMNS } from './hires.ts';
import { MAJOR_COLUMNS } from './majors.ts';
import { PLAN_COLUMNS } from './plans.ts';
import { SCHOOL_COLUMNS } from './schools.ts';

/** The kinds of files that can be imported, with their columns in template order. */
export const KINDS = {
  hires: { label: { en: 'Hires', zh: '入职记录' }, columns: HIRE_COLUMNS },
  cohorts: { label: { en: 'Cohorts', zh: '毕业生去向' }, columns: COHORT_COLUMNS },
  plans: { label: { en: 'Plans', zh: '招聘计划' }, columns: PLAN_COLUMNS },
  cooperation: { label: { en: 'Cooperation', zh: '校企合作' }, columns: COOPERATION_COLUMNS },
  schools: { label: { en: 'Schools', zh: '学校目录' }, columns: SCHOOL_COLUMNS },
  majors: { label: { en: 'Majors', zh: '专业目录' }, columns: MAJOR_COLUMNS },
} as const satisfies Record<string, { label: Bilingual; columns: readonly Column[] }>;

export type Kind = keyof typeof KINDS;

/** The ids of all kinds. */
export const KIND_IDS = Object.keys(KINDS) as Kind[];

/** Whether a text names a kind that can be imported. */
export function isKind(text: string): text is Kind {
  return Object.hasOwn(KINDS, text);
}

/** The columns of a kind. */
export function columnsOf(kind: Kind): readonly Column[] {
  return KINDS[kind].columns;
}

/** One column of a kind, or null where the kind has none of that name. */
export function columnOf(kind: Kind, field: string): Column | null {
  return columnsOf(kind).find((column) => column.field === field) ?? null;
}
