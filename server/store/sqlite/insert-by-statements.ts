import type { BulkRows, BulkSource, HireValue } from '../hire-ports.ts';
import type { Connection } from './open.ts';

const ROWS_A_STATEMENT = 25;

/** The value of a row. */
function valueIn(source: BulkSource, row: number): HireValue {
  if ('value' in source) return source.value;
  if ('codes' in source) return source.values[source.codes[row] ?? 0] ?? null;
  if ('read' in source) return source.read(row);
  const { bytes, starts } = source.texts;
  return Buffer.from(bytes.subarray(starts[row], starts[row + 1])).toString();
}

/** Inserts many hires, many to a statement, in the transaction of the caller; answers their first and last id. */
export function insertByStatements(
  connection: Connection,
  { sources, order, onRows }: BulkRows,
): { readonly first: number; readonly last: number } {
  const columns = [...sources.keys()];
  const places = `(${columns.map(() => '?').join(', ')})`;
  const insert = (count: number) =>
    connection.prepare<[readonly HireValue[]]>(
      `INSERT INTO hires (${columns.join(', ')}) VALUES ${Array(count).fill(places).join(', ')}`,
    );
  const many = insert(ROWS_A_STATEMENT);
  let last = 0;
  for (let from = 0; from < order.length; from += ROWS_A_STATEMENT) {
    const rows = order.subarray(from, from + ROWS_A_STATEMENT);
    const values: HireValue[] = [];
    for (const row of rows)
      for (const source of sources.values()) values.push(valueIn(source, row));
    const statement = rows.length === ROWS_A_STATEMENT ? many : insert(rows.length);
    last = Number(statement.run(values).lastInsertRowid);
    onRows(rows.length);
  }
  return { first: last - order.length + 1, last };
}
