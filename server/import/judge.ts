import { severityOf, type Finding } from '../../domain/records/issues.ts';
import type { ParsedRow } from './parse-row.ts';
import type { Verdict } from './verdict.ts';

/** Judges the rows of a file, one kind at a time. */
export interface Judge {
  /** The verdict on a row, or null where it waits for others of its file. */
  judge(parsed: ParsedRow, cells: readonly string[]): Verdict | null;
  /** The verdicts on rows that waited. */
  rest(): Iterable<Verdict>;
  /** Once every row is judged: takes away the records that the file replaces, and answers how many. */
  replace?(): number;
}

/** Whether an issue rejects its row. */
export function isError({ code }: Finding): boolean {
  return severityOf(code) === 'error';
}
