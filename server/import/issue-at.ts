import {
  finding,
  shownText,
  type Finding,
  type IssueCode,
  type IssueParams,
} from '../../domain/records/issues.ts';
import type { Plan } from './plan.ts';

/** An issue of a row, with the place it is at. */
export interface LocatedIssue extends Finding {
  /** The file's own header; null where the row or the file as a whole is meant. */
  readonly column: string | null;
  readonly value: string | null;
  readonly suggestion: string | null;
}

/** An issue at the column that gives a field. */
export function issueAt(
  plan: Plan,
  field: string | null,
  { code, params }: Finding,
  value: string | null = null,
): LocatedIssue {
  const column = field === null ? null : (plan.byField.get(field)?.header ?? field);
  return {
    code,
    params,
    column,
    value: value === null ? null : shownText(value),
    suggestion: null,
  };
}

/** An issue of a row as a whole. */
export function issueOfRow(code: IssueCode, params: IssueParams = {}): LocatedIssue {
  return { ...finding(code, params), column: null, value: null, suggestion: null };
}
