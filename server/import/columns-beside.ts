import type { Worker } from 'node:worker_threads';
import { FEW_OBJECTS, startThread } from '../thread.ts';
import type { CellBlock, CellSink } from './cell-block.ts';
import { TextColumn, type ColumnState } from './text-column.ts';

/** Memory for a block. It goes to and fro between the threads: what is made anew each time piles up. */
export interface BlockMemory {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly starts: Int32Array<ArrayBuffer>;
  readonly ends: Int32Array<ArrayBuffer>;
}

/** What the thread is told. */
export type ColumnNotice =
  | { readonly type: 'begin'; readonly columns: number }
  | ({ readonly type: 'block'; readonly memory: BlockMemory } & Pick<CellBlock, 'from' | 'rows'>)
  | { readonly type: 'end' };

/** What the thread says. */
export type ColumnReport =
  | { readonly type: 'taken'; readonly memory: BlockMemory }
  | { readonly type: 'filled'; readonly columns: readonly ColumnState[] };

/** What is handed over with the memory of a block. */
export function buffersOf({ bytes, starts, ends }: BlockMemory): ArrayBuffer[] {
  return [bytes.buffer, starts.buffer, ends.buffer];
}

/** Blocks that may be on their way at a time: each takes a few hundred kilobytes. */
const MOST_WAITING = 8;

/** Columns that another thread fills. */
export interface ColumnsBeside {
  readonly sinkFor: (columns: number) => CellSink;
  /** Once the thread has caught up enough to be given more. Rejects where it came to grief. */
  ready(): Promise<void>;
  /** Ends the thread. */
  close(): void;
}

/** Memory for so many bytes and places: what there is, where that is enough. */
function memoryFor(spare: BlockMemory | undefined, bytes: number, places: number): BlockMemory {
  if (spare !== undefined && spare.bytes.length >= bytes) return spare;
  return {
    bytes: new Uint8Array(bytes * 2),
    starts: new Int32Array(places),
    ends: new Int32Array(places),
  };
}

/** Starts a thread that fills the columns of one file, so that they are filled while the file is read on. */
export function columnsBeside(): ColumnsBeside {
  const thread: Worker = startThread('import/column-thread', null, FEW_OBJECTS);
  thread.unref();
  let waiting = 0;
  const spare: BlockMemory[] = [];
  let failure: Error | null = null;
  let filled: readonly ColumnState[] | null = null;
  let wake = (): void => {};

  /** Waits until something holds, which the reports of the thread may bring about. */
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) {
      if (failure !== null) throw failure;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };

  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  thread.on('error', fail);
  thread.on('exit', () => fail(new Error('The thread that fills columns has ended')));
  thread.on('message', (report: ColumnReport) => {
    if (report.type === 'taken') {
      waiting -= 1;
      spare.push(report.memory);
    } else filled = report.columns;
    wake();
  });

  const tell = (notice: ColumnNotice, transfer: readonly ArrayBuffer[] = []): void =>
    thread.postMessage(notice, transfer);

  return {
    sinkFor: (columns) => {
      tell({ type: 'begin', columns });
      return {
        take: ({ bytes, from, starts, ends, rows }) => {
          const memory = memoryFor(spare.pop(), bytes.length, starts.length);
          memory.bytes.set(bytes);
          memory.starts.set(starts);
          memory.ends.set(ends);
          tell({ type: 'block', memory, from, rows }, buffersOf(memory));
          waiting += 1;
        },
        end: async () => {
          tell({ type: 'end' });
          await until(() => filled !== null);
          return (filled ?? []).map((state) => TextColumn.of(state));
        },
      };
    },
    ready: () => until(() => waiting < MOST_WAITING),
    close: () => {
      void thread.terminate();
    },
  };
}
