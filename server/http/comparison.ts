import { createRoute, z } from '@hono/zod-openapi';
import { isoFromDay } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import { filtersOf } from '../../domain/filters.ts';
import { COMPARED_METRICS, proportionOf } from '../../domain/metrics/compared.ts';
import { isMetricId, metric, type MetricId } from '../../domain/metrics/registry.ts';
import { compareSchools, type ComparedSchool } from '../analytics/compare-schools.ts';
import type { Services } from '../services.ts';
import { unknownName } from './errors.ts';
import { shownKey } from './keys.ts';
import { queryParameters, selectionShape, singleText, wholeNumber } from './request-schemas.ts';
import { errors, json, key, metricValue } from './response-schemas.ts';
import { scopeOf } from './principal.ts';
import { router } from './router.ts';

const MOST_POOLED = 10;

const compared = metricValue.extend({
  key,
  /** How many of `n` count. */
  x: z.number().nullable(),
  /** Holm-corrected mid-p of Fisher's exact test against all other schools; null below 10 people. */
  p: z.number().nullable(),
  differs: z.boolean().nullable(),
  posterior: z
    .object({ mean: z.number(), low: z.number(), high: z.number(), bestThird: z.number() })
    .nullable(),
  /** Best and worst rank that cannot be ruled out; schools whose ranks overlap may be tied. */
  rank: z.object({ best: z.number(), worst: z.number() }).nullable(),
});

const limit = z.object({
  n: z.number(),
  low95: z.number(),
  high95: z.number(),
  low998: z.number(),
  high998: z.number(),
});

const comparison = createRoute({
  method: 'get',
  path: '/api/comparison',
  summary: 'Schools compared fairly by a proportion: funnel plot and ranking',
  description:
    'Mature people only. A school differs where Fisher’s mid-p against all others, corrected by Holm, is below .05. The ranking is a beta-binomial posterior; it needs five schools with ten people each.',
  request: {
    query: queryParameters({
      ...selectionShape,
      metric: singleText.optional(),
      by: singleText.optional(),
      pool: wholeNumber(1, MOST_POOLED).optional(),
    }),
  },
  responses: {
    ...errors,
    200: json(
      z.object({
        asOf: z.string(),
        version: z.number(),
        metric: z.string(),
        better: z.enum(['higher', 'lower', 'neither']),
        years: z.object({ from: z.number(), to: z.number() }).nullable(),
        whole: metricValue.extend({ x: z.number() }),
        rows: z.array(compared),
        limits: z.array(limit),
        ranking: z.object({
          status: z.enum(['ok', 'too_few_schools']),
          schools: z.number(),
          needs: z.number(),
          places: z.number(),
        }),
      }),
      'Every school, the whole, and the limits of the funnel',
    ),
  },
});

function comparedMetric(text: string | undefined): MetricId {
  if (text !== undefined && isMetricId(text)) {
    if (proportionOf(text) !== null) return text;
    throw new AppError(
      'invalid_input',
      `${text} is no proportion of people, so schools cannot be compared by it this way. Take one of ${COMPARED_METRICS.join(', ')}.`,
      { name: text, known: COMPARED_METRICS },
    );
  }
  if (text !== undefined) throw unknownName('metric', text, COMPARED_METRICS);
  throw new AppError('invalid_input', `Name a metric: metric=… of ${COMPARED_METRICS.join(', ')}.`);
}

function shown({ x, value, difference, ranked }: Omit<ComparedSchool, 'key'>) {
  return {
    ...value,
    x,
    p: difference?.p ?? null,
    differs: difference?.differs ?? null,
    posterior:
      ranked === null
        ? null
        : { mean: ranked.mean, low: ranked.low, high: ranked.high, bestThird: ranked.first },
    rank: ranked?.rank ?? null,
  };
}

/** The comparison of schools. */
export function comparisonRoutes({ aggregator, directory }: Services) {
  return router().openapi(comparison, async (context) => {
    const { metric: text, by, pool, asOf, ...filters } = context.req.valid('query');
    if (by !== undefined && by !== 'school') throw unknownName('comparison by', by, ['school']);
    const id = comparedMetric(text);
    const answer = await compareSchools(aggregator, {
      metric: id,
      where: filtersOf(filters),
      asOf,
      pool,
      scope: scopeOf(context),
    });
    const names = await directory.names();
    const { schools, needs, places } = answer.ranking;
    return context.json(
      {
        asOf: isoFromDay(answer.asOf),
        version: answer.version,
        metric: id,
        better: metric(id).better,
        years: answer.years === null ? null : { from: answer.years.from, to: answer.years.to },
        whole: answer.whole,
        rows: answer.rows.map(({ key: values, ...row }) => ({
          key: shownKey(['school'], values, names),
          ...shown(row),
        })),
        limits: answer.limits.map((point) => ({ ...point })),
        ranking: {
          status: schools < needs ? ('too_few_schools' as const) : ('ok' as const),
          schools,
          needs,
          places,
        },
      },
      200,
    );
  });
}
