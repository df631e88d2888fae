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
  /** Whether somebody is stored under an id. */
  isCandidate(company: string, candidateId: string): boolean;
  isEmployee(company: string, employeeId: string): boolean;
  insert(row: HireRow): number;
  update(id: number, row: HireRow): void;
  isEmpty(): boolean;
  /** Inserts many rows; answers the first and last of their ids, null where there was no row. The ids between them are
   * all of these rows. */
  bulk(rows: BulkRows): { readonly first: number; readonly last: number } | null;
}

/** Where the values of one column come from, by the place of a row in its file. */
export type BulkSource =
  /** All rows have the same. */
  | { readonly value: HireValue }
  /** The value of each code, and the code of each row. */
  | { readonly codes: Uint16Array | Uint32Array; readonly values: readonly HireValue[] }
  /** Each row has its own text, in UTF-8 from its start to the next one. None is empty. */
  | { readonly texts: { readonly bytes: Uint8Array; readonly starts: Uint32Array } }
  | { readonly read: (row: number) => HireValue };

/** Rows of a file to be inserted at once. */
export interface BulkRows {
  /** Columns that are not named stay empty. */
  readonly sources: ReadonlyMap<keyof HireRow, BulkSource>;
  /** The places of the rows in the order in which they get their ids. */
  readonly order: Uint32Array;
  /** The ids by which, within a company, no two of the rows are known to be one hire, nor a row and a stored hire. */
  readonly distinct: ReadonlySet<'candidate_id' | 'employee_id'>;
  /** Hears of so many rows more that are done; what it throws ends the work. */
  readonly onRows: (rows: number) => void;
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
