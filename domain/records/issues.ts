import type { Bilingual, Language } from '../language.ts';
import { FILE_ISSUES } from './issues-of-files.ts';
import { LIST_ISSUES } from './issues-of-lists.ts';
import { ROW_ISSUES } from './issues-of-rows.ts';
import { VALUE_ISSUES } from './issues-of-values.ts';

/** An error rejects its row; a warning keeps it and is counted. */
export type Severity = 'error' | 'warning';

/** A kind of issue: its severity and a message in both languages with `{param}` to fill in. */
export interface Issue {
  readonly severity: Severity;
  readonly message: Bilingual;
}

/** Every issue an import can have. */
export const ISSUES = {
  ...VALUE_ISSUES,
  ...LIST_ISSUES,
  ...ROW_ISSUES,
  ...FILE_ISSUES,
} as const satisfies Record<string, Issue>;

export type IssueCode = keyof typeof ISSUES;

/** The codes of all issues. */
export const ISSUE_CODES = Object.keys(ISSUES) as IssueCode[];

/** What an issue's message is filled in with. */
export type IssueParams = Readonly<Record<string, string | number>>;

/** One issue found: its code and what its message is filled in with. */
export interface Finding {
  readonly code: IssueCode;
  readonly params: IssueParams;
}

/** A cell may hold 64 KB, and an account a thousand of them. */
const LONGEST_SHOWN = 300;

/** A text as it is shown in an issue: cut where it is very long. */
export function shownText(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}

/** A finding, from its code and params. */
export function finding(code: IssueCode, params: IssueParams = {}): Finding {
  const long = Object.values(params).some(
    (value) => typeof value === 'string' && value.length > LONGEST_SHOWN,
  );
  if (!long) return { code, params };
  const cut = Object.entries(params).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' ? shownText(value) : value,
  ]);
  return { code, params: Object.fromEntries(cut) };
}

/** The severity of an issue. */
export function severityOf(code: IssueCode): Severity {
  return ISSUES[code].severity;
}

/** The message of an issue in a language; a param that is missing stays as `{param}`. */
export function issueMessage(code: IssueCode, params: IssueParams, language: Language): string {
  return ISSUES[code].message[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
