import { createRoute, z } from '@hono/zod-openapi';
import { METRIC_IDS } from '../../domain/metrics/registry.ts';
import { WITHHELD_BECAUSE } from '../../domain/releases/release.ts';
import { queryParameters, singleText, wholeNumber } from './request-schemas.ts';
import { errorBody, errors, json, reason, status } from './response-schemas.ts';

const LARGEST_ID = 999_999_999;

const named = z.object({ id: z.number(), name: z.string(), nameZh: z.string().nullable() });

const keyValue = z.union([
  z.object({
    id: z.union([z.number(), z.string()]),
    name: z.string(),
    nameZh: z.string().nullable(),
  }),
  z.object({ other: z.literal(true), name: z.string(), nameZh: z.string() }),
  z.object({ from: z.number(), to: z.number() }),
  z.number(),
  z.string(),
  z.null(),
]);

const figure = z
  .object({
    value: z.number().nullable(),
    n: z.number().nullable(),
    low: z.number().optional(),
    high: z.number().optional(),
    status: z.enum([...status.exclude(['small']).options, 'banded', 'withheld']),
    reason: reason.optional(),
    asOf: z.string().optional(),
  })
  .openapi('ReleasedFigure');

const because = z.enum(Object.keys(WITHHELD_BECAUSE) as [keyof typeof WITHHELD_BECAUSE]);

const table = z.object({
  metric: z.enum(METRIC_IDS as [(typeof METRIC_IDS)[number]]),
  by: z.array(
    z.enum(['year', 'degree', 'major', 'last_three_years', 'department', 'city', 'channel']),
  ),
  rows: z.array(
    z.object({
      key: z.record(z.string(), keyValue),
      own: figure,
      partners: figure,
      why: z
        .object({ own: because.nullable(), partners: because.nullable() })
        .optional()
        .describe('Why a figure is withheld or old; for HR and administrators only'),
    }),
  ),
});

const rules = z.object({
  method: z.number(),
  daysBetween: z.number(),
  least: z.number(),
  leastOfQuartiles: z.number(),
  payStep: z.number(),
  leastShown: z.number(),
  bands: z.array(z.object({ from: z.number(), points: z.number() })),
  partners: z.object({
    schools: z.number(),
    people: z.number(),
    mostOfOne: z.number(),
    mostOfTwo: z.number(),
  }),
  fewChanged: z.number(),
  smallGroup: z.number(),
  possible: z.number(),
});

const scope = z.object({
  kind: z.literal('school'),
  school: named,
  college: named.optional(),
});

const part = z.object({ scope, tables: z.array(table) });

const releasedPart = z
  .object({
    id: z.number(),
    publishedAt: z.string(),
    asOf: z.string(),
    currency: z.string(),
    rules,
    ...part.shape,
  })
  .openapi('ReleasedPart');

const release = z
  .object({
    id: z.number(),
    publishedAt: z.string(),
    publishedBy: z.string().nullable(),
    withdrawnAt: z.string().nullable(),
    withdrawnBy: z.string().nullable(),
    asOf: z.string(),
    version: z.number(),
    current: z.boolean(),
  })
  .openapi('Release');

/** Every part counted, and the one asked for in full. */
const contents = {
  rules,
  currency: z.string(),
  parts: z.array(
    z.object({
      school: named,
      college: named.nullable(),
      told: z.number(),
      withheld: z.number(),
      repeated: z.number(),
    }),
  ),
  part: part.nullable(),
};

const preview = z.object({
  preview: z.literal(true),
  asOf: z.string(),
  version: z.number(),
  tag: z.string(),
  possibleFrom: z.string().nullable(),
  unsafe: z
    .number()
    .describe(
      'How often too little stays possible of a group of few people with earlier releases, though all that can be is withheld',
    ),
  ...contents,
});

const number = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'must be the number of a release')
  .transform(Number);
const id = wholeNumber(1, LARGEST_ID);
const owner = { school: id.optional(), college: id.optional() };
const lang = singleText.pipe(z.enum(['en', 'zh'])).optional();
const notFound = { 404: json(errorBody, 'There is no such release or part of it') } as const;
const conflict = { 409: json(errorBody, 'Too early, or somebody else was faster') } as const;

export const releasesRoute = createRoute({
  method: 'get',
  path: '/api/releases',
  summary: 'The releases to deans, newest first, and the day from which the next one is possible',
  responses: {
    200: json(
      z.object({
        releases: z.array(release),
        possibleFrom: z.string().nullable(),
        possible: z.boolean(),
      }),
      'Releases',
    ),
  },
});

export const publishRoute = createRoute({
  method: 'post',
  path: '/api/releases',
  summary: 'Publish a release, or see what would be published',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z.strictObject({
            preview: z.boolean().optional(),
            version: z.number().int().optional().describe('The version that was previewed'),
            tag: z.string().optional().describe('The tag of the preview'),
            school: z.number().int().positive().optional(),
            college: z.number().int().positive().optional(),
          }),
        },
      },
      required: true,
    },
  },
  responses: {
    ...errors,
    ...notFound,
    ...conflict,
    200: json(preview, 'What would be published: each part counted, and the one asked for'),
    201: json(release, 'The release'),
    422: json(errorBody, 'There is nothing to publish'),
  },
});

export const withdrawRoute = createRoute({
  method: 'delete',
  path: '/api/releases/{id}',
  summary: 'Withdraw a release: deans read the one before it again',
  request: { params: z.object({ id: number }) },
  responses: { ...errors, ...notFound, ...conflict, 200: json(release, 'The release') },
});

export const publishedRoute = createRoute({
  method: 'get',
  path: '/api/releases/{id}',
  summary: 'What any release said, withdrawn ones too: each part counted, and the one asked for',
  request: { params: z.object({ id: number }), query: queryParameters(owner) },
  responses: {
    ...errors,
    ...notFound,
    200: json(z.object({ ...release.shape, ...contents }), 'The release'),
  },
});

export const releaseRoute = createRoute({
  method: 'get',
  path: '/api/release',
  summary: 'A school’s or college’s part of the current release',
  request: { query: queryParameters(owner) },
  responses: { ...errors, ...notFound, 200: json(releasedPart, 'The part') },
});

export const releaseCsvRoute = createRoute({
  method: 'get',
  path: '/api/release.csv',
  summary: 'The same as a CSV file with its definitions',
  request: {
    query: queryParameters({
      ...owner,
      lang,
    }),
  },
  responses: {
    ...errors,
    ...notFound,
    200: { description: 'A file', content: { 'text/csv': { schema: z.string() } } },
  },
});

export const reportRoute = createRoute({
  method: 'get',
  path: '/api/release/report',
  summary:
    'The annual annex of one class, made of the current release, as a document to be printed',
  request: {
    query: queryParameters({
      ...owner,
      year: wholeNumber(1900, 2200).optional(),
      lang,
    }),
  },
  responses: {
    ...errors,
    ...notFound,
    200: { description: 'A document', content: { 'text/html': { schema: z.string() } } },
  },
});
