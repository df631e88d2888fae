import { divisions, storedDivision, type Division } from '../import/cohort-totals.ts';
import type { KeyedKind, StoredKeyed } from '../store/import-ports.ts';
import { KEYED_TABLES } from '../store/sqlite/keyed-tables.ts';

/** Records of both entries that count the same people or things in different words. */
export interface Clash {
  readonly from: readonly StoredKeyed[];
  readonly into: readonly StoredKeyed[];
}

/** What of both entries cannot stand side by side. */
export interface Clashes {
  /** Records of `from` that `into` has word for word. */
  readonly duplicates: readonly StoredKeyed[];
  readonly clashes: readonly Clash[];
}

/** What tells records apart without being said by anybody. */
const BOOKKEEPING = ['id', 'import_id', 'revision'];

function partOf(row: StoredKeyed, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => row[column] ?? null));
}

/**
 * Compares the records of two entries as they would be once merged.
 * @param from records as they would be: with the entry and the colleges of the other side.
 */
export function findClashes(
  kind: KeyedKind,
  from: readonly StoredKeyed[],
  into: readonly StoredKeyed[],
): Clashes {
  const key = Object.keys(KEYED_TABLES[kind].key);
  const said = KEYED_TABLES[kind].columns.filter((column) => !BOOKKEEPING.includes(column));
  const groups = kind === 'cohorts' ? overlappingCohorts(from, into) : [];
  const inGroups = new Set(groups.flatMap((group) => group.from.map(({ id }) => id)));
  const byKey = new Map(into.map((row) => [partOf(row, key), row]));
  const duplicates: StoredKeyed[] = [];
  const clashes: Clash[] = [...groups];
  for (const row of from) {
    const other = byKey.get(partOf(row, key));
    if (other === undefined || inGroups.has(row.id)) continue;
    if (partOf(row, said) === partOf(other, said)) duplicates.push(row);
    else clashes.push({ from: [row], into: [other] });
  }
  return { duplicates, clashes };
}

const COHORT_GROUP = ['school_id', 'major_id', 'graduation_year', 'counted_on'];

function divisionOf(row: StoredKeyed): Division {
  const [college, degree] = [row['college_id'], row['degree']];
  return storedDivision({
    collegeId: typeof college === 'number' ? college : null,
    degree: typeof degree === 'string' ? degree : null,
  });
}

/** Cohorts of one day of which one side counts a total, and the other a part of it: people would count twice. */
function overlappingCohorts(from: readonly StoredKeyed[], into: readonly StoredKeyed[]): Clash[] {
  const groups = new Map<string, { from: StoredKeyed[]; into: StoredKeyed[] }>();
  for (const [side, rows] of [
    ['from', from],
    ['into', into],
  ] as const) {
    for (const row of rows) {
      const key = partOf(row, COHORT_GROUP);
      const group = groups.get(key) ?? { from: [], into: [] };
      group[side].push(row);
      groups.set(key, group);
    }
  }
  return [...groups.values()].filter((group) => {
    const [own, other] = [divisions(), divisions()];
    for (const row of group.from) own.add(divisionOf(row));
    for (const row of group.into) other.add(divisionOf(row));
    return (
      group.from.some((row) => other.undividedIn(divisionOf(row)).length > 0) ||
      group.into.some((row) => own.undividedIn(divisionOf(row)).length > 0)
    );
  });
}
