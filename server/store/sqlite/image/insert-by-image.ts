import { rmSync } from 'node:fs';
import { yearOfDay } from '../../../../domain/dates.ts';
import type { BulkRows, BulkSource } from '../../hire-ports.ts';
import { checkNamed } from '../check-references.ts';
import type { Connection } from '../open.ts';
import { postponeIndexes } from '../postponed-indexes.ts';
import { imageBeside, rowsBeside } from './image-beside.ts';
import { derived, type ImageColumn } from './row-writer.ts';
import { writeImage, type Image } from './write-image.ts';

/** The names under which files of rows are attached, the first for the first rows. */
const IMAGES = ['image', 'image2'] as const;

/** A file of rows of a database. */
function pathOf({ name }: Connection, image: (typeof IMAGES)[number]): string {
  return `${name}.${image}`;
}

/**
 * Inserts many hires in the transaction of the caller; answers their first and last id. Binding values costs far more
 * than storing them, so the rows are written as a database of their own, from which SQLite takes them over as they
 * are. For that the table has to be without indexes, and references are checked here instead of row by row. Indexes
 * that might find two hires to be one are built again; the others wait for `settle`. Once the transaction is over,
 * `removeImages` must follow.
 */
export function insertByImage(
  connection: Connection,
  { sources, order, distinct, onRows }: BulkRows,
): { readonly first: number; readonly last: number } {
  const { sql, before } = tableOf(connection);
  const first = before + 1;
  checkNamed(connection, sources);
  let told = 0;
  const tell = (rows: number): void => {
    const half = Math.floor(rows / 2);
    told += half;
    onRows(half);
  };
  const columns = columnsOf(connection, sources);
  const own = order.length - rowsBeside(columns, order.length);
  const images = [order.subarray(0, own), order.subarray(own)].flatMap(
    (rows, index): (Image & { name: string })[] => {
      const name = IMAGES[index];
      if (name === undefined || rows.length === 0) return [];
      const path = pathOf(connection, name);
      rmSync(path, { force: true });
      return [{ name, path, sql, columns, order: rows, firstId: first + index * own }];
    },
  );
  // SQLite, which takes them over, tells nothing on its way.
  writeImages(images, tell);
  const rebuild = postponeIndexes(connection, apart(columns, distinct));
  for (const { name, path } of images) {
    connection.prepare(`ATTACH ? AS ${name}`).run(path);
    // Whole records are taken over in this form only; were it not possible, the columns would not match.
    connection.exec(`INSERT INTO main.hires SELECT * FROM ${name}.hires`);
  }
  rebuild();
  onRows(order.length - told);
  return { first, last: before + order.length };
}

/** Writes the first image here, and one that there is besides in another thread meanwhile. */
function writeImages([here, other]: readonly Image[], onRows: (rows: number) => void): void {
  if (here === undefined) return;
  const beside = other === undefined ? null : imageBeside(other);
  try {
    writeImage(here, onRows);
    beside?.finish(onRows);
  } finally {
    beside?.end();
  }
}

/** Forgets the files of rows of a transaction that is over. */
export function removeImages(connection: Connection): void {
  const attached = connection
    .prepare<[], string>('SELECT name FROM pragma_database_list')
    .pluck()
    .all();
  for (const name of IMAGES) {
    if (attached.includes(name)) connection.exec(`DETACH ${name}`);
    rmSync(pathOf(connection, name), { force: true });
  }
}

function tableOf(connection: Connection): { sql: string; before: number } {
  const table = connection
    .prepare<[], { sql: string; before: number }>(
      `SELECT sql, (SELECT coalesce(max(id), 0) FROM hires) AS before FROM sqlite_schema
       WHERE type = 'table' AND name = 'hires'`,
    )
    .get();
  if (table === undefined) throw new Error('There is no table of hires');
  return table;
}

/** The columns by which no two hires can be one: they are known to differ, or the rows have nothing in them. */
function apart(columns: readonly ImageColumn[], distinct: BulkRows['distinct']): Set<string> {
  const empty = columns.filter(({ source }) => source === null).map(({ name }) => name);
  return new Set([...distinct, ...empty]);
}

/** The columns of the table in their order. The id is not in the record. */
function columnsOf(connection: Connection, sources: BulkRows['sources']): ImageColumn[] {
  const byName = new Map<string, BulkSource>(sources);
  const hired = sources.get('hired_on');
  if (hired !== undefined) {
    // The generated column: the only one that the store adds.
    const year = derived(hired, (day) => (typeof day === 'number' ? yearOfDay(day) : null));
    byName.set('hire_year', year);
  }
  return connection
    .prepare<[], { name: string; isRequired: number }>(
      `SELECT name, "notnull" AS isRequired FROM pragma_table_xinfo('hires') ORDER BY cid`,
    )
    .all()
    .map(({ name, isRequired }) => ({
      name,
      isRequired: isRequired === 1,
      source: byName.get(name) ?? null,
    }));
}
