import type { BulkInsert, HireRow, HireValue } from '../hire-ports.ts';
import type { Connection } from './open.ts';

const ROWS_A_STATEMENT = 25;
/** From so many rows on, indexes are built once at the end. */
const MANY_ROWS = 20_000;

interface Index {
  readonly name: string;
  readonly sql: string;
}

/**
 * Inserts many hires, many to a statement. Where they are the greater part of the table, the indexes that only help
 * to find hires are left out meanwhile, and built again at the end: all in the transaction of the caller. Those that
 * keep hires apart stay.
 */
export function bulkInsert(
  connection: Connection,
  columns: readonly (keyof HireRow)[],
  rows: number,
): BulkInsert {
  const indexes = isGreaterPart(connection, rows) ? findingIndexes(connection) : [];
  for (const { name } of indexes) connection.exec(`DROP INDEX "${name}"`);
  const insert = (count: number) => {
    const places = `(${columns.map(() => '?').join(', ')})`;
    const all = Array.from({ length: count }, () => places).join(', ');
    return connection.prepare<[readonly HireValue[]]>(
      `INSERT INTO hires (${columns.join(', ')}) VALUES ${all}`,
    );
  };
  const many = insert(ROWS_A_STATEMENT);
  const size = ROWS_A_STATEMENT * columns.length;
  let values: HireValue[] = [];
  let first = 0;
  let last = 0;

  const write = (statement: typeof many): void => {
    const count = values.length / columns.length;
    last = Number(statement.run(values).lastInsertRowid);
    if (first === 0) first = last - count + 1;
    values = [];
  };

  return {
    add: (row) => {
      for (const value of row) values.push(value);
      if (values.length === size) write(many);
    },
    finish: () => {
      if (values.length > 0) write(insert(values.length / columns.length));
      for (const { sql } of indexes) connection.exec(sql);
      return first === 0 ? null : { first, last };
    },
  };
}

function isGreaterPart(connection: Connection, rows: number): boolean {
  if (rows < MANY_ROWS) return false;
  const stored = connection.prepare<[], { count: number }>('SELECT count(*) AS count FROM hires');
  return rows > (stored.get()?.count ?? 0);
}

/** The indexes of hires that guarantee nothing, as they were made. */
function findingIndexes(connection: Connection): Index[] {
  return connection
    .prepare<[], Index>(
      `SELECT made.name, made.sql FROM pragma_index_list('hires') AS listed
       JOIN sqlite_schema AS made ON made.name = listed.name
       WHERE listed."unique" = 0 AND made.sql IS NOT NULL ORDER BY listed.seq DESC`,
    )
    .all();
}
