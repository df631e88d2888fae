import { createRoute, z } from '@hono/zod-openapi';
import { LANGUAGES } from '../../domain/language.ts';
import {
  choiceOfValuesSchema,
  mappingSchema,
  namesSchema,
} from '../../domain/records/import-shapes.ts';
import { shownDetail, shownImport, shownSummary } from './imports-shapes.ts';
import { queryParameters } from './request-schemas.ts';
import { errorBody, errors, json } from './response-schemas.ts';

const id = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'must be the number of an import')
  .transform(Number);
const one = { params: z.object({ id }) };

function body<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true } as const;
}

const notFound = { 404: json(errorBody, 'There is no such import') } as const;
const conflict = {
  409: json(errorBody, 'Its status, or a later import, does not allow it'),
} as const;
const unusable = {
  422: json(errorBody, 'Understood but unusable: the message says what to do'),
} as const;

export const uploadRoute = createRoute({
  method: 'post',
  path: '/api/imports',
  summary: 'Upload a file: multipart/form-data with the field "file"',
  request: { query: z.object({ kind: z.string() }) },
  responses: {
    ...errors,
    ...unusable,
    201: json(shownImport, 'A draft, with the fields its headers suggest'),
    413: json(errorBody, 'The file is too large'),
    415: json(errorBody, 'The file is no table: the message says what it is'),
  },
});

export const listRoute = createRoute({
  method: 'get',
  path: '/api/imports',
  summary: 'Every import, latest first',
  responses: { 200: json(z.array(shownImport), 'The history') },
});

export const getRoute = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  summary: 'One import with its mapping, its summary and how far it is',
  request: one,
  responses: { ...errors, ...notFound, 200: json(shownDetail, 'The import') },
});

export const cancelRoute = createRoute({
  method: 'delete',
  path: '/api/imports/{id}',
  summary:
    'Give up an import and remove its file; stops its check or commit, which leaves the data as before',
  request: one,
  responses: {
    ...errors,
    ...notFound,
    ...conflict,
    200: json(shownImport, 'The cancelled import'),
  },
});

export const stopRoute = createRoute({
  method: 'post',
  path: '/api/imports/{id}/stop',
  summary: 'Stop a check or a commit that runs and keep the draft; the data are as before',
  request: one,
  responses: {
    ...errors,
    ...notFound,
    ...conflict,
    200: json(shownImport, 'The draft again: a draft after a check, validated after a commit'),
  },
});

export const readingRoute = createRoute({
  method: 'put',
  path: '/api/imports/{id}/reading',
  summary: 'Read the file in another way',
  request: {
    ...one,
    body: body(
      z.strictObject({
        encoding: z.string().optional(),
        delimiter: z.enum([',', ';', '\t', '|']).optional(),
        headerRow: z.int().min(1).optional(),
        sheet: z.string().nullish(),
        decimal: z.enum(['.', ',']).nullish(),
      }),
    ),
  },
  responses: {
    ...errors,
    ...notFound,
    ...conflict,
    ...unusable,
    200: json(shownImport, 'The draft'),
    415: json(errorBody, 'Read this way it is no table: the message says what it is'),
  },
});

export const mappingRoute = createRoute({
  method: 'put',
  path: '/api/imports/{id}/mapping',
  summary: 'Say what the columns mean; answers what committing would do',
  request: { ...one, body: body(mappingSchema) },
  responses: {
    ...errors,
    ...notFound,
    ...conflict,
    ...unusable,
    200: json(shownSummary, 'The summary'),
  },
});

export const namesRoute = createRoute({
  method: 'put',
  path: '/api/imports/{id}/names',
  summary: 'Settle names that are not in the directory; answers the new summary',
  request: { ...one, body: body(namesSchema) },
  responses: {
    ...errors,
    ...notFound,
    ...conflict,
    ...unusable,
    200: json(shownSummary, 'The summary'),
  },
});

export const valuesRoute = createRoute({
  method: 'put',
  path: '/api/imports/{id}/values',
  summary:
    'Say which values of a field values of the file mean; null takes it back. Answers the new summary',
  request: { ...one, body: body(choiceOfValuesSchema) },
  responses: {
    ...errors,
    ...notFound,
    ...conflict,
    ...unusable,
    200: json(shownSummary, 'The summary'),
  },
});

export const errorsRoute = createRoute({
  method: 'get',
  path: '/api/imports/{id}/errors.csv',
  summary: 'Every rejected row in the file’s own columns, with line, codes and messages',
  request: { ...one, query: queryParameters({ lang: z.enum(['en', 'zh']).optional() }) },
  responses: {
    ...errors,
    ...notFound,
    ...conflict,
    200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
  },
});

export const commitRoute = createRoute({
  method: 'post',
  path: '/api/imports/{id}/commit',
  summary: 'Store what the file says; progress is told by its events',
  request: {
    ...one,
    body: {
      content: {
        'application/json': { schema: z.strictObject({ skipInvalid: z.boolean().optional() }) },
      },
      required: false,
    },
  },
  responses: {
    ...errors,
    ...notFound,
    ...conflict,
    ...unusable,
    202: json(shownImport, 'It has begun'),
  },
});

export const undoRoute = createRoute({
  method: 'post',
  path: '/api/imports/{id}/undo',
  summary: 'Put the data back as it was before this import',
  request: one,
  responses: { ...errors, ...notFound, ...conflict, 200: json(shownImport, 'The undone import') },
});

export const eventsRoute = createRoute({
  method: 'get',
  path: '/api/imports/{id}/events',
  summary: 'Server-sent events progress, done and failed; the current state comes first',
  request: one,
  responses: {
    ...errors,
    ...notFound,
    200: { description: 'Events', content: { 'text/event-stream': { schema: z.string() } } },
  },
});

export const templateRoute = createRoute({
  method: 'get',
  path: '/api/templates/{file}',
  summary:
    'An empty file of a kind with an example row: hires.csv, or hires.xlsx with explanations',
  request: {
    params: z.object({
      file: z.string().regex(/^[a-z]+\.(?:csv|xlsx)$/, 'must be a kind and .csv or .xlsx'),
    }),
    query: z.object({ lang: z.enum(LANGUAGES).optional() }),
  },
  responses: {
    ...errors,
    200: {
      description: 'CSV or XLSX; its headers in Chinese with lang=zh',
      content: {
        'text/csv': { schema: z.string() },
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
          schema: z.string().openapi({ format: 'binary' }),
        },
      },
    },
  },
});
