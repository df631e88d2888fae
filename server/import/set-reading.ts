import { AppError } from '../../domain/errors.ts';
import type { Reading } from '../../domain/records/import-shapes.ts';
import type { ImportRecord } from '../store/import-ports.ts';
import { changeImport, getImport, importIn, type ImportsContext } from './context.ts';
import { runInspection } from './run-inspection.ts';

const UTF8 = ['utf-8', 'utf8', 'utf-8-bom', 'utf-8 bom'];

/** What a person may say about how a file is read; what is left out stays. */
export type ReadingChange = { readonly [Part in keyof Reading]?: Reading[Part] | undefined };

/**
 * Reads an uploaded file in another way. The mapping is kept only where the headers stay the same.
 * @throws AppError `unusable` for what cannot be read, `conflict` once it is committed.
 */
export async function setReading(
  context: ImportsContext,
  id: number,
  change: ReadingChange,
): Promise<ImportRecord> {
  const entry = importIn(context, id, ['draft', 'validated', 'failed'], 'reading it differently');
  refuseReading(change);
  const reading: Reading = {
    ...entry.reading,
    delimiter: change.delimiter ?? entry.reading.delimiter,
    headerRow: change.headerRow ?? entry.reading.headerRow,
    decimal: change.decimal === undefined ? entry.reading.decimal : change.decimal,
  };
  const found = await runInspection(context, entry.filePath, entry.kind, reading);
  const headers = (columns: ImportRecord['columns']): string =>
    JSON.stringify(columns.map(({ header }) => header));
  const sameHeaders = headers(found.columns) === headers(entry.columns);
  await changeImport(context, id, {
    ...found,
    status: 'draft',
    mapping: sameHeaders ? entry.mapping : null,
    names: sameHeaders ? entry.names : { school: {}, major: {} },
    summary: null,
    error: null,
  });
  return getImport(context, id);
}

function refuseReading({ encoding, sheet }: ReadingChange): void {
  if (encoding !== undefined && !UTF8.includes(encoding.toLowerCase())) {
    throw new AppError(
      'unusable',
      `Only files in UTF-8 can be read yet, not ${encoding}: save the file as “CSV UTF-8” and upload it again.`,
    );
  }
  if (sheet !== undefined && sheet !== null) {
    throw new AppError('unusable', 'A CSV file has no sheets: leave "sheet" out.');
  }
}
