import { createRoute, z } from '@hono/zod-openapi';
import { isoFromDay, type Day } from '../../domain/dates.ts';
import { filtersOf } from '../../domain/filters.ts';
import { MINOR_UNITS } from '../../domain/money.ts';
import { COOPERATION_KINDS, type CooperationKind } from '../../domain/records/enumerations.ts';
import { COSTED_KINDS, costPerYear, type CostOfYears } from '../analytics/cost-per-year.ts';
import { effect } from '../analytics/effect.ts';
import { EFFECT_METRICS } from '../analytics/window-changes.ts';
import type { Services } from '../services.ts';
import type { CooperationRow, Names } from '../store/ports.ts';
import { shownKey } from './keys.ts';
import { queryParameters, selectionShape } from './request-schemas.ts';
import { errors, json, key, metricValue } from './response-schemas.ts';
import { scopeOf } from './principal.ts';
import { router } from './router.ts';

const KINDS = Object.keys(COOPERATION_KINDS) as CooperationKind[];

const number = z.number().nullable();
const changed = {
  key,
  before: metricValue,
  after: metricValue,
  change: number,
};

const effectRoute = createRoute({
  method: 'get',
  path: '/api/effect',
  summary: 'What came with a kind of cooperation, beside schools that it had not begun with',
  description:
    'Mean change of the schools it began with (three graduation years after the start less three before, the year of the start left out) less that of schools it had not begun with by the end of the same years, ± t·s·√(1/m + 1/c), pooled s, df m + c − 2. Needs two schools that began, four that did not, and 10 people in each window; where half of the interval is above 20 points there is no number. `hires` change as a part of those before. An association, never a cause. `school` chooses whose starts are looked at.',
  request: {
    query: queryParameters({
      ...selectionShape,
      kind: z.enum(KINDS, `kind: one of ${KINDS.join(', ')}`),
      metric: z.enum(EFFECT_METRICS, `metric: one of ${EFFECT_METRICS.join(', ')}`),
    }),
  },
  responses: {
    ...errors,
    200: json(
      z.object({
        asOf: z.string(),
        version: z.number(),
        claim: z.literal('association'),
        verdict: z.enum([
          'told',
          'too_wide',
          'one_school',
          'no_school',
          'too_few',
          'too_few_controls',
          'not_applicable',
        ]),
        difference: z
          .object({
            difference: z.number(),
            low: z.number(),
            high: z.number(),
            half: z.number(),
            treatedChange: z.number(),
            controlChange: z.number(),
            treated: z.number(),
            controls: z.number(),
            df: z.number(),
            spread: z.number(),
          })
          .nullable(),
        treatedCount: z.number(),
        controlCount: z.number(),
        treated: z.array(
          z.object({
            ...changed,
            startYear: number,
            leftOut: z.enum(['years', 'small', 'few_controls', 'start_unknown']).nullable(),
          }),
        ),
        controls: z.array(
          z.object({
            ...changed,
            of: z.number(),
            leftOut: z.enum(['began_before', 'begins_within', 'start_unknown', 'small']).nullable(),
          }),
        ),
      }),
      'Whether it can be told, by how much, and every school it is made of',
    ),
  },
});

const entry = z.object({
  id: z.number(),
  title: z.string(),
  titleZh: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  seats: number,
  amount: number,
});

const costs = z.object({
  entries: z.array(entry),
  seats: number,
  withoutSeats: z.number(),
  amount: number,
  withoutAmount: z.number(),
  /** Order classes that have not ended: in no sum. */
  running: z.number(),
  hires: z.number(),
  years: z.number(),
  seatsPerYear: number,
  amountPerYear: number,
});

const costRoute = createRoute({
  method: 'get',
  path: '/api/effect/cost',
  summary:
    'Money and seats per year at work of those whom order classes or internship bases brought',
  description:
    'The sums are those of the listed entries of the ledger; order classes that have not ended are not among them (`running`). Hires: of `training` those of the channel order class, of `internship_base` former interns, of classes from the year of the first start on. A sum is null where an entry lacks the number, a quotient also below 10 hires.',
  request: {
    query: queryParameters({
      ...selectionShape,
      kind: z.enum(COSTED_KINDS, `kind: one of ${COSTED_KINDS.join(', ')}`),
    }),
  },
  responses: {
    ...errors,
    200: json(
      z.object({
        asOf: z.string(),
        version: z.number(),
        rows: z.array(costs.extend({ key })),
        total: costs,
      }),
      'By school, and all together',
    ),
  },
});

const iso = (day: Day | null): string | null => (day === null ? null : isoFromDay(day));

function shownEntry({ id, title, startsOn, endsOn, seats, amount }: CooperationRow, names: Names) {
  return {
    id,
    title,
    titleZh: names.chinese('title', title),
    startsOn: iso(startsOn),
    endsOn: iso(endsOn),
    seats,
    amount: amount === null ? null : amount / MINOR_UNITS,
  };
}

function shownCost(row: CostOfYears, names: Names) {
  const { school: _, entries, ...cost } = row;
  return { ...cost, entries: entries.map((one) => shownEntry(one, names)) };
}

/** What came with cooperation, and what it cost. */
export function effectRoutes({ aggregator, directory }: Services) {
  return router()
    .openapi(effectRoute, async (context) => {
      const { kind, metric, asOf, ...filters } = context.req.valid('query');
      const where = filtersOf(filters);
      const scope = scopeOf(context);
      const answer = await effect(aggregator, directory, { kind, metric, where, asOf, scope });
      const names = await directory.names();
      const keyed = <T extends { readonly school: number }>({ school, ...one }: T) => ({
        ...one,
        key: shownKey(['school'], [school], names),
      });
      return context.json(
        {
          ...answer,
          asOf: isoFromDay(answer.asOf),
          claim: 'association' as const,
          difference: answer.difference === null ? null : { ...answer.difference },
          treated: answer.treated.map(keyed),
          controls: answer.controls.map(keyed),
        },
        200,
      );
    })
    .openapi(costRoute, async (context) => {
      const { kind, asOf, ...filters } = context.req.valid('query');
      const where = filtersOf(filters);
      const scope = scopeOf(context);
      const answer = await costPerYear(aggregator, directory, { kind, where, asOf, scope });
      const names = await directory.names();
      return context.json(
        {
          asOf: isoFromDay(answer.asOf),
          version: answer.version,
          rows: answer.rows.map((row) => ({
            ...shownCost(row, names),
            key: shownKey(['school'], [row.school], names),
          })),
          total: shownCost(answer.total, names),
        },
        200,
      );
    });
}
