import { finding } from '../../domain/records/issues.ts';
import type { ImportOwner, ImportStore, KeyedKind } from '../store/import-ports.ts';
import { totalFinder } from './cohort-totals.ts';
import { cohortWholes } from './cohort-wholes.ts';
import { collegeFinder } from './colleges.ts';
import type { Effects } from './effects.ts';
import { groupByIdentity, judgeGroup, type HeldRow } from './hire-groups.ts';
import { issueAt, issueOfRow, type LocatedIssue } from './issue-at.ts';
import { isError, type Judge } from './judge.ts';
import { entityColumns, KNOWN_IDS, rowNames, tokenOf, type RowNames } from './keyed-names.ts';
import { isSameKeyed, KEYED_SHAPES, keyRow, mergeKeyed } from './keyed-rows.ts';
import type { ParsedRow } from './parse-row.ts';
import type { Plan } from './plan.ts';
import type { NameResolver } from './resolve-names.ts';
import { unresolvedNames } from './unresolved-names.ts';
import type { Verdict } from './verdict.ts';

/** What judging rows of a keyed kind needs. */
export interface KeyedCourt {
  readonly importId: number;
  readonly kind: KeyedKind;
  readonly owner: ImportOwner | null;
  readonly plan: Plan;
  readonly store: ImportStore;
  readonly school: NameResolver;
  readonly major: NameResolver;
  readonly effects: Effects;
}

interface HeldKeyed extends HeldRow {
  readonly names: RowNames;
}

/**
 * Judges rows of cohorts, plans or cooperation, and has the effects of those that count. All rows wait for the
 * end: whether two are about the same is known only once their names are.
 */
export function keyedJudge(court: KeyedCourt): Judge {
  const { importId, kind, owner, plan, store, school, major, effects } = court;
  const namesOf = rowNames(school, major, collegeFinder(store.directory.colleges()));
  const totalOf = totalFinder(plan);
  const held: HeldKeyed[] = [];

  const settle = (parsed: ParsedRow, names: RowNames): Verdict => {
    const { row, line } = parsed;
    const verdict = (outcome: Verdict['outcome'], issues: LocatedIssue[] = []): Verdict => ({
      row,
      line,
      outcome,
      issues: [...parsed.issues, ...issues],
    });
    const key = keyRow(kind, parsed, entityColumns(kind, names, parsed, KNOWN_IDS));
    const stored = store.keyed.find(kind, key);
    const merged = mergeKeyed(kind, stored, parsed, key);
    if ('error' in merged) {
      return verdict('invalid', [issueAt(plan, merged.field, merged.error)]);
    }
    const next = { ...merged.row, ...entityColumns(kind, names, parsed, effects) };
    if (stored === null) {
      const first = kind === 'cooperation' ? { revision: 1 } : {};
      effects.insertKeyed(kind, { ...next, ...first, import_id: importId });
      return verdict('inserted');
    }
    if (isSameKeyed(stored, next)) return verdict('unchanged');
    const changed = kind === 'cooperation' ? { revision: Number(stored['revision']) + 1 } : {};
    effects.updateKeyed(kind, stored, { ...stored, ...next, ...changed, import_id: importId });
    return verdict('updated');
  };

  return {
    judge: (parsed, cells) => {
      const { row, line } = parsed;
      const total = totalOf(cells);
      if (total !== null) {
        const issue = { ...issueOfRow('total_row', { value: total }), value: total };
        return { row, line, outcome: 'total', issues: [issue] };
      }
      const issues = [
        ...parsed.issues,
        ...unresolvedNames(plan, 'school', school, parsed, owner),
        ...unresolvedNames(plan, 'major', major, parsed),
      ];
      if (issues.some(isError)) return { row, line, outcome: 'invalid', issues };
      const names = namesOf(parsed);
      const foreign = foreignCollege(plan, names, parsed, owner);
      if (foreign !== null) return { row, line, outcome: 'invalid', issues: [...issues, foreign] };
      held.push(hold(kind, parsed, names));
      return null;
    },
    rest: function* () {
      const kept: HeldKeyed[] = [];
      for (const group of groupByIdentity(held)) {
        for (const result of judgeGroup(group)) {
          if ('verdict' in result) yield result.verdict;
          else kept.push(result.kept);
        }
      }
      const wholes = cohortWholes(plan, store.keyed);
      if (kind === 'cohorts') for (const { parsed, names } of kept) wholes.add(parsed, names);
      for (const { parsed, names } of kept) {
        const issue = kind === 'cohorts' ? wholes.issueOf(parsed, names) : null;
        if (issue === null) yield settle(parsed, names);
        else {
          const { row, line, issues } = parsed;
          yield { row, line, outcome: 'invalid', issues: [...issues, issue] };
        }
      }
    },
  };
}

/** The issue of a row that is not about the college whose file it is; null where nobody's or the own one's is. */
function foreignCollege(
  plan: Plan,
  { college }: RowNames,
  { values }: ParsedRow,
  owner: ImportOwner | null,
): LocatedIssue | null {
  if (owner === null || owner.collegeId === null) return null;
  if (college?.kind === 'known' && college.id === owner.collegeId) return null;
  const value = String(values.get('college') ?? '');
  return issueAt(plan, 'college', finding('not_own_college', { value }), value);
}

const NAMES: ReadonlySet<string> = new Set(['school', 'college', 'major']);

function hold(kind: KeyedKind, parsed: ParsedRow, names: RowNames): HeldKeyed {
  const { values, cleared } = parsed;
  const college = tokenOf(names.college);
  const identity = JSON.stringify([
    tokenOf(names.school),
    kind === 'cooperation' ? null : college,
    tokenOf(names.major),
    ...KEYED_SHAPES[kind].key.map((field) => values.get(field) ?? null),
  ]);
  const said = [...values].filter(([field]) => !NAMES.has(field));
  const label = ['school', 'college', 'title', 'department', 'major']
    .flatMap((field) => values.get(field) ?? [])
    .join(', ');
  return {
    parsed,
    names,
    identities: [identity],
    content: JSON.stringify([college, said, [...cleared]]),
    label,
  };
}
