import { createRoute, z } from '@hono/zod-openapi';
import { isoFromDay } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import { filtersOf } from '../../domain/filters.ts';
import type { PossibleSource } from '../analytics/could-fill.ts';
import { docking } from '../analytics/docking.ts';
import type { Services } from '../services.ts';
import type { Names } from '../store/ports.ts';
import { shownKey } from './keys.ts';
import { queryParameters, selectionShape } from './request-schemas.ts';
import { errors, json, key, metricValue } from './response-schemas.ts';
import { scopeOf } from './principal.ts';
import { router } from './router.ts';

const source = z.object({
  key,
  graduates: metricValue,
  hires: metricValue,
  yield: metricValue,
  retention: metricValue,
  /** graduates × yield × retention. */
  reach: z.number().nullable(),
  borrowed: z.object({ yield: z.boolean(), retention: z.boolean() }),
});

const dockingRoute = createRoute({
  method: 'get',
  path: '/api/docking',
  summary:
    'Plans, graduates and hires of one class by major and degree, and who could fill what is open',
  description:
    '`year` is one graduating class. Plans for any major count once, in `total`, and last in the rows. `toFill` says how many places are open and by what: the gap of a class that is over, the plan less those hired or awaited, the plan less what is foretold, or the whole plan. Schools are ordered by graduates × yield × retention over one year; where a school’s own rate is of fewer than 10 people that of all schools stands in (`borrowed`).',
  request: { query: queryParameters(selectionShape) },
  responses: {
    ...errors,
    200: json(
      z.object({
        asOf: z.string(),
        version: z.number(),
        year: z.number(),
        earlier: z.object({ from: z.number(), to: z.number() }),
        forecast: z.string().nullable(),
        rows: z.array(
          z.object({
            key,
            values: z.record(z.string(), metricValue),
            toFill: z
              .object({
                places: z.number(),
                basis: z.enum(['gap', 'expected', 'so_far', 'plan']),
              })
              .nullable(),
            sources: z.array(source),
          }),
        ),
        total: z.record(z.string(), metricValue),
      }),
      'Planned majors and degrees, most open places first, and all together',
    ),
  },
});

function shownSource({ school, ...one }: PossibleSource, names: Names) {
  return { ...one, key: shownKey(['school'], [school], names) };
}

/** Demand against supply, cell by cell. */
export function dockingRoutes({ aggregator, directory }: Services) {
  return router().openapi(dockingRoute, async (context) => {
    const { asOf, ...filters } = context.req.valid('query');
    const { year: years, ...where } = filtersOf(filters);
    const [only, ...others] = years ?? [];
    if (!only || only.from !== only.to || others.length > 0) {
      throw new AppError('invalid_input', 'year: give one graduating class, such as year=2027.');
    }
    const answer = await docking(aggregator, {
      year: only.from,
      where,
      asOf,
      scope: scopeOf(context),
    });
    const names = await directory.names();
    return context.json(
      {
        ...answer,
        asOf: isoFromDay(answer.asOf),
        earlier: { from: answer.earlier.from, to: answer.earlier.to },
        rows: answer.rows.map((row) => ({
          key: shownKey(['major', 'degree'], row.key, names),
          values: row.values,
          toFill: row.toFill,
          sources: row.sources.map((one) => shownSource(one, names)),
        })),
      },
      200,
    );
  });
}
