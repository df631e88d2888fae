import { createRoute, z } from '@hono/zod-openapi';
import { isoFromDay } from '../../domain/dates.ts';
import type { Services } from '../services.ts';
import type { HireRecord, Names } from '../store/ports.ts';
import { cursorOf, placeOf } from './record-cursor.ts';
import { orderedRecordsShape, orderOf, recordsAsked, recordsShape } from './records-request.ts';
import { queryParameters, singleText, wholeNumber } from './request-schemas.ts';
import { errors, json } from './response-schemas.ts';
import { scopeOf } from './principal.ts';
import { router } from './router.ts';

const PAGE = 100;
const LONGEST_PAGE = 1000;

/** Fields whose texts may have Chinese names; texts by what they are names of. */
const NAMED_ENTITIES = ['school', 'college', 'major'] as const;
const NAMED_TEXTS: Readonly<Record<string, string>> = {
  company: 'company',
  internship_base: 'internship_base',
  leave_reason: 'leave_reason',
  department: 'department',
  position: 'position',
  city: 'city',
  province: 'province',
  family: 'family',
  school_city: 'city',
  school_province: 'province',
};

const recordsRoute = createRoute({
  method: 'get',
  path: '/api/records',
  summary: 'The records behind a figure, page by page',
  description:
    'search: every word has to stand somewhere in the ids, company, department, position, city, internship base, or ' +
    'in a name or code of school, college or major, in either language; case does not matter for A to Z. ' +
    'behind: a metric; only the people its n counts, or with part=of only those of its numerator. ' +
    'list: only the people whom /api/season/actions lists, whatever their class. id: one record.',
  request: {
    query: queryParameters({
      ...orderedRecordsShape,
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
        previous: z.string().nullable(),
        names: z.record(z.string(), z.record(z.string(), z.string())),
      }),
      'A page of records, the cursors of its neighbors, and Chinese names of its texts by field',
    ),
  },
});

const countRoute = createRoute({
  method: 'get',
  path: '/api/records/count',
  summary: 'How many records there are behind a figure',
  request: { query: queryParameters(recordsShape) },
  responses: {
    ...errors,
    200: json(z.object({ asOf: z.string(), total: z.number() }), 'Their number'),
  },
});

/** Chinese names of the texts in some records, by field. */
function chineseNames(rows: readonly HireRecord[], names: Names) {
  const nameOf = (field: string, text: string, row: HireRecord) => {
    const entity = NAMED_ENTITIES.find((known) => known === field);
    if (entity === undefined) return names.chinese(NAMED_TEXTS[field] ?? field, text);
    const id = row[`${entity}_id`];
    return typeof id === 'number' ? names.of(entity, id).nameZh : null;
  };
  const entries = [...NAMED_ENTITIES, ...Object.keys(NAMED_TEXTS)].map((field) => {
    const found = new Map<string, string>();
    for (const row of rows) {
      const text = row[field];
      if (typeof text !== 'string' || found.has(text)) continue;
      const name = nameOf(field, text, row);
      if (name !== null) found.set(text, name);
    }
    return [field, Object.fromEntries(found)] as const;
  });
  return Object.fromEntries(entries);
}

/** The records themselves. */
export function recordRoutes({ aggregator, directory }: Services) {
  return router()
    .openapi(recordsRoute, async (context) => {
      const { sort = 'id', limit, cursor, ...asked } = context.req.valid('query');
      const order = orderOf(sort);
      const { asOf, selection } = await recordsAsked(asked, aggregator, scopeOf(context));
      const { rows, next, previous } = await directory.records({
        ...selection,
        ...order,
        limit: limit ?? PAGE,
        from: placeOf(sort, cursor),
      });
      const answer = {
        asOf: isoFromDay(asOf),
        rows,
        next: cursorOf(sort, next, 'next'),
        previous: cursorOf(sort, previous, 'previous'),
        names: chineseNames(rows, await directory.names()),
      };
      return context.json(answer, 200);
    })
    .openapi(countRoute, async (context) => {
      const { asOf, selection } = await recordsAsked(
        context.req.valid('query'),
        aggregator,
        scopeOf(context),
      );
      const total = await directory.countRecords(selection);
      return context.json({ asOf: isoFromDay(asOf), total }, 200);
    });
}
