import type { HireRow, HireValue, StoredHire } from '../store/hire-ports.ts';
import { HIRE_ROW_COLUMNS } from '../store/sqlite/hire-writer.ts';
import { mergeKnowledge } from './merge-knowledge.ts';
import type { ParsedRow } from './parse-row.ts';

/** What a row's file says about all its rows. */
export interface FileFacts {
  readonly importId: number;
  readonly known: number;
  readonly asOf: number;
  /** The stage of all rows; null where dates say it, or nobody does. */
  readonly stage: string | null;
}

/** Ids of the entries a row names; a college that it does not name is undefined, one that it clears null. */
export interface EntityIds {
  readonly school: number;
  readonly college: number | null | undefined;
  readonly major: number;
}

/** Columns that a cell gives as it is. */
const PLAIN = HIRE_ROW_COLUMNS.filter(
  (column) =>
    ![
      'school_id',
      'college_id',
      'major_id',
      'row_key',
      'known',
      'followed_to',
      'import_id',
      'stage',
    ].includes(column),
);

const EMPTY: HireRow = {
  company: '',
  candidate_id: null,
  employee_id: null,
  row_key: null,
  school_id: 0,
  college_id: null,
  major_id: 0,
  degree: null,
  graduation_year: 0,
  channel: null,
  interned_from: null,
  interned_to: null,
  internship_base: null,
  offered_on: null,
  accepted_on: null,
  declined_on: null,
  hired_on: null,
  left_on: null,
  leave_type: null,
  leave_reason: null,
  department: null,
  position: null,
  city: null,
  province: null,
  salary: null,
  major_match: null,
  performance: null,
  promoted_on: null,
  stage: null,
  known: 0,
  followed_to: 0,
  import_id: 0,
};

/**
 * A record as it would be stored, but for its entries: what the row says over what was there. A blank cell keeps
 * the old value, and nothing that was known is forgotten.
 */
export function mergeHire(
  stored: StoredHire | null,
  { values, cleared }: ParsedRow,
  rowKey: string | null,
  file: FileFacts,
): HireRow {
  const said: Partial<Record<keyof HireRow, HireValue>> = {};
  for (const column of PLAIN) {
    const value = values.get(column);
    if (value !== undefined) said[column] = value;
    else if (cleared.has(column)) said[column] = null;
  }
  const told = { known: file.known, followed_to: file.asOf };
  const before: HireRow = stored ?? EMPTY;
  return Object.assign({ ...before }, said, {
    row_key: stored?.row_key ?? rowKey,
    stage: file.stage ?? stored?.stage ?? null,
    ...(stored === null ? told : mergeKnowledge(stored, told)),
    import_id: file.importId,
  });
}

/** The record with its entries. A college belongs to its school: it goes where the school changes. */
export function withEntities(row: HireRow, stored: StoredHire | null, ids: EntityIds): HireRow {
  const sameSchool = stored !== null && stored.school_id === ids.school;
  const before = sameSchool ? stored.college_id : null;
  const college = ids.college === undefined ? before : ids.college;
  return { ...row, school_id: ids.school, college_id: college, major_id: ids.major };
}

/** Whether a record would be stored as it already is. */
export function isSame(stored: StoredHire, row: HireRow): boolean {
  return HIRE_ROW_COLUMNS.every(
    (column) => column === 'import_id' || stored[column] === row[column],
  );
}
