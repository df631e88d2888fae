import { z } from '@hono/zod-openapi';

export const bilingual = z.object({ en: z.string(), zh: z.string() });

export const errorBody = z
  .object({
    error: z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() }),
  })
  .openapi('Error');

/** A dimension's value in a key: entities and texts with their names, years and codes plain, null for blank. */
const keyValue = z.union([
  z.object({
    id: z.union([z.number(), z.string()]),
    name: z.string(),
    nameZh: z.string().nullable(),
  }),
  z.number(),
  z.string(),
  z.null(),
]);

export const key = z.record(z.string(), keyValue);

export const status = z.enum([
  'ok',
  'small',
  'no_data',
  'no_denominator',
  'open',
  'not_applicable',
]);

export const reason = z.enum([
  'nobody',
  'leavers_unknown',
  'promotions_unknown',
  'undated',
  'not_followed',
  'not_mature',
  'no_cohorts',
  'no_plans',
  'no_shared',
  'undivided',
  'unplaced',
  'destinations_unknown',
  'not_reached',
]);

export const metricValue = z
  .object({
    value: z.number().nullable(),
    n: z.number(),
    of: z.number().optional(),
    atRisk: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    status,
    reason: reason.optional(),
  })
  .openapi('MetricValue');

/** The JSON answer of a route, for its OpenAPI declaration. */
export function json<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** The error answers that a route may give. */
export const errors = {
  400: json(errorBody, 'Invalid input: the message names the place and the way out'),
} as const;
