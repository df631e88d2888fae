import { createRoute, z } from '@hono/zod-openapi';
import { DIRECTORIES, ENTRY_COLUMNS, KEPT_SIDES } from '../../domain/directory/directories.ts';
import { TEXT_LIMITS } from '../../domain/records/parse-text.ts';
import { shownDuplicate, shownEntry, shownMerge, shownPreview } from './directory-shapes.ts';
import { queryParameters } from './request-schemas.ts';
import { errorBody, errors, json } from './response-schemas.ts';

const id = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'must be a number as the lists give it')
  .transform(Number);
const entryId = z.int().min(1);
const directory = z.enum(DIRECTORIES);
const alias = z.string().trim().min(1).max(TEXT_LIMITS.name);

const all = { params: z.object({ directory }) };
const one = { params: z.object({ directory, id }) };
const merge = { params: z.object({ id }) };

function body<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true } as const;
}

const notFound = { 404: json(errorBody, 'There is no such entry or merge') } as const;
const conflict = { 409: json(errorBody, 'Something is in the way: the message names it') } as const;

/** Every field that either directory has; which of them an entry has, its own verb says. */
const FIELDS = [...ENTRY_COLUMNS.schools, ...ENTRY_COLUMNS.majors].map(({ field }) => field);

export const entriesRoute = createRoute({
  method: 'get',
  path: '/api/directory/{directory}',
  summary: 'The schools or the majors with their aliases, and how many records name each',
  request: all,
  responses: { ...errors, 200: json(z.object({ rows: z.array(shownEntry) }), 'By id') },
});

export const editRoute = createRoute({
  method: 'patch',
  path: '/api/directory/{directory}/{id}',
  summary: 'Change fields of an entry; a name that it loses stays as an alias',
  request: {
    ...one,
    body: body(
      z.strictObject(
        Object.fromEntries(FIELDS.map((field) => [field, z.string().nullable().optional()])),
      ),
    ),
  },
  responses: { ...errors, ...notFound, ...conflict, 200: json(shownEntry, 'The entry') },
});

export const addAliasRoute = createRoute({
  method: 'post',
  path: '/api/directory/{directory}/{id}/aliases',
  summary: 'Add a name that files may say',
  request: { ...one, body: body(z.strictObject({ alias })) },
  responses: { ...errors, ...notFound, ...conflict, 200: json(shownEntry, 'The entry') },
});

export const removeAliasRoute = createRoute({
  method: 'delete',
  path: '/api/directory/{directory}/{id}/aliases',
  summary: 'Take a name away',
  request: { ...one, query: queryParameters({ alias }) },
  responses: { ...errors, ...notFound, 200: json(shownEntry, 'The entry') },
});

export const duplicatesRoute = createRoute({
  method: 'get',
  path: '/api/directory/{directory}/duplicates',
  summary: 'Pairs of entries whose names are near, nearest first: for people to judge',
  request: all,
  responses: { ...errors, 200: json(z.object({ rows: z.array(shownDuplicate) }), 'The pairs') },
});

export const differentRoute = createRoute({
  method: 'post',
  path: '/api/directory/{directory}/different',
  summary: 'Say that two entries are different, so that they are not suggested again',
  request: { ...all, body: body(z.strictObject({ first: entryId, second: entryId })) },
  responses: {
    ...errors,
    ...notFound,
    200: json(z.object({ first: z.number(), second: z.number() }), 'It is remembered'),
  },
});

export const mergeRoute = createRoute({
  method: 'post',
  path: '/api/directory/{directory}/merge',
  summary: 'Make two entries one: everything of "from" goes to "into". A preview does nothing',
  request: {
    ...all,
    body: body(
      z.strictObject({
        from: entryId,
        into: entryId,
        keep: z.enum(KEPT_SIDES).optional(),
        preview: z.boolean().optional(),
      }),
    ),
  },
  responses: {
    ...errors,
    ...notFound,
    ...conflict,
    200: json(shownPreview, 'What it would do'),
    201: json(shownMerge, 'It is done'),
  },
});

export const mergesRoute = createRoute({
  method: 'get',
  path: '/api/merges',
  summary: 'Every merge, latest first; undone ones too',
  responses: { 200: json(z.object({ rows: z.array(shownMerge) }), 'The history') },
});

export const undoMergeRoute = createRoute({
  method: 'post',
  path: '/api/merges/{id}/undo',
  summary: 'Make them two again, as they were before the merge',
  request: merge,
  responses: { ...errors, ...notFound, ...conflict, 200: json(shownMerge, 'The undone merge') },
});
