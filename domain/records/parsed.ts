import type { Day } from '../dates.ts';
import { finding, type Finding, type IssueCode, type IssueParams } from './issues.ts';

/** What a parser makes of a text: a value, maybe with a warning, or the error that rejects it. */
export type Parsed<T> =
  { readonly value: T; readonly warning?: Finding } | { readonly error: Finding };

/** Which of day and month stands first in dates such as 03/04/2025. */
export type DayMonthOrder = 'dmy' | 'mdy';

/** The sign between whole and fraction in a file's numbers. */
export type DecimalSign = '.' | ',';

/** What a parser needs to know besides the text. */
export interface ParseContext {
  /** Null where nothing says it. */
  readonly order: DayMonthOrder | null;
  /** Null where nothing says it: then only numbers that read one way are accepted. */
  readonly decimal: DecimalSign | null;
  readonly today: Day;
}

/** A value that was read. */
export function read<T>(value: T): Parsed<T> {
  return { value };
}

/** A value that was read with a doubt. */
export function readWithWarning<T>(value: T, code: IssueCode, params: IssueParams): Parsed<T> {
  return { value, warning: finding(code, params) };
}

/** A text that could not be read. */
export function refused(code: IssueCode, params: IssueParams): { readonly error: Finding } {
  return { error: finding(code, params) };
}
