import { createRoute, z } from '@hono/zod-openapi';
import { isoFromDay, today } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import type { Filters } from '../../domain/filters.ts';
import type { MetricId } from '../../domain/metrics/registry.ts';
import { queryMetrics } from '../analytics/query-metrics.ts';
import type { Services } from '../services.ts';
import { shownKey } from './keys.ts';
import { schoolAsked, type OwnSchool } from './own-school.ts';
import { principalOf } from './principal.ts';
import { queryParameters, wholeNumber } from './request-schemas.ts';
import { errors, json, key, metricValue } from './response-schemas.ts';
import { router } from './router.ts';

const LAST_YEAR = 2200;
const MOST_ROWS = 10_000;

/** What is told of a school's own graduates: nothing in it comes from the company's records. */
const OUTCOMES = [
  'graduates',
  'knowledge_rate',
  'placement_rate',
  'career_outcomes_rate',
  'contract_rate',
  'flexible_rate',
  'self_employment_rate',
  'further_study_rate',
  'signed_rate',
] as const satisfies MetricId[];

const entry = z.object({ id: z.number(), name: z.string(), nameZh: z.string().nullable() });
const whose = { school: wholeNumber(1, Number.MAX_SAFE_INTEGER).optional() };
const values = z.record(z.string(), metricValue);

const demandRoute = createRoute({
  method: 'get',
  path: '/api/demand',
  summary: 'Shared plans of this and coming classes, beside the own graduates of the same kind',
  request: { query: queryParameters(whose) },
  responses: {
    ...errors,
    200: json(
      z.object({
        fromYear: z.number(),
        plans: z.array(
          z.object({
            year: z.number(),
            major: entry.nullable().openapi({ description: 'Null for any major' }),
            degree: z.string().nullable().openapi({
              description: 'One degree, or a least one such as bachelor+; null for any',
            }),
            headcount: z.number(),
          }),
        ),
        graduates: z.array(z.object({ key, value: z.number() })),
      }),
      'All departments together; graduates by year, major and degree as the school counted them last',
    ),
  },
});

const cohortsRoute = createRoute({
  method: 'get',
  path: '/api/cohorts',
  summary: 'Where a school’s own graduates went, as the school itself counted',
  request: { query: queryParameters({ ...whose, year: wholeNumber(1900, LAST_YEAR).optional() }) },
  responses: {
    ...errors,
    200: json(
      z.object({
        years: z.array(z.object({ year: z.number(), values })),
        year: z.number().nullable().openapi({ description: 'The class of the other two lists' }),
        colleges: z.array(z.object({ college: entry.nullable(), values })),
        counts: z.array(
          z.object({
            countedOn: z.string().nullable(),
            college: entry.nullable(),
            graduates: z.number(),
            among: z.number().openapi({ description: 'Graduates whose destinations are counted' }),
            placed: z.number().openapi({ description: 'Of those, who have gone somewhere' }),
          }),
        ),
      }),
      'Rates by class, by college, and every count of one class in the order of its days',
    ),
  },
});

const WHOSE = {
  unknown: () =>
    new AppError('not_found', {
      en: 'There is no such school among yours: leave school out.',
      zh: '没有该学校的权限：请去掉 school 参数。',
    }),
  unnamed: () =>
    new AppError('invalid_input', {
      en: 'Say of which school: add school=<id>.',
      zh: '请指明学校：加上 school=<编号>。',
    }),
};

function filtersOfSchool({ schoolId, collegeId }: OwnSchool): Filters {
  return { school: [schoolId], ...(collegeId === null ? {} : { college: [collegeId] }) };
}

/** What partner schools read besides their releases: shared demand, and their own graduates. */
export function partnerRoutes({ aggregator, directory, partners }: Services) {
  return router()
    .openapi(demandRoute, async (context) => {
      const principal = principalOf(context);
      const asked = schoolAsked(context.req.valid('query'), principal, WHOSE);
      const fromYear = Number(isoFromDay(today()).slice(0, 4));
      const by = ['year', 'major', 'degree'] as const;
      const { rows } = await queryMetrics(aggregator, {
        metrics: ['graduates'],
        by,
        where: { ...filtersOfSchool(asked), year: [{ from: fromYear, to: LAST_YEAR }] },
        limit: MOST_ROWS,
        scope: principal.scope,
      });
      const names = await directory.names();
      const graduates = rows.flatMap(({ key: group, values: { graduates: one } }) =>
        one?.value === null || one === undefined
          ? []
          : [{ key: shownKey(by, group, names), value: one.value }],
      );
      return context.json({ fromYear, plans: partners.sharedPlans(fromYear), graduates }, 200);
    })
    .openapi(cohortsRoute, async (context) => {
      const principal = principalOf(context);
      const { school, year: wanted } = context.req.valid('query');
      const asked = schoolAsked({ school }, principal, WHOSE);
      const where = filtersOfSchool(asked);
      const common = { metrics: OUTCOMES, limit: MOST_ROWS, scope: principal.scope };
      const all = await queryMetrics(aggregator, { ...common, by: ['year'], where });
      const years = all.rows
        .flatMap(({ key: [year], values: figures }) =>
          typeof year === 'number' && (figures['graduates']?.value ?? 0) > 0
            ? [{ year, values: figures }]
            : [],
        )
        .toSorted((a, b) => b.year - a.year);
      const year =
        wanted ??
        years.find(({ values: { placement_rate: rate } }) => rate?.value !== null)?.year ??
        years[0]?.year ??
        null;
      if (year === null) return context.json({ years, year, colleges: [], counts: [] }, 200);
      const of = await queryMetrics(aggregator, {
        ...common,
        by: ['college'],
        where: { ...where, year: [{ from: year, to: year }] },
      });
      const names = await directory.names();
      const colleges = of.rows.flatMap(({ key: [id], values: figures }) =>
        (figures['graduates']?.value ?? 0) === 0
          ? []
          : [
              {
                college: typeof id === 'number' ? { id, ...names.of('college', id) } : null,
                values: figures,
              },
            ],
      );
      const counts = partners.countsOf(asked, year).map(({ countedOn, ...count }) => ({
        ...count,
        countedOn: countedOn === null ? null : isoFromDay(countedOn),
      }));
      return context.json({ years, year, colleges, counts }, 200);
    });
}
