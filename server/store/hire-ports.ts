import type { Day } from '../../domain/dates.ts';

/** A value of a column of `hires`. */
export type HireValue = string | number | null;

/** A stored row of `hires` by column name. */
export interface HireRow {
  company: string;
  candidate_id: string | null;
  employee_id: string | null;
  row_key: string | null;
  school_id: number;
  college_id: number | null;
  major_id: number;
  degree: string | null;
  graduation_year: number;
  channel: string | null;
  interned_from: Day | null;
  interned_to: Day | null;
  internship_base: string | null;
  offered_on: Day | null;
  accepted_on: Day | null;
  declined_on: Day | null;
  hired_on: Day | null;
  left_on: Day | null;
  leave_type: string | null;
  leave_reason: string | null;
  department: string | null;
  position: string | null;
  city: string | null;
  province: string | null;
  salary: number | null;
  major_match: number | null;
  performance: number | null;
  promoted_on: Day | null;
  stage: string | null;
  known: number;
  followed_to: Day;
  import_id: number;
}

export type StoredHire = HireRow & { id: number };

/** Reading and writing single hires. */
export interface HireWriter {
  byCandidate(company: string, candidateId: string): StoredHire | null;
  byEmployee(company: string, employeeId: string): StoredHire | null;
  byRowKey(rowKey: string): StoredHire | null;
  insert(row: HireRow): number;
  update(id: number, row: HireRow): void;
  isEmpty(): boolean;
  /** Inserts about so many rows that give the same columns; the others stay empty. */
  bulk(columns: readonly (keyof HireRow)[], rows: number): BulkInsert;
}

/** One insertion of many rows. Nothing else may write hires until it is finished. */
export interface BulkInsert {
  /** The values of one row in the order of the columns. */
  add(values: readonly HireValue[]): void;
  /** The first and last id; null where there was no row. The ids between them are all of these rows. */
  finish(): { readonly first: number; readonly last: number } | null;
}

/** The hires of files without any id, which a later such file may replace. */
export interface IdlessHires {
  /** Those that an import did not store itself. */
  notOf(
    importId: number,
  ): { readonly id: number; readonly rowKey: string; readonly company: string }[];
  /** Removes one and answers it as it was. */
  take(id: number): StoredHire;
}
