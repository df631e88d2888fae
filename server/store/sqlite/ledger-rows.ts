import { PRIVATE_FIELDS } from '../../../domain/cooperation/for-school.ts';
import type { LedgerFilters, LedgerReader, LedgerSort } from '../ledger-ports.ts';
import { MOMENTARY_KINDS, OVER_STATUSES } from '../../../domain/cooperation/span.ts';

/** SQL with the values it binds. */
export interface Bound {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const MOMENTARY = `e.kind IN (${quoted(MOMENTARY_KINDS)})`;
const OVER = `ifnull(e.status, '') IN (${quoted(OVER_STATUSES)})`;

/** `spanOf` in SQL: where an entry begins and ends, null on an open side. */
const BEGINS = `ifnull(e.starts_on, CASE WHEN ${MOMENTARY} THEN e.ends_on END)`;
const ENDS = `ifnull(e.ends_on, CASE WHEN ${MOMENTARY} OR ${OVER} THEN e.starts_on END)`;
const DATED = '(e.starts_on IS NOT NULL OR e.ends_on IS NOT NULL)';

/** What a search looks at in the entry itself. */
const SEARCHED = ['title', 'outcome', 'contact_role', 'minutes', 'promises', 'links'];
/** Those of them that may have Chinese names. */
const NAMED: readonly string[] = ['title', 'outcome', 'contact_role'];
/** A school finds nothing by words that it may not read. */
const SHARED = SEARCHED.filter((field) => !PRIVATE_FIELDS.some((one) => one === field));

function containing(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

function holds(word: string, searched: readonly string[]): Bound {
  const like = (column: string) => `${column} LIKE ? ESCAPE '\\'`;
  const entities = [
    ['schools', 'school_id', ['name', 'name_zh', 'code']],
    ['colleges', 'college_id', ['name', 'name_zh']],
  ] as const;
  const parts = [
    ...searched.map((column) => like(`e.${column}`)),
    ...entities.flatMap(([table, column, names]) =>
      names.map((name) => `e.${column} IN (SELECT id FROM ${table} WHERE ${like(name)})`),
    ),
    ...searched
      .filter((column) => NAMED.includes(column))
      .map(
        (column) =>
          `e.${column} IN (SELECT value FROM terms WHERE dimension = '${column}' AND ${like('name_zh')})`,
      ),
  ];
  return { sql: `(${parts.join(' OR ')})`, values: parts.map(() => containing(word)) };
}

function oneOf(column: string, values: readonly (string | number | null)[]): Bound[] {
  if (values.length === 0) return [];
  const known = values.filter((value) => value !== null);
  const parts = [
    ...(known.length === 0 ? [] : [`${column} IN (${known.map(() => '?').join(', ')})`]),
    ...(known.length === values.length ? [] : [`${column} IS NULL`]),
  ];
  return [{ sql: `(${parts.join(' OR ')})`, values: known }];
}

/** What somebody may see at all. */
function seen({ scope, collegeId }: LedgerReader): Bound[] {
  if (scope.kind === 'all') return [];
  const own = { sql: 'e.school_id = ? AND e.shared = 1', values: [scope.schoolId] };
  if (collegeId === null) return [own];
  return [own, { sql: '(e.college_id IS NULL OR e.college_id = ?)', values: [collegeId] }];
}

/** The condition of a selection of entries for somebody. */
export function ledgerCondition(filters: LedgerFilters, reader: LedgerReader): Bound {
  const { schools, kinds, statuses, from, to, search, shared } = filters;
  const parts: Bound[] = [
    ...seen(reader),
    ...oneOf('e.school_id', schools),
    ...oneOf('e.kind', kinds),
    ...oneOf('e.status', statuses),
    ...(from === null && to === null ? [] : [{ sql: DATED, values: [] }]),
    ...(from === null ? [] : [{ sql: `(${ENDS} IS NULL OR ${ENDS} >= ?)`, values: [from] }]),
    ...(to === null ? [] : [{ sql: `(${BEGINS} IS NULL OR ${BEGINS} <= ?)`, values: [to] }]),
    ...(shared === null ? [] : [{ sql: 'e.shared = ?', values: [shared ? 1 : 0] }]),
    ...search.map((word) => holds(word, reader.scope.kind === 'all' ? SEARCHED : SHARED)),
  ];
  return {
    sql: parts.length === 0 ? '1' : parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ values }) => values),
  };
}

/** What a list is ordered by. */
export const SORTED_BY: Readonly<Record<LedgerSort, string>> = {
  starts_on: 'e.starts_on',
  ends_on: 'e.ends_on',
  next_on: 'e.next_on',
  school: '(SELECT name FROM schools WHERE id = e.school_id)',
  kind: 'e.kind',
  title: 'e.title',
  status: 'e.status',
  id: 'e.id',
};
