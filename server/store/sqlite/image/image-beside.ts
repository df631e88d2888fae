import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { FEW_OBJECTS, startThread } from '../../../thread.ts';
import type { BulkSource } from '../../hire-ports.ts';
import type { ImageColumn } from './row-writer.ts';
import { writeImage, type Image } from './write-image.ts';

/** A source that can be handed to another thread. */
type SentSource = Exclude<BulkSource, { read: unknown }>;
type SentColumn = ImageColumn & { readonly source: SentSource | null };

/** What the thread is started with. */
export interface BesideSetup {
  readonly image: Image<SentColumn>;
  readonly flag: Int32Array<SharedArrayBuffer>;
}

/** Starting a thread and handing rows over takes as long as writing some ten thousand. */
const MANY_ROWS = 100_000;
/** A thread that is not ready so long after the other one came to grief. */
const PATIENCE_MS = 10_000;

const STATES = { working: 0, written: 1, failed: 2 } as const;

/** Says how the work of the thread ended. */
export function setState(flag: BesideSetup['flag'], state: keyof typeof STATES): void {
  Atomics.store(flag, 0, STATES[state]);
  Atomics.notify(flag, 0);
}

/** A file of rows that another thread writes. */
export interface ImageBeside {
  /** Waits for the file, and writes it here where the thread did not. */
  finish(onRows: (rows: number) => void): void;
  /** Ends the thread, whatever it is at. */
  end(): void;
}

/** How many of so many rows another thread is to write: half of many where there is another core. */
export function rowsBeside(columns: readonly ImageColumn[], rows: number): number {
  const canBeSent = columns.every(({ source }) => source === null || !('read' in source));
  return canBeSent && rows >= MANY_ROWS && availableParallelism() > 1 ? Math.floor(rows / 2) : 0;
}

/** Has another thread write a file of rows. Its columns must be what `rowsBeside` is content with. */
export function imageBeside(image: Image): ImageBeside {
  const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const setup: BesideSetup = { image: partOf(image), flag };
  const transferList = buffersOf(setup.image);
  const thread = startThread('store/sqlite/image/image-thread', setup, {
    ...FEW_OBJECTS,
    transferList,
  });
  thread.unref();
  // Whoever waits for the file learns that it is not there.
  thread.on('error', () => {});
  return {
    finish: (onRows) => {
      // Nothing else can be done meanwhile: this thread is in the middle of a transaction.
      Atomics.wait(flag, 0, STATES.working, PATIENCE_MS);
      if (Atomics.load(flag, 0) === STATES.written) onRows(image.order.length);
      else {
        rmSync(image.path, { force: true });
        writeImage(image, onRows);
      }
    },
    end: () => void thread.terminate(),
  };
}

/** All that a part of an image has for itself. */
function buffersOf({ columns, order }: Image<SentColumn>): ArrayBuffer[] {
  const lists = columns.flatMap(({ source }): (Uint8Array | Uint16Array | Uint32Array)[] => {
    if (source === null || 'value' in source) return [];
    return 'codes' in source ? [source.codes] : [source.texts.bytes, source.texts.starts];
  });
  return [order, ...lists].map(({ buffer }) => buffer).filter((one) => one instanceof ArrayBuffer);
}

/** The same image with only those values that its rows have. */
function partOf(image: Image): Image<SentColumn> {
  const { order } = image;
  let [from, to] = [Infinity, 0];
  for (const row of order) {
    from = Math.min(from, row);
    to = Math.max(to, row + 1);
  }
  const part = (source: BulkSource | null): SentSource | null => {
    if (source === null || 'value' in source) return source;
    if ('codes' in source) return { ...source, codes: source.codes.slice(from, to) };
    if ('read' in source) throw new RangeError('A function cannot be handed to another thread');
    const { bytes, starts } = source.texts;
    const first = starts[from] ?? 0;
    return {
      texts: {
        bytes: new Uint8Array(bytes.subarray(first, starts[to])),
        starts: starts.slice(from, to + 1).map((start) => start - first),
      },
    };
  };
  return {
    ...image,
    columns: image.columns.map((column) => ({ ...column, source: part(column.source) })),
    order: order.map((row) => row - from),
  };
}
