import { PERSON_COLUMNS } from './hires-person.ts';
import { STEP_COLUMNS } from './hires-steps.ts';
import { WORK_COLUMNS } from './hires-work.ts';

/** The columns of a file of hires: one row per graduate who came near the company. */
export const HIRE_COLUMNS = [...PERSON_COLUMNS, ...STEP_COLUMNS, ...WORK_COLUMNS] as const;

/** Headers that mean `salary`, paid by the month. */
export const MONTHLY_PAY_HEADERS = [
  '月薪',
  '税前月薪',
  '月工资',
  '月薪资',
  'monthly salary',
  'monthly pay',
  'salary per month',
] as const;

export type HireField = (typeof HIRE_COLUMNS)[number]['field'];

/** The dates that show how far a graduate came. A file without any of them needs a chosen stage. */
export const STAGE_FIELDS: readonly string[] = [
  'interned_from',
  'interned_to',
  'offered_on',
  'accepted_on',
  'declined_on',
  'hired_on',
  'left_on',
  'promoted_on',
] satisfies HireField[];
