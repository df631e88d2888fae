import { createRoute, z } from '@hono/zod-openapi';
import { isoFromDay } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import { filtersOf } from '../../domain/filters.ts';
import { resolveAsOf } from '../analytics/as-of.ts';
import { scopeOfEverything } from '../auth/scope.ts';
import type { Services } from '../services.ts';
import type { RecordsQuery } from '../store/ports.ts';
import { queryParameters, selectionShape, wholeNumber } from './request-schemas.ts';
import { errors, json } from './response-schemas.ts';
import { router } from './router.ts';

const PAGE = 100;
const LONGEST_PAGE = 1000;

const cursorContent = z.tuple([z.union([z.string(), z.number(), z.null()]), z.number().int()]);

function cursorOf(after: RecordsQuery['after']): string | null {
  return after === null
    ? null
    : Buffer.from(JSON.stringify([after.value, after.id])).toString('base64url');
}

function afterOf(cursor: string | undefined): RecordsQuery['after'] {
  if (cursor === undefined) return null;
  try {
    const [value, id] = cursorContent.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
    return { value, id };
  } catch (cause) {
    throw new AppError(
      'invalid_input',
      'cursor: use the "next" of the page before, unchanged.',
      String(cause),
    );
  }
}

const recordsRoute = createRoute({
  method: 'get',
  path: '/api/records',
  summary: 'The records behind a figure, page by page',
  request: {
    query: queryParameters({
      ...selectionShape,
      sort: z.string().optional(),
      limit: wholeNumber(1, LONGEST_PAGE).optional(),
      cursor: z.string().optional(),
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
  return router().openapi(recordsRoute, async (context) => {
    const { sort = 'id', limit, cursor, asOf: asked, ...filters } = context.req.valid('query');
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(asked, known.asOf);
    const descending = sort.startsWith('-');
    const { rows, next } = await directory.records({
      where: filtersOf(filters),
      asOf,
      scope: scopeOfEverything(),
      sort: descending ? sort.slice(1) : sort,
      descending,
      limit: limit ?? PAGE,
      after: afterOf(cursor),
    });
    return context.json({ asOf: isoFromDay(asOf), rows, next: cursorOf(next) }, 200);
  });
}
