import { closeSync, openSync, writeSync } from 'node:fs';
import { StoredValues } from './stored-values.ts';
import { varintBytes, writeVarint } from './varint.ts';

/** The largest page there is: few pages for many rows. */
const LARGEST_PAGE = 65_536;
const FILE_HEADER_BYTES = 100;
const LEAF = 0x0d;
const LEAF_HEADER_BYTES = 8;
const INTERIOR = 0x05;
const INTERIOR_HEADER_BYTES = 12;
const POINTER_BYTES = 2;
const CHILD_BYTES = 4;
/** A record that leaves fewer bytes of its page would overflow it. */
const LEFT_BYTES = 35;
/** Any version that knows the format: SQLite only notes it. */
const SQLITE_VERSION = 3_053_000;

/** A page of a tree: its number and the largest rowid in it. */
interface Child {
  readonly page: number;
  readonly last: number;
}

/**
 * Writes a database file with one table, row by row in the order of their ids, as
 * https://sqlite.org/fileformat2.html describes it.
 */
export class PageFile {
  /** The page at hand: records are written into it. */
  readonly page: Buffer;
  private readonly file: number;
  private pages = 1;
  private cells = 0;
  /** Where the cells of the page begin: they grow from its end towards its head. */
  private content: number;
  private lastRow = 0;
  private readonly leaves: Child[] = [];

  /**
   * Creates the file. Throws where it exists.
   * @param pageBytes a power of two from 512 on.
   */
  constructor(path: string, pageBytes = LARGEST_PAGE) {
    this.page = Buffer.alloc(pageBytes);
    this.content = pageBytes;
    this.file = openSync(path, 'wx');
  }

  /**
   * Makes room for the record of a row, and answers where in `page` it has to be written.
   * @throws RangeError for a record that is too long.
   */
  reserve(rowid: number, bytes: number): number {
    if (bytes > this.page.length - LEFT_BYTES)
      throw new RangeError(`A record of ${bytes} bytes is too long`);
    const cell = varintBytes(bytes) + varintBytes(rowid) + bytes;
    const free = this.content - LEAF_HEADER_BYTES - (this.cells + 1) * POINTER_BYTES;
    if (cell > free) this.endLeaf();
    this.content -= cell;
    this.page.writeUInt16BE(this.content, LEAF_HEADER_BYTES + this.cells * POINTER_BYTES);
    this.cells += 1;
    this.lastRow = rowid;
    return writeVarint(this.page, writeVarint(this.page, this.content, bytes), rowid);
  }

  /** Writes what is left and the head of the file. `sql` is the statement that made the table. */
  finish(table: string, sql: string): void {
    this.endLeaf();
    let level = this.leaves;
    while (level.length > 1) level = this.endLevel(level);
    const record = schemaRecord(table, level[0]?.page ?? 0, sql);
    const at = this.page.length - record.length - varintBytes(record.length) - 1;
    const start = writeVarint(this.page, writeVarint(this.page, at, record.length), 1);
    record.copy(this.page, start);
    this.page.writeUInt16BE(at, FILE_HEADER_BYTES + LEAF_HEADER_BYTES);
    writePageHeader(this.page, FILE_HEADER_BYTES, LEAF, 1, at);
    writeFileHeader(this.page, this.pages);
    writeSync(this.file, this.page, 0, this.page.length, 0);
    this.page.fill(0);
  }

  close(): void {
    closeSync(this.file);
  }

  private endLeaf(): void {
    writePageHeader(this.page, 0, LEAF, this.cells, this.content);
    this.leaves.push({ page: this.put(), last: this.lastRow });
    this.cells = 0;
    this.content = this.page.length;
  }

  /** Writes the pages above a level of the tree and answers them. */
  private endLevel(children: readonly Child[]): Child[] {
    const parents: Child[] = [];
    const cellBytes = CHILD_BYTES + varintBytes(this.lastRow) + POINTER_BYTES;
    const most = Math.floor((this.page.length - INTERIOR_HEADER_BYTES) / cellBytes);
    // Evenly, so that none is left with a single child.
    const each = Math.ceil(children.length / Math.ceil(children.length / (most + 1)));
    for (let first = 0; first < children.length; first += each) {
      const own = children.slice(first, first + each);
      const right = own.at(-1);
      let content = this.page.length;
      for (const [index, { page, last }] of own.slice(0, -1).entries()) {
        content -= CHILD_BYTES + varintBytes(last);
        writeVarint(this.page, this.page.writeUInt32BE(page, content), last);
        this.page.writeUInt16BE(content, INTERIOR_HEADER_BYTES + index * POINTER_BYTES);
      }
      writePageHeader(this.page, 0, INTERIOR, own.length - 1, content);
      this.page.writeUInt32BE(right?.page ?? 0, LEAF_HEADER_BYTES);
      parents.push({ page: this.put(), last: right?.last ?? 0 });
    }
    return parents;
  }

  /** Appends the page to the file, empties it, and answers its number. */
  private put(): number {
    const { length } = this.page;
    writeSync(this.file, this.page, 0, length, this.pages * length);
    this.page.fill(0);
    this.pages += 1;
    return this.pages;
  }
}

function writePageHeader(
  page: Buffer,
  at: number,
  type: number,
  cells: number,
  content: number,
): void {
  page[at] = type;
  page.writeUInt16BE(cells, at + 3);
  // The largest page's length is written as 0.
  page.writeUInt16BE(content % LARGEST_PAGE, at + 5);
}

function schemaRecord(table: string, root: number, sql: string): Buffer {
  const values = new StoredValues();
  for (const value of ['table', table, table, root, sql]) values.add(value);
  const serials = values.serials.subarray(0, values.count);
  const head = Buffer.alloc(serials.reduce((sum, serial) => sum + varintBytes(serial), 1));
  head[0] = head.length;
  let at = 1;
  for (const serial of serials) at = writeVarint(head, at, serial);
  return Buffer.concat([head, values.bytes.subarray(0, values.starts[values.count])]);
}

function writeFileHeader(page: Buffer, pages: number): void {
  page.write('SQLite format 3\0', 0, 'latin1');
  page.writeUInt16BE(page.length === LARGEST_PAGE ? 1 : page.length, 16);
  // Versions of writing and reading, no reserved bytes, payload fractions.
  page.set([1, 1, 0, 64, 32, 32], 18);
  // Change counter, pages, no free pages, schema cookie, schema format 4.
  for (const [index, value] of [1, pages, 0, 0, 1, 4].entries()) {
    page.writeUInt32BE(value, 24 + index * 4);
  }
  // UTF-8; the change counter for which the number of pages holds.
  page.writeUInt32BE(1, 56);
  page.writeUInt32BE(1, 92);
  page.writeUInt32BE(SQLITE_VERSION, 96);
}
