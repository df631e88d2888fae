import type { Mapping } from '../../domain/records/import-shapes.ts';
import { finding } from '../../domain/records/issues.ts';
import type { StoredHire } from '../store/hire-ports.ts';
import type { ImportStore } from '../store/import-ports.ts';
import { collegeFinder } from './colleges.ts';
import type { Effects } from './effects.ts';
import { hasBothIds, hireIdentities, storedIdentity, type HireIds } from './file-identities.ts';
import { hireErrors, hireWarnings } from './hire-checks.ts';
import {
  contentOf,
  groupByIdentity,
  judgeGroup,
  rehireIssue,
  type HeldRow,
} from './hire-groups.ts';
import { isError, type Judge } from './judge.ts';
import { issueAt, type LocatedIssue } from './issue-at.ts';
import { knownBits } from './known-bits.ts';
import { isSame, mergeHire, withEntities, type FileFacts } from './merge-hire.ts';
import type { ParsedRow } from './parse-row.ts';
import type { Plan } from './plan.ts';
import type { NameResolver } from './resolve-names.ts';
import { replacement } from './replace-hires.ts';
import { rowKeys } from './row-keys.ts';
import type { Survey } from './survey.ts';
import { unresolvedNames } from './unresolved-names.ts';
import type { Verdict } from './verdict.ts';

/** What judging rows of hires needs. */
export interface HireCourt {
  readonly importId: number;
  readonly plan: Plan;
  readonly mapping: Mapping | null;
  readonly survey: Survey;
  readonly store: ImportStore;
  readonly school: NameResolver;
  readonly major: NameResolver;
  readonly effects: Effects;
}

/** Judges rows of hires, and has the effects of those that count. Rows that share an identity wait for the end. */
export function hireJudge(court: HireCourt): Judge {
  const { plan, survey, store, school, major, effects } = court;
  const college = collegeFinder(store.directory.colleges());
  const keyOf = rowKeys(plan);
  const both = hasBothIds(plan);
  const file: FileFacts = {
    importId: court.importId,
    known: knownBits(plan, survey),
    asOf: survey.asOf,
    stage: plan.hasStageDate ? null : plan.stage,
  };
  const replaced = replacement(court.importId, plan, court.mapping, store, effects);
  const held: HeldRow[] = [];

  const settle = (parsed: ParsedRow): Verdict => {
    const { row, line, values } = parsed;
    const verdict = (outcome: Verdict['outcome'], issues: readonly LocatedIssue[]): Verdict => ({
      row,
      line,
      outcome,
      issues: [...parsed.issues, ...issues],
    });
    const rowKey = keyOf(parsed);
    replaced.see(rowKey, textOf(values, 'company') ?? '');
    const stored = findStored(store, idsOf(values), rowKey);
    if (stored === 'conflict') return verdict('invalid', [identityConflict(plan, values)]);
    if (stored !== null && isRehire(stored, values))
      return verdict('rehire', [rehireIssue(parsed)]);
    const merged = mergeHire(stored, parsed, rowKey, file);
    const errors = hireErrors(plan, merged);
    if (errors.length > 0) return verdict('invalid', errors);
    const warnings = hireWarnings(plan, survey, parsed, merged);

    const schoolName = school.resolve(String(values.get('school')));
    const schoolId = effects.entry('school', schoolName);
    const named = values.get('college');
    const next = withEntities(merged, stored, {
      school: schoolId,
      college:
        named === undefined
          ? parsed.cleared.has('college')
            ? null
            : undefined
          : effects.college(schoolId, college(schoolName, String(named))),
      major: effects.entry('major', major.resolve(String(values.get('major')))),
    });
    if (stored === null) {
      effects.insertHire(next);
      return verdict('inserted', warnings);
    }
    if (isSame(stored, next)) return verdict('unchanged', warnings);
    effects.updateHire(stored, next);
    return verdict('updated', warnings);
  };

  return {
    judge: (parsed) => {
      const issues = [
        ...missingId(plan, parsed),
        ...unresolvedNames(plan, 'school', school, parsed),
        ...unresolvedNames(plan, 'major', major, parsed),
      ];
      const { row, line } = parsed;
      if (issues.length > 0 || parsed.issues.some(isError)) {
        return { row, line, outcome: 'invalid', issues: [...parsed.issues, ...issues] };
      }
      const ids = idsOf(parsed.values);
      const identities = [...hireIdentities(ids), ...(both ? storedIdentity(store, ids) : [])];
      if (!identities.some(survey.isRepeated)) return settle(parsed);
      held.push({ parsed, identities, content: contentOf(parsed) });
      return null;
    },
    replace: () => replaced.removeOthers(),
    rest: function* () {
      for (const group of groupByIdentity(held)) {
        for (const result of judgeGroup(group)) {
          yield 'verdict' in result ? result.verdict : settle(result.kept.parsed);
        }
      }
    },
  };
}

function textOf(values: ParsedRow['values'], field: string): string | null {
  const value = values.get(field);
  return typeof value === 'string' ? value : null;
}

function idsOf(values: ParsedRow['values']): HireIds {
  return {
    company: textOf(values, 'company') ?? '',
    candidate: textOf(values, 'candidate_id'),
    employee: textOf(values, 'employee_id'),
  };
}

function findStored(
  { hires }: ImportStore,
  { company, candidate, employee }: HireIds,
  rowKey: string | null,
): StoredHire | 'conflict' | null {
  if (rowKey !== null) return hires.byRowKey(rowKey);
  const first = candidate === null ? null : hires.byCandidate(company, candidate);
  const second = employee === null ? null : hires.byEmployee(company, employee);
  if (first !== null && second !== null && first.id !== second.id) return 'conflict';
  return first ?? second;
}

function identityConflict(plan: Plan, values: ParsedRow['values']): LocatedIssue {
  const first = textOf(values, 'candidate_id') ?? '';
  const second = textOf(values, 'employee_id') ?? '';
  return issueAt(plan, 'employee_id', finding('identity_conflict', { first, second }), second);
}

/** Whether a row is about another employment than the stored one, before or after it. */
function isRehire(stored: StoredHire, values: ParsedRow['values']): boolean {
  const hired = values.get('hired_on');
  const left = values.get('left_on');
  if (typeof hired !== 'number' || stored.hired_on === null || hired === stored.hired_on) {
    return false;
  }
  const after = stored.left_on !== null && hired >= stored.left_on;
  const before = typeof left === 'number' && hired <= left && left <= stored.hired_on;
  return after || before;
}

/** A row without any of the ids that its file has columns for. */
function missingId(plan: Plan, { values, issues }: ParsedRow): LocatedIssue[] {
  const mapped = ['candidate_id', 'employee_id'].filter((field) => plan.byField.has(field));
  const [field] = mapped;
  if (field === undefined || mapped.some((id) => values.has(id))) return [];
  // An id that was there and not read is told of already.
  const headers = mapped.map((id) => plan.byField.get(id)?.header ?? id);
  const told = issues.filter(isError).map(({ column }) => column);
  if (told.some((column) => column === null || headers.includes(column))) return [];
  return [issueAt(plan, field, finding('missing_required', { field }))];
}
