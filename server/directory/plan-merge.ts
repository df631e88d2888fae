import type { EntryCounts, KeptSide } from '../../domain/directory/directories.ts';
import { AppError } from '../../domain/errors.ts';
import { normalize } from '../import/normalize.ts';
import { namesOf } from '../import/resolve-names.ts';
import type { EntryName, ListedEntry, MergePlan } from '../store/directory-ports.ts';
import type { DirectoryKind, DirectoryRow, KeyedKind, StoredKeyed } from '../store/import-ports.ts';
import { ENTRY_TABLES } from '../store/sqlite/entry-tables.ts';
import { entryOf, ENTRY_WORDS, type DirectoryContext } from './context.ts';
import { describeClash, type DescribedClash, type NamesById } from './describe-clash.ts';
import { findClashes, type Clash } from './find-clashes.ts';
import { keysOf, otherOf } from './shared-names.ts';

/** What a person asks for: that `from` turns out to be `into`. */
export interface MergeWish {
  readonly kind: DirectoryKind;
  readonly from: number;
  readonly into: number;
  /** Whose numbers stand where both count the same; null where nobody said. */
  readonly keep: KeptSide | null;
}

/** What a merge would do. */
export interface MergePreview {
  readonly kind: DirectoryKind;
  readonly from: EntryName;
  readonly into: EntryName;
  readonly moves: EntryCounts;
  /** Records and colleges of `from` that `into` has already: one of each stays. */
  readonly same: EntryCounts;
  readonly aliases: readonly string[];
  readonly filled: readonly { readonly field: string; readonly value: string | null }[];
  /** Fields about which the two differ: those of `into` stay. */
  readonly kept: readonly {
    readonly field: string;
    readonly from: string | null;
    readonly into: string | null;
  }[];
  /** Names that a third entry has too: files that say them stay unresolved. */
  readonly ambiguous: readonly { readonly name: string; readonly other: string }[];
  readonly clashes: readonly DescribedClash[];
}

const NONE: EntryCounts = { hires: 0, cohorts: 0, plans: 0, cooperation: 0, colleges: 0 };
const KEYED = { school: ['cohorts', 'cooperation'], major: ['cohorts', 'plans'] } as const;
/** The name of the entry that is gone is kept as an alias. */
const NEVER_FILLED: readonly string[] = ['name'];

const nameOf = ({ id, name, nameZh }: EntryName): EntryName => ({ id, name, nameZh });

/** Finds out what a merge would do. Belongs into a transaction. Throws `not_found`, `invalid_input`. */
export function planMerge(
  { store }: DirectoryContext,
  { kind, from: fromId, into: intoId, keep }: MergeWish,
  by: string | null,
): { plan: MergePlan; preview: MergePreview } {
  if (fromId === intoId) {
    throw new AppError('invalid_input', {
      en: `Choose two different ${ENTRY_WORDS[kind].en}s: ${fromId} cannot be merged into itself.`,
      zh: `请选择两个不同的${ENTRY_WORDS[kind].zh}：${fromId} 不能并入自身。`,
    });
  }
  const entries = store.entries(kind);
  const from = entryOf(entries, kind, fromId);
  const into = entryOf(entries, kind, intoId);
  const found = KEYED[kind].map((keyed) => ({
    keyed,
    ...clashesOf(store, kind, keyed, fromId, intoId),
  }));
  const others = (keyed: KeyedKind) =>
    found.find((one) => one.keyed === keyed)?.duplicates.length ?? 0;
  const left = (clash: Clash) => (keep === 'from' ? clash.into : clash.from);
  const removed = found.flatMap(({ keyed, duplicates, clashes }) =>
    [...duplicates, ...clashes.flatMap(left)].map(({ id }) => ({ kind: keyed, id })),
  );
  const { filled, kept } = fieldsOf(kind, from, into);
  const aliases = aliasesFor(kind, from, into, filled);
  const twins = kind === 'school' ? store.merges.collegeTwins(fromId, intoId).length : 0;
  const same = {
    ...NONE,
    cohorts: others('cohorts'),
    plans: others('plans'),
    cooperation: others('cooperation'),
    colleges: twins,
  };
  const names = namesById(entries, kind, store.entries(kind === 'school' ? 'major' : 'school'));
  const leftOut = (keyed: KeyedKind) =>
    keep === 'from' ? 0 : removed.filter((one) => one.kind === keyed).length - others(keyed);
  const moves = Object.fromEntries(Object.entries(from.counts).map(([use, count]) => [use, count]));
  return {
    plan: {
      kind,
      from: nameOf(from),
      into: nameOf(into),
      names: [...keysOf(kind, from)],
      aliases: aliases.map((alias) => ({ alias, normalized: normalize(alias) })),
      filled,
      removed,
      by,
    },
    preview: {
      kind,
      from: nameOf(from),
      into: nameOf(into),
      moves: {
        ...NONE,
        ...moves,
        ...Object.fromEntries(
          KEYED[kind].map((keyed) => [keyed, from.counts[keyed] - same[keyed] - leftOut(keyed)]),
        ),
        colleges: from.counts.colleges - twins,
      },
      same,
      aliases,
      filled: Object.entries(filled).map(([field, value]) => ({ field, value })),
      kept,
      ambiguous: [...new Set([...namesOf(from), ...namesOf(into)])].flatMap((name) => {
        const other = otherOf(kind, entries, [fromId, intoId], name);
        return other === null ? [] : [{ name, other: other.name }];
      }),
      clashes: found.flatMap(({ keyed, clashes }) =>
        clashes.map((clash) => describeClash(keyed, clash, ENTRY_TABLES[kind].column, names)),
      ),
    },
  };
}

function clashesOf(
  store: DirectoryContext['store'],
  kind: DirectoryKind,
  keyed: KeyedKind,
  from: number,
  into: number,
) {
  const { column } = ENTRY_TABLES[kind];
  const twins = new Map(
    kind === 'school'
      ? store.merges.collegeTwins(from, into).map((pair) => [pair.from, pair.into])
      : [],
  );
  const asMoved = store.merges.records(keyed, kind, from).map((row): StoredKeyed => {
    const college = row['college_id'];
    const twin = typeof college === 'number' ? twins.get(college) : undefined;
    return { ...row, [column]: into, ...(twin === undefined ? {} : { college_id: twin }) };
  });
  return findClashes(keyed, asMoved, store.merges.records(keyed, kind, into));
}

function fieldsOf(kind: DirectoryKind, from: ListedEntry, into: ListedEntry) {
  const fields = ENTRY_TABLES[kind].columns.filter((field) => !NEVER_FILLED.includes(field));
  const pairs = fields.map((field) => ({
    field,
    from: from.fields[field] ?? null,
    into: into.fields[field] ?? null,
  }));
  const filled: DirectoryRow = Object.fromEntries(
    pairs.flatMap((pair) =>
      pair.into === null && pair.from !== null ? [[pair.field, pair.from]] : [],
    ),
  );
  const kept = pairs.filter(
    (pair) => pair.into !== null && pair.from !== null && pair.from !== pair.into,
  );
  return { filled, kept };
}

/** Names of the entry that is gone which the other is not known by yet; a school's code, too. */
function aliasesFor(
  kind: DirectoryKind,
  from: ListedEntry,
  into: ListedEntry,
  filled: DirectoryRow,
): string[] {
  const known = new Set([
    ...namesOf(into).map(normalize),
    ...Object.values(filled).map((value) => normalize(value ?? '')),
    ...(into.code === null ? [] : [normalize(into.code)]),
  ]);
  const code = kind === 'school' && from.code !== null ? [from.code] : [];
  return [...namesOf(from), ...code].filter((name) => {
    const key = normalize(name);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function namesById(
  own: readonly ListedEntry[],
  kind: DirectoryKind,
  other: readonly ListedEntry[],
): NamesById {
  const [schools, majors] = kind === 'school' ? [own, other] : [other, own];
  const byId = (named: readonly EntryName[]) => new Map(named.map((one) => [one.id, one]));
  return {
    school_id: byId(schools),
    major_id: byId(majors),
    college_id: byId(schools.flatMap(({ colleges }) => colleges)),
  };
}
