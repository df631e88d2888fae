import { createRoute, z } from '@hono/zod-openapi';
import { isoFromDay } from '../../domain/dates.ts';
import { filtersOf } from '../../domain/filters.ts';
import { forecast, type Forecast } from '../analytics/forecast.ts';
import type { Services } from '../services.ts';
import { shownKey } from './keys.ts';
import {
  dimensionName,
  queryParameters,
  repeatedTexts,
  selectionShape,
} from './request-schemas.ts';
import { errors, json, key, metricValue } from './response-schemas.ts';
import { scopeOf } from './principal.ts';
import { router } from './router.ts';

const years = z.object({ from: z.number(), to: z.number() }).nullable();
const number = z.number().nullable();

const current = z.object({
  status: z.enum(['ok', 'over', 'too_few']),
  people: z.object({
    accepted: z.number(),
    started: z.number(),
    withdrawn: z.number(),
    waiting: z.number(),
    pending: z.number(),
    unanswered: z.number(),
    startedOtherwise: z.number(),
  }),
  showUp: metricValue,
  acceptance: metricValue,
  earlier: years,
  expected: number,
  low: number,
  high: number,
});

const later = z.object({
  verdict: z.enum([
    'shown',
    'too_few_years',
    'too_few_series',
    'no_better',
    'not_sure',
    'undated',
    'nobody',
    'not_applicable',
  ]),
  trial: z
    .object({
      origins: z.number(),
      series: z.number(),
      tried: z
        .object({ error: z.number(), naiveError: z.number(), t: z.number(), p: z.number() })
        .nullable(),
    })
    .nullable(),
  known: z.array(z.object({ year: z.number(), hires: z.number() })),
  years: z.array(
    z.object({
      year: z.number(),
      ahead: z.number(),
      expected: z.number(),
      error: number,
      tried: z.number(),
    }),
  ),
  groups: z.array(z.object({ key, expected: number, n: z.number() })),
});

const forecastRoute = createRoute({
  method: 'get',
  path: '/api/forecast',
  summary: 'How many will come: of the season that goes on, and of the classes after it',
  description:
    'This season: accepted × show-up + pending × acceptance × show-up, by the rates of the three complete seasons before it; the interval covers chance and that those people were few, not people who decide differently nor offers still to come. Later classes: exponential smoothing (α .5) of campus hires, only where over the schools, from the fifth class on, it missed by less than .95 of what "as last year" did and a one-sided t over those classes has p below .10; else `verdict` says why not. `by` groups the later classes; a filter on years chooses the season.',
  request: {
    query: queryParameters({ ...selectionShape, by: repeatedTexts(dimensionName, 2) }),
  },
  responses: {
    ...errors,
    200: json(
      z.object({
        asOf: z.string(),
        version: z.number(),
        season: number,
        current: current.nullable(),
        later,
        planned: z.array(z.object({ year: z.number(), planned: metricValue })),
      }),
      'What the season is expected to bring, what later classes are, and what is planned',
    ),
  },
});

const rangeOf = (range: NonNullable<Forecast['current']>['earlier']) =>
  range === null ? null : { from: range.from, to: range.to };

/** What to expect of this season and of the classes after it. */
export function forecastRoutes({ aggregator, directory }: Services) {
  return router().openapi(forecastRoute, async (context) => {
    const { by, asOf, ...filters } = context.req.valid('query');
    const where = filtersOf(filters);
    const answer = await forecast(aggregator, { by, where, asOf, scope: scopeOf(context) });
    const names = await directory.names();
    const { season, version, current: now, later: after } = answer;
    const { origins = 0, series = 0, tried = null } = after.trial ?? {};
    return context.json(
      {
        asOf: isoFromDay(answer.asOf),
        version,
        season,
        current: now === null ? null : { ...now, earlier: rangeOf(now.earlier) },
        later: {
          verdict: after.verdict,
          trial: after.trial === null ? null : { origins, series, tried },
          known: [...after.known],
          years: [...after.years],
          groups: after.groups.map((group) => ({ ...group, key: shownKey(by, group.key, names) })),
        },
        planned: [...answer.planned],
      },
      200,
    );
  });
}
