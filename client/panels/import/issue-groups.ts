import type { Language } from '../../../domain/language.ts';
import type { Example, Summary } from '../../../domain/records/import-shapes.ts';
import {
  ISSUES,
  issueMessage,
  type IssueCode,
  type IssueParams,
  type Severity,
} from '../../../domain/records/issues.ts';
import type { Kind } from '../../../domain/records/kinds.ts';
import { labelOfField } from './field-label.ts';

/** All issues of one code. */
export interface IssueGroup {
  readonly code: IssueCode;
  readonly count: number;
  readonly examples: readonly Example[];
}

/** The issues of a severity by code, the most frequent first. */
export function issueGroups({ issues, examples }: Summary, severity: Severity): IssueGroup[] {
  return issues
    .filter((issue) => issue.severity === severity && issue.count > 0)
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    .map(({ code, count }) => ({
      code,
      count,
      examples: examples.filter((example) => example.code === code),
    }));
}

/** The sentence of one example, with fields named as people of the language say them. */
export function exampleMessage(example: Example, kind: Kind, language: Language): string {
  return issueMessage(example.code, spoken(example.params, kind, language), language);
}

function spoken(params: IssueParams, kind: Kind, language: Language): IssueParams {
  const field = params['field'];
  return typeof field === 'string'
    ? { ...params, field: labelOfField(kind, field, language) }
    : params;
}

/** The sentence that covers a whole group: the one that its examples share, else with … for what differs. */
export function groupMessage(group: IssueGroup, kind: Kind, language: Language): string {
  const [shared, ...others] = new Set(
    group.examples.map((example) => exampleMessage(example, kind, language)),
  );
  if (shared !== undefined && others.length === 0) return shared;
  return ISSUES[group.code].message[language].replaceAll(/\{\w+\}…?/g, '…');
}
