import { createRoute, z } from '@hono/zod-openapi';
import { isoFromDay } from '../../domain/dates.ts';
import { DIMENSION_IDS, dimension } from '../../domain/dimensions.ts';
import { METRIC_IDS, metric } from '../../domain/metrics/registry.ts';
import { consistent } from '../analytics/consistent.ts';
import { compareValues } from '../analytics/order.ts';
import type { Services } from '../services.ts';
import { dimensionValues } from '../analytics/dimension-values.ts';
import { bilingual, json } from './response-schemas.ts';
import { scopeOf } from './principal.ts';
import { router } from './router.ts';

const metricEntry = z.object({
  id: z.string(),
  label: bilingual,
  definition: bilingual,
  unit: z.enum(['people', 'percent', 'days', 'money', 'rating', 'ratio']),
  better: z.enum(['higher', 'lower', 'neither']),
  formula: bilingual,
  source: z.object({ title: z.string(), url: z.string().nullable() }),
  sensitive: z.boolean(),
});

const dimensionEntry = z.object({
  id: z.union([z.number(), z.string(), z.null()]),
  name: z.string(),
  nameZh: z.string().nullable(),
  hires: z.number(),
});

const aboutAnswer = z.object({
  demo: z.boolean(),
  currency: z.string(),
  version: z.number(),
  /** The day that figures are of where nobody asks for another. */
  asOf: z.string(),
  /** The last day that the data tells of; no earlier than `asOf`. */
  knownTo: z.string(),
  /** The latest graduation year with a hire. */
  latestSeason: z.number().nullable(),
  empty: z.boolean(),
});

const about = createRoute({
  method: 'get',
  path: '/api/about',
  summary: 'State of this deployment and its data',
  responses: { 200: json(aboutAnswer, 'What is stored and up to when it is known') },
});

const metrics = createRoute({
  method: 'get',
  path: '/api/metrics',
  summary: 'Every metric with its definition, formula and source',
  responses: { 200: json(z.array(metricEntry), 'The metrics') },
});

const dimensions = createRoute({
  method: 'get',
  path: '/api/dimensions',
  summary:
    'Every value one can filter by, with its number of hires; entities of the directory without a hire last',
  responses: { 200: json(z.record(z.string(), z.array(dimensionEntry)), 'Values by dimension') },
});

/** What can be asked: metrics, dimensions and the state of the data. */
export function catalogRoutes({ aggregator, directory, demo, settings }: Services) {
  return router()
    .openapi(about, async (context) => {
      const { version, asOf, usualAsOf, cells } = await consistent(async () => {
        const known = await aggregator.snapshot();
        const answer = await aggregator.aggregate({
          by: ['year'],
          where: {},
          asOf: known.usualAsOf,
          scope: scopeOf(context),
          measures: ['hires'],
        });
        return {
          versions: [known.version, answer.version],
          result: { ...known, cells: answer.cells },
        };
      });
      const seasons = cells
        .filter((cell) => (cell.measures.hires ?? 0) > 0)
        .map((cell) => cell.key[0] ?? null);
      const latest = seasons.toSorted(compareValues).at(-1);
      return context.json(
        {
          demo,
          currency: settings.currency(),
          version,
          asOf: isoFromDay(usualAsOf),
          knownTo: isoFromDay(asOf),
          latestSeason: typeof latest === 'number' ? latest : null,
          empty: cells.length === 0,
        },
        200,
      );
    })
    .openapi(metrics, (context) =>
      context.json(
        METRIC_IDS.map((id) => {
          const { label, definition, unit, better, words, source, sensitive } = metric(id);
          return { id, label, definition, unit, better, formula: words, source, sensitive };
        }),
        200,
      ),
    )
    .openapi(dimensions, async (context) => {
      const values = await dimensionValues(aggregator, scopeOf(context));
      const names = await directory.names();
      const shown = DIMENSION_IDS.map((id) => {
        const { codes } = dimension(id);
        const counted = values.get(id) ?? [];
        const known = new Set(counted.map(({ value }) => value));
        const idle = names.ids(id).filter((entity) => !known.has(entity));
        const all = [...counted, ...idle.map((value) => ({ value, hires: 0 }))];
        const entries = all.map(({ value, hires }) => {
          const code = codes?.[String(value)];
          const named = code ? { name: code.en, nameZh: code.zh } : names.of(id, value);
          return { id: value, ...named, hires };
        });
        return [id, entries] as const;
      });
      return context.json(Object.fromEntries(shown), 200);
    });
}
