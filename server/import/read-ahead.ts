import { closeSync, openSync, readSync } from 'node:fs';
import type { Reading } from '../../domain/records/import-shapes.ts';
import type { Kind } from '../../domain/records/kinds.ts';
import { columnsBeside, type ColumnsBeside } from './columns-beside.ts';
import { findReading, headOf } from './find-reading.ts';
import { forgetTable, keepTable } from './keep-table.ts';
import { startsWith, ZIP_MAGIC } from './refuse-non-table.ts';
import { TableBuilder } from './table-builder.ts';
import { Utf8Stream } from './utf8-stream.ts';

const CHUNK_BYTES = 262_144;

/** How far an upload has come. */
export interface Arrival {
  readonly filePath: string;
  readonly kind: Kind;
  /** Bytes of the file that are there. */
  readonly bytes: number;
  /** Whether more is to come; or else whether this is all, or it broke off. */
  readonly state: 'coming' | 'whole' | 'broken';
}

/** A file that is read while it is coming in. */
interface Ahead {
  readonly path: string;
  readonly file: number;
  readonly reading: Reading;
  readonly stream: Utf8Stream;
  readonly columns: ColumnsBeside;
  readonly builder: TableBuilder;
  read: number;
}

/**
 * Reads an upload as a table while it is still coming in, on the assumption that it is UTF-8 throughout, and keeps
 * the table; where that turns out to be wrong, or anything else is odd, it leaves the file to whoever inspects it. One
 * file at a time.
 */
export function readAhead() {
  let ahead: Ahead | null = null;
  /** The one that is not read ahead, until another one comes. */
  let left: string | null = null;
  let last: Promise<void> = Promise.resolve();
  const buffer = Buffer.alloc(CHUNK_BYTES);

  const leave = (): void => {
    if (ahead === null) return;
    closeSync(ahead.file);
    ahead.columns.close();
    left = ahead.path;
    ahead = null;
  };

  const take = async (path: string, { kind, bytes, state }: Arrival): Promise<void> => {
    if (path === left) return;
    if (ahead === null && state === 'coming') {
      ahead = await begin(path, kind);
      if (ahead === null) left = path;
    }
    if (ahead?.path !== path) return;
    if (state === 'broken') return leave();
    while (ahead.read < bytes) {
      const count = readSync(ahead.file, buffer, 0, CHUNK_BYTES, ahead.read);
      if (count === 0) return leave();
      ahead.read += count;
      const text = ahead.stream.add(buffer.subarray(0, count));
      if (typeof text === 'string') return leave();
      ahead.builder.add(text);
      await ahead.columns.ready();
    }
    if (state === 'coming') return;
    const text = ahead.stream.end();
    if (typeof text === 'string') return leave();
    ahead.builder.add(text);
    keepTable(path, ahead.reading, await ahead.builder.end());
    leave();
  };

  return {
    /** Reads what has arrived of a file at a path. Never throws. */
    arrived: (path: string, arrival: Arrival): void => {
      last = last
        .then(() => take(path, arrival))
        .catch(() => {
          left = path;
          leave();
        });
    },
    /** Once everything that has arrived is read. */
    done: (): Promise<void> => last,
  };
}

/** Begins to read a file of which the head is there; null for a workbook. */
async function begin(path: string, kind: Kind): Promise<Ahead | null> {
  if (startsWith(await headOf(path), ZIP_MAGIC)) return null;
  const reading = await findReading(path, kind, { encoding: 'utf-8' });
  // Two tables at a time could be too much for the memory.
  forgetTable();
  const columns = columnsBeside();
  return {
    path,
    file: openSync(path, 'r'),
    reading,
    stream: new Utf8Stream(),
    columns,
    builder: new TableBuilder(reading, columns.sinkFor),
    read: 0,
  };
}
