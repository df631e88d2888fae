import { finding } from '../../domain/records/issues.ts';
import type { DirectoryKind, DirectoryRow, ImportStore, Named } from '../store/import-ports.ts';
import type { Effects } from './effects.ts';
import { entryIdentities } from './file-identities.ts';
import { contentOf, groupByIdentity, judgeGroup, type HeldRow } from './hire-groups.ts';
import { issueAt, type LocatedIssue } from './issue-at.ts';
import { isError, type Judge } from './judge.ts';
import { normalize } from './normalize.ts';
import type { ParsedRow } from './parse-row.ts';
import type { Plan } from './plan.ts';
import { namesOf } from './resolve-names.ts';
import type { Survey } from './survey.ts';
import type { Verdict } from './verdict.ts';

/** What judging rows of a directory needs. */
export interface EntryCourt {
  readonly kind: 'schools' | 'majors';
  readonly plan: Plan;
  readonly survey: Survey;
  readonly store: ImportStore;
  readonly effects: Effects;
}

type Match = { readonly entry: Named | null } | { readonly issue: LocatedIssue };

/** Judges rows of schools or majors, and has the effects of those that count. */
export function entryJudge({ kind, plan, survey, store, effects }: EntryCourt): Judge {
  const directory: DirectoryKind = kind === 'schools' ? 'school' : 'major';
  const entries = store.directory.names(directory);
  const byName = new Map<string, Named[]>();
  for (const entry of entries) {
    for (const key of new Set(namesOf(entry).map(normalize))) {
      byName.set(key, [...(byName.get(key) ?? []), entry]);
    }
  }
  const byCode = new Map(
    entries.flatMap((entry) => (entry.code === null ? [] : [[entry.code, entry] as const])),
  );
  const held: HeldRow[] = [];

  const match = (name: string, code: string | null): Match => {
    const named = byName.get(normalize(name)) ?? [];
    const [first] = named;
    if (named.length > 1) {
      return { issue: issueAt(plan, 'name', finding('ambiguous_name', { value: name }), name) };
    }
    const coded = kind === 'schools' && code !== null ? byCode.get(code) : undefined;
    if (first !== undefined && coded !== undefined && first !== coded) {
      const params = { first: name, second: coded.name };
      return { issue: issueAt(plan, 'name', finding('identity_conflict', params), name) };
    }
    return { entry: first ?? coded ?? null };
  };

  const settle = (parsed: ParsedRow): Verdict => {
    const { row, line, values } = parsed;
    const name = String(values.get('name'));
    const code = values.get('code');
    const found = match(name, code === undefined ? null : String(code));
    if ('issue' in found) {
      return { row, line, outcome: 'invalid', issues: [...parsed.issues, found.issue] };
    }
    const { entry } = found;
    const said = fieldsOf(parsed);
    const aliases = aliasesOf(values);
    const issues = [...parsed.issues, ...sharedAliases(plan, byName, entry, aliases)];
    if (entry === null) {
      effects.addEntry(directory, said, aliases);
      return { row, line, outcome: 'inserted', issues };
    }
    // Known under another of its names it keeps its own; found by its code it is renamed.
    const sameName = normalize(entry.name) === normalize(name);
    const renamed = !sameName && (byName.get(normalize(name)) ?? []).length === 0;
    const { name: _, ...rest } = said;
    const change = sameName || renamed ? said : rest;
    const before = store.directory.row(directory, entry.id);
    const added = [...aliases, ...(renamed ? [entry.name] : [])].filter(
      (alias) => !entry.aliases.includes(alias),
    );
    const same = Object.entries(change).every(([field, value]) => before[field] === value);
    if (same && newAliases(entry, added).length === 0) {
      return { row, line, outcome: 'unchanged', issues };
    }
    effects.setEntry(directory, entry.id, change, added);
    return { row, line, outcome: 'updated', issues };
  };

  return {
    judge: (parsed) => {
      const { row, line, issues, values } = parsed;
      if (issues.some(isError)) return { row, line, outcome: 'invalid', issues };
      const code = values.get('code');
      const identities = entryIdentities(
        kind,
        String(values.get('name')),
        code === undefined ? null : String(code),
      );
      if (!identities.some(survey.isRepeated)) return settle(parsed);
      held.push({ parsed, identities, content: contentOf(parsed) });
      return null;
    },
    rest: function* () {
      for (const group of groupByIdentity(held)) {
        for (const result of judgeGroup(group)) {
          yield 'verdict' in result ? result.verdict : settle(result.kept.parsed);
        }
      }
    },
  };
}

function fieldsOf({ values, cleared }: ParsedRow): DirectoryRow {
  const said = [...values].map(([field, value]) => [field, String(value)] as const);
  const emptied = [...cleared].map((field) => [field, null] as const);
  return Object.fromEntries([...said, ...emptied].filter(([field]) => field !== 'aliases'));
}

function aliasesOf(values: ParsedRow['values']): string[] {
  const aliases = String(values.get('aliases') ?? '').split('|');
  return [...new Set(aliases.map((alias) => alias.trim()).filter((alias) => alias !== ''))];
}

/** Aliases that are stored under no spelling yet: the store keeps one for each normalized form. */
function newAliases(entry: Named, aliases: readonly string[]): string[] {
  const known = new Set(entry.aliases.map(normalize));
  return aliases.filter((alias) => !known.has(normalize(alias)));
}

function sharedAliases(
  plan: Plan,
  byName: ReadonlyMap<string, readonly Named[]>,
  entry: Named | null,
  aliases: readonly string[],
): LocatedIssue[] {
  return aliases.flatMap((value) => {
    const other = byName.get(normalize(value))?.find(({ id }) => id !== entry?.id);
    if (other === undefined) return [];
    const params = { value, other: other.name };
    return [issueAt(plan, 'aliases', finding('shared_alias', params), value)];
  });
}
