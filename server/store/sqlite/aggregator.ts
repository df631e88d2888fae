import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Day } from '../../../domain/dates.ts';
import { DIMENSION_IDS, type DimensionId } from '../../../domain/dimensions.ts';
import type { EventTime } from '../../../domain/events.ts';
import type { FactId } from '../../../domain/facts.ts';
import type { YearRange } from '../../../domain/filters.ts';
import type { DistributionId } from '../../../domain/metrics/needs.ts';
import type {
  AggregateQuery,
  Aggregator,
  DistributionGroup,
  KeyValue,
  Selection,
} from '../ports.ts';
import { distributionSql, HIRE_TABLE } from './expressions.ts';
import type { FactTable, Joins } from './fact-table.ts';
import { byFact, FACT_TABLES, keyOf, mergedCells, type FactRows, type Row } from './fact-cells.ts';
import type { Database } from './schema.ts';
import type { ReadState } from './state-reader.ts';

/** A selection, and the last day of the counts it may see where that is not every day. */
type DatedSelection = Selection & { readonly countedTo?: Day | null };

function oneOf(expression: string, values: readonly (KeyValue | YearRange)[]): RawBuilder<unknown> {
  const column = sql.raw(expression);
  const blank = values.includes(null) ? [sql`${column} IS NULL`] : [];
  const ranges = values.filter((value) => typeof value === 'object' && value !== null);
  const plain = values.filter((value) => typeof value === 'number' || typeof value === 'string');
  const parts = [
    ...blank,
    ...ranges.map(({ from, to }) => sql`${column} BETWEEN ${from} AND ${to}`),
    ...(plain.length === 0 ? [] : [sql`${column} IN (${sql.join(plain)})`]),
  ];
  return sql`(${sql.join(parts, sql` OR `)})`;
}

/** Tables and rows of a selection: the FROM and WHERE of every statement. */
export function selectedRows(
  { where, asOf, scope, countedTo = null }: DatedSelection,
  joins: Joins,
  table: FactTable = HIRE_TABLE,
): RawBuilder<unknown> {
  const filters = DIMENSION_IDS.flatMap((id) => {
    const values = where[id];
    return values === undefined ? [] : [{ values, ...table.dimension(id, asOf) }];
  });
  const needs = (name: keyof Joins): boolean =>
    joins[name] === true || filters.some((filter) => filter[name] === true);
  const conditions = [
    sql.raw(table.visible({ asOf, countedTo })),
    ...filters.map(({ expression, values }) => oneOf(expression, values)),
    ...(scope.kind === 'all' ? [] : [ofSchool(table, scope.schoolId)]),
  ];
  return sql`FROM ${sql.raw(table.from)}
    ${sql.raw(needs('school') ? table.joins.school : '')}
    ${sql.raw(needs('major') ? table.joins.major : '')}
    WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** A fact without schools shows nothing to somebody who may see one school only. */
function ofSchool({ school }: FactTable, id: number): RawBuilder<unknown> {
  return school === null ? sql`0` : sql`${sql.raw(school)} = ${id}`;
}

function joined(parts: readonly Joins[]): Joins {
  return {
    ...(parts.some(({ school }) => school) ? { school: true } : {}),
    ...(parts.some(({ major }) => major) ? { major: true } : {}),
  };
}

function keys(by: readonly DimensionId[], asOf: Day, table: FactTable) {
  const parts = by.map((id) => table.dimension(id, asOf));
  return {
    parts,
    // The plus keeps SQLite from walking an index to group by it, which costs a look-up for each row.
    columns: parts.map(
      ({ expression }, index) => sql`+(${sql.raw(expression)}) AS ${sql.ref(`k${index}`)}`,
    ),
    grouping: by.map((_, index) => sql.ref(`k${index}`)),
  };
}

/** The statement behind `aggregate`, for measures of one fact. */
export function aggregateStatement(
  query: AggregateQuery & DatedSelection,
  fact: FactId = 'hires',
): RawBuilder<Row> {
  const table = FACT_TABLES[fact];
  const { columns, grouping, parts } = keys(query.by, query.asOf, table);
  const measures = query.measures.map((id) => ({ id, ...table.measure(id, query.asOf) }));
  const rows = selectedRows(query, joined([...parts, ...measures]), table);
  const counted = measures.map(
    ({ id, when, sum = '1' }) =>
      sql`CASE WHEN ${sql.raw(when)} THEN ${sql.raw(sum)} ELSE 0 END AS ${sql.ref(id)}`,
  );
  const sums = [
    ...measures.map(({ id }) => sql`coalesce(sum(${sql.ref(id)}), 0) AS ${sql.ref(id)}`),
    sql`count(*) AS rows_read`,
  ];
  // The limit, which is none, keeps SQLite from merging the statements: it would sort every column that measures read.
  const inner = sql`SELECT ${sql.join([...columns, ...counted, sql`1`])} ${rows} LIMIT -1`;
  const group = grouping.length === 0 ? sql`` : sql`GROUP BY ${sql.join(grouping)}`;
  return sql<Row>`SELECT ${sql.join([...grouping, ...sums])} FROM (${inner}) ${group}`;
}

/** The statement behind `distribution`: a row for each group and value. */
function distributionStatement(query: Selection, id: DistributionId | EventTime): RawBuilder<Row> {
  const { columns, grouping, parts } = keys(query.by, query.asOf, HIRE_TABLE);
  const { when, value, event } = distributionSql(id, query.asOf);
  const selected = [
    ...columns,
    sql`${sql.raw(value)} AS value`,
    sql`count(*) AS people`,
    sql`sum(${sql.raw(event)}) AS events`,
  ];
  const group = sql.join([...grouping, sql.ref('value')]);
  return sql<Row>`SELECT ${sql.join(selected)} ${selectedRows(query, joined(parts))} AND ${sql.raw(when)}
    GROUP BY ${group}`;
}

function groupsOf(rows: readonly Row[], by: readonly DimensionId[]): DistributionGroup[] {
  const groups = new Map<string, { key: KeyValue[]; rows: Row[] }>();
  for (const row of rows) {
    const key = keyOf(row, by);
    const id = JSON.stringify(key);
    const group = groups.get(id) ?? { key, rows: [] };
    group.rows.push(row);
    groups.set(id, group);
  }
  return [...groups.values()].map(({ key, rows: unordered }) => {
    const ordered = unordered.toSorted((a, b) => Number(a['value']) - Number(b['value']));
    return {
      key,
      histogram: {
        values: Float64Array.from(ordered, (row) => Number(row['value'])),
        counts: Int32Array.from(ordered, (row) => Number(row['people'])),
        events: Int32Array.from(ordered, (row) => Number(row['events'])),
      },
    };
  });
}

/** The engine that computes measures in SQL, over a read-only handle. */
export function sqliteAggregator(db: Kysely<Database>, readState: ReadState): Aggregator {
  return {
    snapshot: () => readState(db),
    aggregate: (query) =>
      db.transaction().execute(async (transaction) => {
        const { version, asOf } = await readState(transaction);
        const dated = { ...query, countedTo: query.asOf < asOf ? query.asOf : null };
        const answers: FactRows[] = [];
        for (const { fact, measures } of byFact(query.measures)) {
          const statement = aggregateStatement({ ...dated, measures }, fact);
          const { rows } = await statement.execute(transaction);
          answers.push({ fact, measures, rows });
        }
        return { version, asOf, cells: mergedCells(answers, query.by) };
      }),
    distribution: (query, value) =>
      db.transaction().execute(async (transaction) => {
        const { version, asOf } = await readState(transaction);
        const { rows } = await distributionStatement(query, value).execute(transaction);
        return { version, asOf, groups: groupsOf(rows, query.by) };
      }),
  };
}
