import type { KeyedKind } from '../import-ports.ts';

interface KeyedTable {
  /** Each key column as it is compared: as the unique index has it, where a blank is a value too. */
  readonly key: Readonly<Record<string, (column: string) => string>>;
  /** Every column that is written, but for the id. */
  readonly columns: readonly string[];
}

const plain = (column: string): string => column;
const blankId = (column: string): string => `ifnull(${column}, 0)`;
const blankText = (column: string): string => `ifnull(${column}, '')`;
const blankDay = (column: string): string => `ifnull(${column}, -100000)`;

/** The tables of the kinds whose records are known by columns of theirs. */
export const KEYED_TABLES: Readonly<Record<KeyedKind, KeyedTable>> = {
  cohorts: {
    key: {
      school_id: plain,
      major_id: plain,
      graduation_year: plain,
      college_id: blankId,
      degree: blankText,
      counted_on: blankDay,
    },
    columns: [
      'school_id',
      'college_id',
      'major_id',
      'degree',
      'graduation_year',
      'counted_on',
      'graduates',
      'agreement_contract',
      'other_form',
      'flexible',
      'self_employed',
      'public_service',
      'further_study',
      'abroad',
      'seeking',
      'not_seeking',
      'unknown',
      'signed_here',
      'import_id',
    ],
  },
  plans: {
    key: { year: plain, major_id: blankId, department: blankText, degree: blankText },
    columns: ['year', 'department', 'major_id', 'degree', 'headcount', 'shared', 'import_id'],
  },
  cooperation: {
    key: { school_id: plain, kind: plain, title: plain, starts_on: blankDay },
    columns: [
      'school_id',
      'college_id',
      'kind',
      'title',
      'starts_on',
      'ends_on',
      'status',
      'people',
      'seats',
      'amount',
      'outcome',
      'next_on',
      'contact_role',
      'shared',
      'used',
      'courses',
      'hours',
      'mentors',
      'results_stage',
      'minutes',
      'promises',
      'links',
      'revision',
      'import_id',
    ],
  },
};
