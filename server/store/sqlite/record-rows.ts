import { sql, type RawBuilder } from 'kysely';
import type { Filters } from '../../../domain/filters.ts';
import type { People } from '../../../domain/metrics/people.ts';
import type { RecordsSelection } from '../ports.ts';
import { listedSql } from './action-lists.ts';
import { selectedRows } from './aggregator.ts';
import { distributionSql, HIRE_TABLE } from './expressions.ts';
import type { Joins } from './fact-table.ts';

/** What a search looks at in the row itself. */
const SEARCHED = [
  'candidate_id',
  'employee_id',
  'company',
  'department',
  'position',
  'city',
  'internship_base',
];

/** Directories whose names are searched, with the column of `hires` that points at them. */
const SEARCHED_ENTITIES = [
  ['schools', 'school_id', ['name', 'name_zh', 'code']],
  ['majors', 'major_id', ['name', 'name_zh', 'code']],
  ['colleges', 'college_id', ['name', 'name_zh']],
] as const;

/** `100%` as the pattern that finds those four signs anywhere. */
function containing(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** Rows that hold a word in one of the searched fields, or in a Chinese name of what stands there. */
function holds(word: string): RawBuilder<unknown> {
  const pattern = containing(word);
  const like = (column: string) => sql`${sql.raw(column)} LIKE ${pattern} ESCAPE '\\'`;
  const any = (parts: readonly RawBuilder<unknown>[]) => sql.join(parts, sql` OR `);
  const entities = SEARCHED_ENTITIES.map(([table, column, names]) => {
    const found = sql`SELECT id FROM ${sql.table(table)} WHERE ${any(names.map(like))}`;
    return sql`${sql.raw(`h.${column}`)} IN (${found})`;
  });
  const terms = SEARCHED.slice(2).map(
    (field) => sql`${sql.raw(`h.${field}`)} IN
      (SELECT value FROM terms WHERE dimension = ${field} AND ${like('name_zh')})`,
  );
  return sql`(${any([...SEARCHED.map((field) => like(`h.${field}`)), ...entities, ...terms])})`;
}

/** The rows that make up one part of a metric. */
function behindSql(people: People, asOf: number): { when: string; joins: Joins } {
  if ('measure' in people) {
    const { when, sum: _, ...joins } = HIRE_TABLE.measure(people.measure, asOf);
    return { when, joins };
  }
  return { when: distributionSql(people.distribution, asOf).when, joins: {} };
}

function filtersWithout(where: Filters, over: People['over']): Filters {
  return Object.fromEntries(Object.entries(where).filter(([id]) => id !== over));
}

/** FROM and WHERE of every statement about records: the selection, the search, and the people behind a metric or on a list. */
export function recordRows(
  { where, search, behind, listed, id, ...selection }: RecordsSelection,
  joins: Joins,
): RawBuilder<unknown> {
  const people = behind === null ? null : behindSql(behind, selection.asOf);
  const kept = behind === null ? where : filtersWithout(where, behind.over);
  const rows = selectedRows({ ...selection, where: kept, by: [] }, { ...joins, ...people?.joins });
  const conditions = [
    ...(people === null ? [] : [sql.raw(`(${people.when})`)]),
    ...(listed === null ? [] : [sql.raw(`(${listedSql(listed, selection.asOf)})`)]),
    ...(id === null ? [] : [sql`h.id = ${id}`]),
    ...search.map(holds),
  ];
  return conditions.length === 0 ? rows : sql`${rows} AND ${sql.join(conditions, sql` AND `)}`;
}
