import { BYTE_ORDER_MARK, csvLine } from '../../domain/csv.ts';
import type { Language } from '../../domain/language.ts';
import { issueMessage } from '../../domain/records/issues.ts';
import type { ImportRecord } from '../store/import-ports.ts';
import { readRows } from './read-rows.ts';
import { readRejections } from './rejections-file.ts';

/**
 * The rejected rows of a file as CSV in the file's own columns, with the line, the codes and the messages before
 * them: to correct and upload again.
 */
export async function* errorsCsv(
  entry: ImportRecord,
  path: string,
  language: Language,
): AsyncGenerator<string> {
  const headers = entry.columns.map(({ header }) => header);
  yield BYTE_ORDER_MARK + csvLine(['line', 'codes', 'messages', ...headers]);
  const rows = readRows(path, entry.reading);
  for await (const { row, issues } of readRejections(path)) {
    for (;;) {
      const next = await rows.next();
      if (next.done === true) return;
      if (next.value.row !== row) continue;
      const codes = [...new Set(issues.map(({ code }) => code))].join(' ');
      const messages = issues.map(({ code, params }) => issueMessage(code, params, language));
      yield csvLine([String(next.value.line), codes, messages.join(' '), ...next.value.cells]);
      break;
    }
  }
  await rows.return(undefined);
}
