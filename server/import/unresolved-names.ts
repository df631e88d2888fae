import { finding } from '../../domain/records/issues.ts';
import type { DirectoryKind } from '../store/import-ports.ts';
import { issueAt, type LocatedIssue } from './issue-at.ts';
import type { ParsedRow } from './parse-row.ts';
import type { Plan } from './plan.ts';
import type { NameResolver } from './resolve-names.ts';

/** The issue of a row whose school or major nobody knows; none where it names none. */
export function unresolvedNames(
  plan: Plan,
  field: DirectoryKind,
  names: NameResolver,
  { values }: ParsedRow,
): LocatedIssue[] {
  const value = values.get(field);
  if (typeof value !== 'string' || names.resolve(value).kind !== 'unresolved') return [];
  const code = field === 'school' ? 'unresolved_school' : 'unresolved_major';
  const issue = issueAt(plan, field, finding(code, { value }), value);
  return [{ ...issue, suggestion: names.suggestion(value) }];
}
