import { AppError } from '../../domain/errors.ts';
import type {
  Aggregator,
  Directory,
  HireRecord,
  RecordsOrder,
  RecordsSelection,
} from '../store/ports.ts';

const PAGE = 1000;

export interface RecordsExport {
  readonly selection: RecordsSelection;
  readonly order: RecordsOrder;
  /** Version of the data that the export is of. */
  readonly version: number;
}

/** What an export reads from. */
export interface ExportSource {
  readonly aggregator: Aggregator;
  readonly directory: Directory;
}

/**
 * All records of a selection in order, some at a time: put in order once, then read as they are taken.
 * @throws AppError `conflict` where the data changes meanwhile: the file then ends early, and never mixes two states.
 */
export async function* exportedRecords(
  { aggregator, directory }: ExportSource,
  { selection, order, version }: RecordsExport,
): AsyncGenerator<HireRecord[]> {
  const ids = await directory.recordIds({ ...selection, ...order });
  for (let start = 0; start < ids.length; start += PAGE) {
    const records = await directory.recordsOf(ids.slice(start, start + PAGE), selection.asOf);
    const now = await aggregator.snapshot();
    if (now.version !== version) {
      throw new AppError('conflict', 'The data changed during the export. Please export again.');
    }
    yield records;
    // Reading is synchronous: others get their turn between two pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
