import { createRoute, z } from '@hono/zod-openapi';
import { HIDDEN_REASONS, MOST_COMPARED } from '../analytics/retention-test.ts';
import {
  dimensionName,
  queryParameters,
  repeatedTexts,
  selectionShape,
  singleText,
  wholeNumber,
} from './request-schemas.ts';
import { errors, json, key, reason, status } from './response-schemas.ts';

const MOST_DIMENSIONS = 3;
const LONGEST_VALUE = 300;

const groupShape = {
  ...selectionShape,
  by: repeatedTexts(dimensionName, MOST_DIMENSIONS),
  /** Values of the one dimension of `by`, written as its filter is. */
  group: repeatedTexts(z.string().max(LONGEST_VALUE), MOST_COMPARED),
  top: wholeNumber(1, MOST_COMPARED).optional(),
  against: singleText.pipe(z.literal('others')).optional(),
};

const others = z.literal(true).optional();

const curve = z.object({
  key,
  others,
  n: z.number(),
  events: z.number(),
  points: z.array(
    z.object({
      day: z.number(),
      atRisk: z.number(),
      events: z.number(),
      survival: z.number(),
      low: z.number(),
      high: z.number(),
    }),
  ),
  medianDays: z.number().nullable(),
  lastDay: z.number().nullable(),
  smallFrom: z.number().nullable(),
  monthly: z.array(
    z.object({
      month: z.number(),
      day: z.number(),
      survival: z.number(),
      low: z.number(),
      high: z.number(),
      atRisk: z.number(),
    }),
  ),
  status,
  reason: reason.optional(),
});

const test = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('ok'),
    chiSquare: z.number(),
    df: z.number(),
    p: z.number(),
    method: z.enum(['permutation', 'chi_square']),
    stratifiedBy: z.literal('hire_year').nullable(),
    strata: z.number(),
    groups: z.array(
      z.object({ key, others, n: z.number(), observed: z.number(), expected: z.number() }),
    ),
  }),
  z.object({
    status: z.literal('hidden'),
    reason: z.enum(HIDDEN_REASONS),
    groups: z.array(z.object({ key, others })),
  }),
]);

/** Curves, and the test between them. */
export const retentionRoute = createRoute({
  method: 'get',
  path: '/api/retention',
  summary:
    'Kaplan–Meier curves of how long hires stay, in days: of all groups, the `top` largest, or those named by `group`; `against=others` adds everybody else as one group. `test` is the log-rank test between them, left out by test=none.',
  request: {
    query: queryParameters({
      ...groupShape,
      test: singleText.pipe(z.enum(['log_rank', 'none'])).optional(),
    }),
  },
  responses: {
    ...errors,
    200: json(
      z.object({
        asOf: z.string(),
        version: z.number(),
        groupsInAll: z.number(),
        rows: z.array(curve),
        test: test.optional(),
      }),
      'A curve for each group',
    ),
  },
});

/** The test alone: it may take longer than the curves, which should not wait for it. */
export const retentionTestRoute = createRoute({
  method: 'get',
  path: '/api/retention/test',
  summary: 'The log-rank test between the groups that /api/retention answers, without their curves',
  request: { query: queryParameters(groupShape) },
  responses: {
    ...errors,
    200: json(z.object({ asOf: z.string(), version: z.number(), test }), 'The test'),
  },
});
