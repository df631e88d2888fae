import { DESTINATIONS } from '../../domain/records/cohorts-destinations.ts';
import { isoFromDay } from '../../domain/dates.ts';
import { finding, type Finding } from '../../domain/records/issues.ts';
import type { Kind } from '../../domain/records/kinds.ts';
import type { KeyedKind, KeyedRow, StoredKeyed } from '../store/import-ports.ts';
import type { ParsedRow } from './parse-row.ts';

type Value = string | number | null;

/** Ids of the entries a row names, by column of its table. */
export type EntityColumns = Readonly<Record<string, number | null>>;

interface KeyedShape {
  /** Fields that, with the entries, tell one record from another. */
  readonly key: readonly string[];
  /** The other fields that a cell gives as it is. */
  readonly fields: readonly string[];
  /** What a field is where nobody ever said it. */
  readonly defaults: Readonly<Record<string, Value>>;
}

/** Whether records of a kind are known by columns of theirs. */
export function isKeyed(kind: Kind): kind is KeyedKind {
  return Object.hasOwn(KEYED_SHAPES, kind);
}

/** What rows of each kind consist of, besides the names of entries. */
export const KEYED_SHAPES: Readonly<Record<KeyedKind, KeyedShape>> = {
  cohorts: {
    key: ['degree', 'graduation_year', 'counted_on'],
    fields: ['graduates', ...DESTINATIONS, 'signed_here'],
    defaults: {},
  },
  plans: {
    key: ['year', 'department', 'degree'],
    fields: ['headcount', 'shared'],
    defaults: { shared: 0 },
  },
  cooperation: {
    key: ['kind', 'title', 'starts_on'],
    fields: [
      'ends_on',
      'status',
      'people',
      'seats',
      'amount',
      'outcome',
      'next_on',
      'contact_role',
      'shared',
      'used',
      'courses',
      'hours',
      'mentors',
      'results_stage',
      'minutes',
      'promises',
      'links',
    ],
    defaults: { shared: 0 },
  },
};

/** The columns that a row is found by. */
export function keyRow(kind: KeyedKind, { values }: ParsedRow, entities: EntityColumns): KeyedRow {
  const said = KEYED_SHAPES[kind].key.map((field) => [field, values.get(field) ?? null] as const);
  return { ...Object.fromEntries(said), ...entities };
}

/** What a row makes of a stored record, or the field and the error that speak against it. */
export type Merged =
  { readonly row: KeyedRow } | { readonly field: string; readonly error: Finding };

/** What the row says over what was there: a blank cell keeps the old value, one that says none empties it. */
export function mergeKeyed(
  kind: KeyedKind,
  stored: StoredKeyed | null,
  parsed: ParsedRow,
  key: KeyedRow,
): Merged {
  const { fields, defaults } = KEYED_SHAPES[kind];
  const merged = fields.map((field): [string, Value] => {
    const none = defaults[field] ?? null;
    if (parsed.cleared.has(field)) return [field, none];
    return [field, parsed.values.get(field) ?? stored?.[field] ?? none];
  });
  const college =
    kind === 'cooperation' && !('college_id' in key)
      ? { college_id: stored?.['college_id'] ?? null }
      : {};
  const row: KeyedRow = { ...key, ...college, ...Object.fromEntries(merged) };
  if (kind === 'cohorts') return countUnknown(row, stored, parsed);
  return kind === 'cooperation' ? checkDates(row) : { row };
}

const KNOWN_DESTINATIONS = DESTINATIONS.filter((field) => field !== 'unknown');

function sumOf(row: KeyedRow, fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + Number(row[field] ?? 0), 0);
}

/**
 * Where a destination is given and `unknown` is not, it is whoever the others leave over. One that was counted
 * so before is counted again with the new graduates.
 */
function countUnknown(row: KeyedRow, stored: StoredKeyed | null, { values }: ParsedRow): Merged {
  const graduates = Number(row['graduates']);
  const known = sumOf(row, KNOWN_DESTINATIONS);
  const some = KNOWN_DESTINATIONS.some((field) => row[field] !== null);
  const counted = stored === null || sumOf(stored, DESTINATIONS) === Number(stored['graduates']);
  const says = KNOWN_DESTINATIONS.some((field) => values.has(field)) || counted;
  const unknown = values.has('unknown') || !some || !says ? row['unknown'] : graduates - known;
  const sum = known + Math.max(0, Number(unknown ?? 0));
  if (sum > graduates) {
    return { field: 'graduates', error: finding('more_than_graduates', { sum, graduates }) };
  }
  const signed = Number(row['signed_here'] ?? 0);
  if (signed > graduates) {
    const params = { signed, graduates };
    return { field: 'signed_here', error: finding('more_signed_than_graduates', params) };
  }
  return { row: { ...row, unknown: unknown ?? null } };
}

function checkDates(row: KeyedRow): Merged {
  const { starts_on: starts, ends_on: ends } = row;
  if (typeof starts !== 'number' || typeof ends !== 'number' || ends >= starts) return { row };
  const params = { starts: isoFromDay(starts), ends: isoFromDay(ends) };
  return { field: 'ends_on', error: finding('ends_before_starts', params) };
}

/** Whether a record would be stored as it already is. */
export function isSameKeyed(stored: StoredKeyed, row: KeyedRow): boolean {
  return Object.entries(row).every(([column, value]) => stored[column] === value);
}
