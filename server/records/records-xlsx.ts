import { dayFromIso } from '../../domain/dates.ts';
import {
  describedField,
  RECORD_FIELD_IDS,
  type RecordFieldId,
} from '../../domain/records/record-fields.ts';
import type { HireRecord } from '../store/ports.ts';
import { exportedRecords, type ExportSource, type RecordsExport } from './exported-records.ts';
import { rowXml, sheetXml, workbookParts, type SheetCell } from './sheet-xml.ts';
import { zipStream } from './zip-stream.ts';

/** Rows of a sheet of Excel, less the header. */
export const MOST_ROWS = 1_048_575;

const WIDTHS = { id: 14, text: 22, code: 14, year: 12, date: 12, money: 12, rating: 10, flag: 10 };
const NOTE_WIDTHS = [28, 100];

function cellOf(record: HireRecord, field: RecordFieldId): SheetCell {
  const value = record[field] ?? null;
  if (typeof value !== 'string' || describedField(field).kind !== 'date') return value;
  const date = dayFromIso(value);
  return date === null ? value : { date };
}

async function* recordRows(source: ExportSource, wanted: RecordsExport): AsyncGenerator<string> {
  yield rowXml(1, RECORD_FIELD_IDS, true);
  let row = 1;
  for await (const records of exportedRecords(source, wanted)) {
    const rows = records.map((record) =>
      rowXml(
        (row += 1),
        RECORD_FIELD_IDS.map((field) => cellOf(record, field)),
      ),
    );
    yield rows.join('');
  }
}

/**
 * All records of a selection as a workbook, piece by piece: a sheet of records, and one of notes.
 * @throws AppError `conflict` where the data changes meanwhile.
 */
export function recordsXlsx(
  source: ExportSource,
  wanted: RecordsExport,
  sheets: { readonly records: string; readonly notes: string },
  notes: readonly (readonly string[])[],
): AsyncGenerator<Uint8Array> {
  const widths = RECORD_FIELD_IDS.map((field) => WIDTHS[describedField(field).kind]);
  const noteRows = notes.map((cells, index) => rowXml(index + 1, cells, index === 0));
  return zipStream([
    ...workbookParts([sheets.records, sheets.notes]),
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml(recordRows(source, wanted), widths) },
    { name: 'xl/worksheets/sheet2.xml', content: sheetXml(noteRows, NOTE_WIDTHS) },
  ]);
}
