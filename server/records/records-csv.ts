import { BYTE_ORDER_MARK, csvLine, csvNotes } from '../../domain/csv.ts';
import { RECORD_FIELD_IDS } from '../../domain/records/record-fields.ts';
import { exportedRecords, type ExportSource, type RecordsExport } from './exported-records.ts';

/**
 * All records of a selection as CSV, page by page. Notes come first, as lines of one cell that begin with `#`.
 * @throws AppError `conflict` where the data changes meanwhile.
 */
export async function* recordsCsv(
  source: ExportSource,
  wanted: RecordsExport,
  notes: readonly (readonly string[])[],
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvNotes(notes) + csvLine(RECORD_FIELD_IDS);
  for await (const records of exportedRecords(source, wanted)) {
    yield records
      .map((row) => csvLine(RECORD_FIELD_IDS.map((field) => row[field] ?? null)))
      .join('');
  }
}
