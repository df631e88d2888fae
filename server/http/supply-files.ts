import { createRoute, z } from '@hono/zod-openapi';
import { isoFromDay } from '../../domain/dates.ts';
import { filterShape, filtersOf } from '../../domain/filters.ts';
import { resolveAsOf } from '../analytics/as-of.ts';
import { supplyCsv } from '../records/supply-csv.ts';
import type { Services } from '../services.ts';
import { scopeOf } from './principal.ts';
import { queryParameters, selectionShape } from './request-schemas.ts';
import { errors } from './response-schemas.ts';
import { router } from './router.ts';

const { school, college, major, family, year, degree, department } = filterShape;

const file = {
  ...errors,
  200: { description: 'A file', content: { 'text/csv': { schema: z.string() } } },
};

const cohortsRoute = createRoute({
  method: 'get',
  path: '/api/cohorts.csv',
  summary: 'The counts of graduates as a CSV file, as an import reads it',
  description:
    'Every count that is stored, also those that a later one of the same people replaces in the figures. An earlier ' +
    'asOf leaves out what was counted after it.',
  request: {
    query: queryParameters({
      school,
      college,
      major,
      family,
      year,
      degree,
      asOf: selectionShape.asOf,
    }),
  },
  responses: file,
});

const plansRoute = createRoute({
  method: 'get',
  path: '/api/plans.csv',
  summary: 'The plans as a CSV file, as an import reads it',
  description: 'Plans have no school and no day. A plan for any major says "any".',
  request: { query: queryParameters({ major, family, year, degree, department }) },
  responses: file,
});

const headers = (name: string) => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${name}"`,
});

/** What is counted beside persons, as files: the records behind figures of graduates and plans. */
export function supplyFileRoutes({ aggregator, directory }: Services) {
  return router()
    .openapi(cohortsRoute, async (context) => {
      const { asOf: asked, ...filters } = context.req.valid('query');
      const known = await aggregator.snapshot();
      const asOf = resolveAsOf(asked, known);
      const rows = await directory.supplyRows('cohorts', {
        where: filtersOf(filters),
        scope: scopeOf(context),
        countedTo: asOf < known.asOf ? asOf : null,
      });
      const name = `cohorts-${isoFromDay(asOf)}.csv`;
      return context.body(supplyCsv('cohorts', rows), 200, headers(name));
    })
    .openapi(plansRoute, async (context) => {
      const where = filtersOf(context.req.valid('query'));
      const rows = await directory.supplyRows('plans', {
        where,
        scope: scopeOf(context),
        countedTo: null,
      });
      return context.body(supplyCsv('plans', rows), 200, headers('plans.csv'));
    });
}
