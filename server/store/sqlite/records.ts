import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Day } from '../../../domain/dates.ts';
import type {
  HireRecord,
  RecordsOrder,
  RecordsPage,
  RecordsQuery,
  RecordsSelection,
  RowPlace,
} from '../ports.ts';
import { fieldSql, recordColumns, recordField, shownRecord, type Raw } from './record-fields.ts';
import { recordRows } from './record-rows.ts';
import type { Database } from './schema.ts';

type Reader = Kysely<Database> | Transaction<Database>;

interface Place {
  readonly id: number;
  readonly sort_value: Raw;
}

/** Rows beyond a place in an order: blank values last, ties by id; everything the other way round where `back`. */
function beyond(column: RawBuilder<Raw>, place: RowPlace, descending: boolean, back: boolean) {
  const { value, id } = place;
  const further = sql.raw(back ? '<' : '>');
  const past = sql.raw(descending === back ? '>' : '<');
  if (value === null) {
    const tie = sql`(${column} IS NULL AND h.id ${further} ${id})`;
    return back ? sql`(${column} IS NOT NULL OR ${tie})` : tie;
  }
  const rest = back ? sql`` : sql`OR ${column} IS NULL`;
  return sql`(${column} ${past} ${value} OR (${column} = ${value} AND h.id ${further} ${id}) ${rest})`;
}

/**
 * Where the rows of a selection stand in an order: nothing but ids and the values sorted by, so that SQLite keeps
 * as little as it can of rows that it only has to put in order.
 */
export function placesStatement(
  query: RecordsSelection & RecordsOrder & Partial<Pick<RecordsQuery, 'limit' | 'from'>>,
): RawBuilder<Place> {
  const field = recordField(query.sort);
  const column = sql.raw<Raw>(fieldSql(field, query.asOf));
  const { from = null, descending } = query;
  const back = from?.back === true;
  const later = from === null ? sql`` : sql`AND ${beyond(column, from, descending, back)}`;
  const direction = sql.raw(descending === back ? 'ASC' : 'DESC');
  const limit = query.limit === undefined ? sql`` : sql`LIMIT ${query.limit}`;
  // By id alone the table itself is in order, and nothing has to be sorted.
  const order =
    query.sort === 'id'
      ? sql`h.id ${direction}`
      : sql`${column} IS NULL ${sql.raw(back ? 'DESC' : 'ASC')}, ${column} ${direction}, h.id ${sql.raw(back ? 'DESC' : 'ASC')}`;
  return sql<Place>`SELECT h.id AS id, ${column} AS sort_value
    ${recordRows(query, field.joins ?? {})} ${later} ORDER BY ${order} ${limit}`;
}

/** Whole records by id, in the order of the ids. */
async function recordsOf(db: Reader, ids: readonly number[], asOf: Day): Promise<HireRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Readonly<Record<string, Raw>>>`SELECT ${sql.raw(recordColumns(asOf))}
    FROM hires h JOIN schools s ON s.id = h.school_id JOIN majors m ON m.id = h.major_id
    WHERE h.id IN (${sql.join(ids)})`.execute(db);
  const byId = new Map(rows.map((row) => [row['id'], shownRecord(row)]));
  return ids.map((id) => byId.get(id)).filter((record) => record !== undefined);
}

/** One page of the records behind a selection, ordered by one field, blank values last, ties by id. */
function readRecords(db: Kysely<Database>, query: RecordsQuery): Promise<RecordsPage> {
  return db.transaction().execute(async (transaction) => {
    const { from, limit } = query;
    const statement = placesStatement({ ...query, limit: limit + 1 });
    const { rows: found } = await statement.execute(transaction);
    const back = from?.back === true;
    const places = back ? found.slice(0, limit).toReversed() : found.slice(0, limit);
    const more = found.length > limit;
    const placeOf = (row: Place | undefined): RowPlace | null =>
      row === undefined ? null : { value: row.sort_value, id: row.id };
    return {
      rows: await recordsOf(
        transaction,
        places.map(({ id }) => id),
        query.asOf,
      ),
      next: back || more ? placeOf(places.at(-1)) : null,
      previous: (back ? more : from !== null) ? placeOf(places[0]) : null,
    };
  });
}

/** The statement that counts the records of a selection. */
function countStatement(selection: RecordsSelection): RawBuilder<{ readonly people: number }> {
  return sql<{ readonly people: number }>`SELECT count(*) AS people ${recordRows(selection, {})}`;
}

/** Reading records over a read-only handle. */
export function recordReader(db: Kysely<Database>) {
  return {
    records: (query: RecordsQuery) => readRecords(db, query),
    recordsOf: (ids: readonly number[], asOf: Day) => recordsOf(db, ids, asOf),
    recordIds: async (query: RecordsSelection & RecordsOrder) => {
      const { rows } = await placesStatement(query).execute(db);
      return rows.map(({ id }) => id);
    },
    countRecords: async (selection: RecordsSelection) => {
      const { rows } = await countStatement(selection).execute(db);
      return rows[0]?.people ?? 0;
    },
  };
}
