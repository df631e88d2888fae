import { finding } from '../../domain/records/issues.ts';
import type { DirectoryKind, ImportOwner } from '../store/import-ports.ts';
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
  owner: ImportOwner | null = null,
): LocatedIssue[] {
  const value = values.get(field);
  if (typeof value !== 'string' || names.resolve(value).kind !== 'unresolved') return [];
  const unknown = owner === null ? 'unresolved_school' : 'not_own_school';
  const code = field === 'school' ? unknown : 'unresolved_major';
  const issue = issueAt(plan, field, finding(code, { value }), value);
  return [{ ...issue, suggestion: names.suggestion(value) }];
}
