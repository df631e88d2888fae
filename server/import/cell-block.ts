import { viewOf } from '../bytes.ts';
import { TextColumn } from './text-column.ts';

/** A block holds so many rows: what one column looks up then stays near. */
export const BLOCK_ROWS = 1024;

/** The cells of some rows. */
export interface CellBlock {
  /** Their text in UTF-8, from `from` on. */
  readonly bytes: Buffer;
  readonly from: number;
  /** Where each cell begins and ends, row by row, counted as `from` is. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly rows: number;
}

/** Where the cells of a file go. */
export interface CellSink {
  /** Takes the cells of more rows. The block is filled anew afterwards. */
  take(block: CellBlock): void;
  /** All that was taken, once there is no more. Rejects where it got lost. */
  end(): Promise<TextColumn[]>;
}

/** Columns that are filled here and now. */
export function columnsHere(count: number): CellSink {
  const columns = Array.from({ length: count }, () => new TextColumn());
  return {
    take: ({ bytes, from, starts, ends, rows }) => {
      const text = { bytes, view: viewOf(bytes) };
      for (const [index, column] of columns.entries()) {
        for (let at = index; at < rows * count; at += count) {
          column.add(text, (starts[at] ?? 0) - from, (ends[at] ?? 0) - from);
        }
      }
    },
    end: () => Promise.resolve(columns),
  };
}
