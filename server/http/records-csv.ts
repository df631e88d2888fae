import { RECORD_FIELDS } from '../store/sqlite/records.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../domain/csv.ts';
import { AppError } from '../../domain/errors.ts';
import type { Services } from '../services.ts';
import type { RecordsQuery } from '../store/ports.ts';

const PAGE = 2000;

/**
 * All records of a selection as CSV, page by page.
 * @throws AppError `conflict` where the data changes meanwhile: the file then ends early, and never mixes two states.
 */
export async function* recordsCsv(
  { aggregator, directory }: Pick<Services, 'aggregator' | 'directory'>,
  query: Omit<RecordsQuery, 'limit' | 'after'>,
  version: number,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(RECORD_FIELDS);
  let after: RecordsQuery['after'] = null;
  do {
    const { rows, next } = await directory.records({ ...query, limit: PAGE, after });
    const now = await aggregator.snapshot();
    if (now.version !== version) {
      throw new AppError('conflict', 'The data changed during the export. Please export again.');
    }
    yield rows.map((row) => csvLine(RECORD_FIELDS.map((field) => row[field] ?? null))).join('');
    after = next;
  } while (after !== null);
}
