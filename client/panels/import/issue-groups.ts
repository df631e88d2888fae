import { isDoubtedValue } from '../../../domain/records/choices.ts';
import type { Language } from '../../../domain/language.ts';
import type { Example, IssueGroup, Summary } from '../../../domain/records/import-shapes.ts';
import {
  ISSUES,
  issueMessage,
  type IssueCode,
  type IssueParams,
  type Severity,
} from '../../../domain/records/issues.ts';
import type { Kind } from '../../../domain/records/kinds.ts';
import { labelOfField } from './field-label.ts';

/** All issues of one code, by value: each value with how often it occurs and where. */
export interface IssuesOfCode {
  readonly code: IssueCode;
  readonly count: number;
  readonly groups: readonly IssueGroup[];
}

/** The issues of a severity by code, the most frequent first. */
export function issuesByCode({ issues, groups }: Summary, severity: Severity): IssuesOfCode[] {
  return issues
    .filter((issue) => issue.severity === severity && issue.count > 0)
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    .map(({ code, count }) => ({
      code,
      count,
      groups: groups.filter((group) => group.code === code),
    }));
}

/** The one answer, or the one place, that settles every issue of a code. */
export type Settled =
  'dateOrder' | 'decimal' | 'names' | 'payPeriod' | 'mapping' | 'encoding' | 'values';

const SETTLED_BY: Partial<Readonly<Record<IssueCode, Settled>>> = {
  ambiguous_date: 'dateOrder',
  ambiguous_number: 'decimal',
  unresolved_school: 'names',
  unresolved_major: 'names',
  pay_outlier: 'payPeriod',
  required_unmapped: 'mapping',
  damaged_text: 'encoding',
};

/** What settles every issue of a code at once; null where each value has to be corrected in the file. */
export function settledBy(code: IssueCode): Settled | null {
  return SETTLED_BY[code] ?? (isDoubtedValue(code) ? 'values' : null);
}

type Told = Pick<Example, 'code' | 'params'>;

/** The sentence of one issue, with fields named as people of the language say them. */
export function toldMessage({ code, params }: Told, kind: Kind, language: Language): string {
  return issueMessage(code, spoken(params, kind, language), language);
}

function spoken(params: IssueParams, kind: Kind, language: Language): IssueParams {
  const field = params['field'];
  return typeof field === 'string'
    ? { ...params, field: labelOfField(kind, field, language) }
    : params;
}

/** The sentence that covers all issues of a code: the one that its groups share, else with … for what differs. */
export function messageOfAll(all: IssuesOfCode, kind: Kind, language: Language): string {
  const [shared, ...others] = new Set(
    all.groups.map((group) => toldMessage(group, kind, language)),
  );
  if (shared !== undefined && others.length === 0) return shared;
  return ISSUES[all.code].message[language].replaceAll(/\{\w+\}…?/g, '…');
}
