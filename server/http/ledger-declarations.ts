import { createRoute, z } from '@hono/zod-openapi';
import { LANGUAGES } from '../../domain/language.ts';
import { dueShape, entryBody, ledgerListShape, ledgerShape } from './ledger-requests.ts';
import { shownDeleted, shownDueItem, shownEntry, shownNames } from './ledger-shapes.ts';
import { queryParameters, singleText } from './request-schemas.ts';
import { errorBody, errors, json } from './response-schemas.ts';

const one = {
  params: z.object({
    id: z
      .string()
      .regex(/^[1-9]\d{0,14}$/, 'must be the number of an entry')
      .transform(Number),
  }),
};

function body<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true } as const;
}

const notFound = { 404: json(errorBody, 'There is no such entry') } as const;
const conflict = {
  409: json(errorBody, 'Another entry has this school, kind, title and first day'),
} as const;

const stale = {
  412: json(
    z.object({
      error: z.object({
        code: z.string(),
        message: z.string(),
        details: z.object({ current: shownEntry }),
      }),
    }),
    'Somebody changed the entry since that revision: the entry as it is now',
  ),
  428: json(errorBody, 'The request does not say which revision it is meant for'),
} as const;

export const listRoute = createRoute({
  method: 'get',
  path: '/api/cooperation',
  summary: 'The ledger of cooperation, page by page',
  description:
    'from and to: what goes on at some time between two days. search: every word has to stand somewhere in the texts, ' +
    'or in a name of the school or college. sort: starts_on, ends_on, next_on, school, kind, title, status or id, ' +
    'with - for descending; missing values are last. A dean sees what is shared of the own school, without what the ' +
    'company notes for itself: amount, outcome, minutes, links and contact_role are empty, and not searched.',
  request: { query: queryParameters(ledgerListShape) },
  responses: {
    ...errors,
    200: json(
      z.object({
        rows: z.array(shownEntry),
        next: z.string().nullable(),
        total: z.number(),
        names: shownNames,
      }),
      'A page of entries, the cursor of the next, how many there are, and Chinese names of texts by field',
    ),
  },
});

export const csvRoute = createRoute({
  method: 'get',
  path: '/api/cooperation.csv',
  summary: 'All these entries as a file with the columns that an import of cooperation reads',
  request: { query: queryParameters(ledgerShape) },
  responses: {
    ...errors,
    200: { description: 'A file', content: { 'text/csv': { schema: z.string() } } },
  },
});

/** Where calendar programs find the dates of the ledger. */
export const CALENDAR_PATH = '/api/cooperation.ics';

export const calendarRoute = createRoute({
  method: 'get',
  path: CALENDAR_PATH,
  summary: 'The open dates of the ledger as a calendar (RFC 5545)',
  description:
    'token: an address made under /api/calendar-feeds, for calendar programs that cannot sign in. A dean’s calendar has ' +
    'what is shared of the own school.',
  request: {
    query: queryParameters({
      ...ledgerShape,
      lang: z.enum(LANGUAGES).optional(),
      token: singleText.optional(),
    }),
  },
  responses: {
    ...errors,
    200: { description: 'A calendar', content: { 'text/calendar': { schema: z.string() } } },
  },
});

export const dueRoute = createRoute({
  method: 'get',
  path: '/api/cooperation/due',
  summary: 'What ends within some days, what is overdue, and what comes',
  description:
    'days: how far ahead, 90 unless told. on: the day it is looked at, today unless told. A school with something in ' +
    'force is due for contact a year after the last visit or event, unless a date for the next is set.',
  request: { query: queryParameters(dueShape) },
  responses: {
    ...errors,
    200: json(
      z.object({
        on: z.string(),
        days: z.number(),
        contactDays: z.number(),
        ends: z.array(shownDueItem),
        overdue: z.array(shownDueItem),
        coming: z.array(shownDueItem),
        names: shownNames,
      }),
      'Three lists, the nearest day first',
    ),
  },
});

export const deletedRoute = createRoute({
  method: 'get',
  path: '/api/cooperation/deleted',
  summary: 'The deleted entries, which can be restored, latest first',
  responses: {
    200: json(z.object({ rows: z.array(shownDeleted), names: shownNames }), 'The entries'),
  },
});

export const oneRoute = createRoute({
  method: 'get',
  path: '/api/cooperation/{id}',
  summary: 'One entry; its ETag is its revision',
  request: one,
  responses: { ...errors, ...notFound, 200: json(shownEntry, 'The entry') },
});

export const addRoute = createRoute({
  method: 'post',
  path: '/api/cooperation',
  summary: 'Add an entry; a school by id or name, a college by name',
  request: { body: body(entryBody) },
  responses: { ...errors, ...conflict, 201: json(shownEntry, 'The entry') },
});

export const changeRoute = createRoute({
  method: 'patch',
  path: '/api/cooperation/{id}',
  summary: 'Change fields of an entry, with If-Match: its revision',
  request: { ...one, body: body(entryBody) },
  responses: { ...errors, ...notFound, ...conflict, ...stale, 200: json(shownEntry, 'The entry') },
});

export const removeRoute = createRoute({
  method: 'delete',
  path: '/api/cooperation/{id}',
  summary: 'Delete an entry, with If-Match: its revision',
  request: one,
  responses: { ...errors, ...notFound, ...stale, 200: json(shownEntry, 'The entry that is gone') },
});

export const restoreRoute = createRoute({
  method: 'post',
  path: '/api/cooperation/{id}/restore',
  summary: 'Bring a deleted entry back',
  request: one,
  responses: { ...errors, ...notFound, ...conflict, 200: json(shownEntry, 'The entry') },
});

export const confirmRoute = createRoute({
  method: 'post',
  path: '/api/cooperation/{id}/confirm',
  summary: 'Confirm for the own school that a promise was kept, with If-Match: the revision',
  description: 'A promise is named by its words. It counts as kept from then on.',
  request: {
    ...one,
    body: body(
      z.strictObject({
        due_on: z.string().nullable().default(null),
        owner: z.string().nullable().default(null),
        text: z.string(),
      }),
    ),
  },
  responses: { ...errors, ...notFound, ...stale, 200: json(shownEntry, 'The entry') },
});
