import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isoFromDay } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { exportNotes, fieldNotes } from '../records/export-notes.ts';
import { recordsCsv } from '../records/records-csv.ts';
import { MOST_ROWS, recordsXlsx } from '../records/records-xlsx.ts';
import type { Services } from '../services.ts';
import { behindOf, orderedRecordsShape, orderOf, recordsAsked } from './records-request.ts';
import { queryParameters } from './request-schemas.ts';
import { errorBody, errors, json } from './response-schemas.ts';
import { scopeOf, type Signed } from './principal.ts';
import { router } from './router.ts';
import { byteStream } from './byte-stream.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const SHEETS = {
  en: { records: 'Records', notes: 'About' },
  zh: { records: '记录', notes: '说明' },
} as const;

const fileShape = { ...orderedRecordsShape, lang: z.enum(LANGUAGES).optional() };

const csvParameters = queryParameters({
  ...fileShape,
  notes: z.enum(['0', '1'], { error: 'write 1 for notes' }).optional(),
});

const xlsxParameters = queryParameters(fileShape);

const csvRoute = createRoute({
  method: 'get',
  path: '/api/records.csv',
  summary: 'All the records behind a figure as a CSV file',
  description:
    'With notes=1 it begins with lines that say what was selected, as of when and what it means, each of them one cell ' +
    'that begins with "#". An import skips them.',
  request: { query: csvParameters },
  responses: {
    ...errors,
    200: { description: 'A file', content: { 'text/csv': { schema: z.string() } } },
  },
});

const xlsxRoute = createRoute({
  method: 'get',
  path: '/api/records.xlsx',
  summary: 'All the records behind a figure as a workbook, with a sheet about what it holds',
  request: { query: xlsxParameters },
  responses: {
    ...errors,
    200: { description: 'A file', content: { [XLSX]: { schema: z.string() } } },
    422: json(errorBody, 'There are more records than a sheet has rows'),
  },
});

type FileParameters = z.output<typeof xlsxParameters>;

/** The records as files. */
export function recordFileRoutes({ aggregator, directory, demo }: Services) {
  const prepared = async (context: Context<Signed>, parameters: FileParameters) => {
    const { sort = 'id', lang = 'en', ...asked } = parameters;
    const order = orderOf(sort);
    const { asOf, version, selection } = await recordsAsked(asked, aggregator, scopeOf(context));
    const people = await directory.countRecords(selection);
    const { pathname, search } = new URL(context.req.url);
    const input = {
      selection,
      version,
      people,
      demo,
      behind: behindOf(asked),
      address: pathname + search,
      exportedAt: new Date(),
    };
    const notes = async () => exportNotes(input, await directory.names(), lang);
    return { lang, people, notes, day: isoFromDay(asOf), wanted: { selection, order, version } };
  };
  const source = { aggregator, directory };
  const attachment = (name: string) => ({
    'Content-Disposition': `attachment; filename="${name}"`,
  });
  return router()
    .openapi(csvRoute, async (context) => {
      const { notes: asked, ...parameters } = context.req.valid('query');
      const { lang, day, wanted, notes } = await prepared(context, parameters);
      // One line for all columns: an import looks for the header among the first lines only.
      const columns = fieldNotes(lang).map((words) => words.join(': '));
      const lines = asked === '1' ? [...(await notes()), [columns.join('; ')]] : [];
      const chunks = recordsCsv(source, wanted, lines);
      return context.body(byteStream(chunks), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        ...attachment(`records-${day}.csv`),
      });
    })
    .openapi(xlsxRoute, async (context) => {
      const { lang, people, day, wanted, notes } = await prepared(
        context,
        context.req.valid('query'),
      );
      if (people > MOST_ROWS) {
        throw new AppError(
          'unusable',
          `These are ${people} records, and a sheet of Excel holds ${MOST_ROWS}. Narrow the filters, or take the CSV file.`,
        );
      }
      const chunks = recordsXlsx(source, wanted, SHEETS[lang], [
        ...(await notes()),
        ...fieldNotes(lang),
      ]);
      return context.body(byteStream(chunks), 200, {
        'Content-Type': XLSX,
        ...attachment(`records-${day}.xlsx`),
      });
    });
}
