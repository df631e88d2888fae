import type { Reading } from '../../domain/records/import-shapes.ts';
import type { ImportRecord } from '../store/import-ports.ts';
import { changeImport, getImport, importIn, type ImportsContext } from './context.ts';
import { runInspection } from './run-inspection.ts';

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
  const entry = importIn(context, id, ['draft', 'validated', 'failed'], 'read');
  const reading = readingAfter(entry.reading, change);
  const found = await runInspection(context, entry.filePath, entry.kind, reading, entry.owner);
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

/**
 * What stays as it was: whatever does not depend on what was changed. With another encoding, delimiter or sheet the
 * header may stand elsewhere, and with another encoding the delimiter may be another.
 */
function readingAfter(before: Reading, change: ReadingChange): Partial<Reading> {
  const named = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<Reading>;
  const other = (part: 'encoding' | 'delimiter' | 'sheet'): boolean =>
    named[part] !== undefined && named[part] !== before[part];
  const { encoding, delimiter, headerRow, sheet } = before;
  return {
    decimal: change.decimal === undefined ? before.decimal : change.decimal,
    encoding,
    ...(sheet === null ? {} : { sheet }),
    ...(other('encoding') ? {} : { delimiter }),
    ...(other('encoding') || other('delimiter') || other('sheet') ? {} : { headerRow }),
    ...named,
  };
}
