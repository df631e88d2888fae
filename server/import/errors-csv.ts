import { BYTE_ORDER_MARK, csvLine, undefused } from '../../domain/csv.ts';
import type { Language } from '../../domain/language.ts';
import { issueMessage } from '../../domain/records/issues.ts';
import type { ImportRecord } from '../store/import-ports.ts';
import { readRows } from './read-rows.ts';
import { readRejections } from './rejections-file.ts';

/** What stands before the file's own columns. */
const ABOUT = ['line', 'codes', 'messages', 'columns', 'fixes'] as const;
const BETWEEN = { line: '', codes: ' ', messages: ' ', columns: '; ', fixes: '; ' } as const;

/**
 * The rejected rows of a file as CSV in the file's own columns, each once. Before them stand its line, the codes, the
 * messages, the columns that they are about and what may be meant instead: to correct and upload again.
 */
export async function* errorsCsv(
  entry: ImportRecord,
  path: string,
  language: Language,
): AsyncGenerator<string> {
  const headers = entry.columns.map(({ header }) => header);
  yield BYTE_ORDER_MARK + csvLine([...ABOUT, ...headers]);
  const rows = readRows(path, entry.reading);
  for await (const { row, issues } of readRejections(path)) {
    for (;;) {
      const next = await rows.next();
      if (next.done === true) return;
      if (next.value.row !== row) continue;
      const { line, cells } = next.value;
      const about = {
        line: [String(line)],
        codes: issues.map(({ code }) => code),
        messages: issues.map(({ code, params }) => issueMessage(code, params, language)),
        columns: issues.flatMap(({ column }) => column ?? []),
        fixes: issues.flatMap(({ suggestion }) => suggestion ?? []),
      };
      yield csvLine([
        ...ABOUT.map((name) => [...new Set(about[name])].join(BETWEEN[name])),
        ...cells.map(undefused),
      ]);
      break;
    }
  }
  await rows.return(undefined);
}
