import { createRoute, z } from '@hono/zod-openapi';
import { isoFromDay } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import { filtersOf } from '../../domain/filters.ts';
import { resolveAsOf } from '../analytics/as-of.ts';
import { scopeOfEverything } from '../auth/scope.ts';
import type { Services } from '../services.ts';
import type { RecordsQuery } from '../store/ports.ts';
import { RECORD_FIELDS } from '../store/sqlite/records.ts';
import { unknownName } from './errors.ts';
import { queryParameters, selectionShape, singleText, wholeNumber } from './request-schemas.ts';
import { recordsCsv } from './records-csv.ts';
import { errors, json } from './response-schemas.ts';
import { router } from './router.ts';
import { textStream } from './text-stream.ts';

const PAGE = 100;
const LONGEST_PAGE = 1000;

/** The order the page came from, its last row's value of the sorted field, and that row's id. */
const cursorContent = z.tuple([
  z.string(),
  z.union([z.string(), z.number(), z.null()]),
  z.number().int(),
]);

function cursorOf(sort: string, after: RecordsQuery['after']): string | null {
  return after === null
    ? null
    : Buffer.from(JSON.stringify([sort, after.value, after.id])).toString('base64url');
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function afterOf(sort: string, cursor: string | undefined): RecordsQuery['after'] {
  if (cursor === undefined) return null;
  const { data } = cursorContent.safeParse(decoded(cursor));
  if (data !== undefined) {
    const [, value, id] = data;
    const after = { value, id };
    // Written again it is the same only if it came from here, and from this order.
    if (cursorOf(sort, after) === cursor) return after;
  }
  throw new AppError(
    'invalid_input',
    'cursor: use the "next" of the page before, unchanged and with the same sort.',
  );
}

/** `-hired_on` as the field and the direction. */
function orderOf(sort: string): Pick<RecordsQuery, 'sort' | 'descending'> {
  const descending = sort.startsWith('-');
  const field = descending ? sort.slice(1) : sort;
  if (RECORD_FIELDS.includes(field)) return { sort: field, descending };
  throw unknownName('field of records to sort by,', field, RECORD_FIELDS);
}

const orderedSelection = { ...selectionShape, sort: singleText.optional() };

const csvRoute = createRoute({
  method: 'get',
  path: '/api/records.csv',
  summary: 'All the records behind a figure as a CSV file',
  request: { query: queryParameters(orderedSelection) },
  responses: {
    ...errors,
    200: { description: 'A file', content: { 'text/csv': { schema: z.string() } } },
  },
});

const recordsRoute = createRoute({
  method: 'get',
  path: '/api/records',
  summary: 'The records behind a figure, page by page',
  request: {
    query: queryParameters({
      ...orderedSelection,
      limit: wholeNumber(1, LONGEST_PAGE).optional(),
      cursor: singleText.optional(),
    }),
  },
  responses: {
    ...errors,
    200: json(
      z.object({
        asOf: z.string(),
        rows: z.array(
          z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
        ),
        next: z.string().nullable(),
      }),
      'A page of records, and the cursor of the next page',
    ),
  },
});

/** The records themselves. */
export function recordRoutes({ aggregator, directory }: Services) {
  return router()
    .openapi(recordsRoute, async (context) => {
      const { sort = 'id', limit, cursor, asOf: asked, ...filters } = context.req.valid('query');
      const known = await aggregator.snapshot();
      const asOf = resolveAsOf(asked, known.asOf);
      const { rows, next } = await directory.records({
        where: filtersOf(filters),
        asOf,
        scope: scopeOfEverything(),
        ...orderOf(sort),
        limit: limit ?? PAGE,
        after: afterOf(sort, cursor),
      });
      return context.json({ asOf: isoFromDay(asOf), rows, next: cursorOf(sort, next) }, 200);
    })
    .openapi(csvRoute, async (context) => {
      const { sort = 'id', asOf: asked, ...filters } = context.req.valid('query');
      const { asOf: knownTo, version } = await aggregator.snapshot();
      const asOf = resolveAsOf(asked, knownTo);
      const selection = { where: filtersOf(filters), asOf, scope: scopeOfEverything() };
      const chunks = recordsCsv(
        { aggregator, directory },
        { ...selection, ...orderOf(sort) },
        version,
      );
      return context.body(textStream(chunks), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="records-${isoFromDay(asOf)}.csv"`,
      });
    });
}
