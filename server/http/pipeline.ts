import { createRoute, z } from '@hono/zod-openapi';
import { isoFromDay } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import { AppError } from '../../domain/errors.ts';
import { EVENT_IDS } from '../../domain/events.ts';
import { filtersOf } from '../../domain/filters.ts';
import { OUTCOME_IDS } from '../../domain/outcomes.ts';
import { STAGES_OF_PATH } from '../../domain/pipeline/stages.ts';
import { CONVERSION_FACTORS, RATED_STAGES } from '../../domain/pipeline/rates.ts';
import { activity } from '../analytics/activity.ts';
import { pipeline, type PipelineRow } from '../analytics/pipeline.ts';
import type { Services } from '../services.ts';
import type { Names } from '../store/ports.ts';
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

const MODES = ['cohort', 'activity'] as const;
const STAGE_IDS = STAGES_OF_PATH.map(({ id }) => id);

const stage = z.object({
  id: z.enum(STAGE_IDS),
  count: z.number(),
  parts: z.array(
    z.object({
      outcome: z.enum(OUTCOME_IDS),
      kind: z.enum(['lost', 'open', 'unknown']),
      count: z.number(),
    }),
  ),
});

const path = z.object({
  stages: z.array(stage),
  rates: z.record(z.enum(RATED_STAGES), metricValue),
});

const everybody = z.object({
  stages: z.array(stage),
  rates: z.object({ one_year: metricValue, three_years: metricValue }),
});

const apart = z.object({
  candidates: z.number(),
  offers: z.number(),
  acceptances: z.number(),
  hires: z.number(),
});

const cohortRow = z
  .object({
    key,
    candidates: z.number(),
    path,
    everybody,
    apart: z.object({ skipped: apart, unknown: apart }),
    conversion: z.record(z.enum(CONVERSION_FACTORS), metricValue),
  })
  .openapi('PipelineRow');

const activityRow = z.object({
  key,
  eventYear: z.number(),
  counts: z.record(z.enum(EVENT_IDS), z.number()),
});

const answer = z.union([
  z.object({
    mode: z.literal('cohort'),
    asOf: z.string(),
    version: z.number(),
    rows: z.array(cohortRow),
    total: cohortRow,
  }),
  z.object({
    mode: z.literal('activity'),
    asOf: z.string(),
    version: z.number(),
    rows: z.array(activityRow),
    total: z.array(activityRow),
  }),
]);

const route = createRoute({
  method: 'get',
  path: '/api/pipeline',
  summary:
    'How far the people of graduation years came (mode=cohort), or what happened in calendar years (mode=activity)',
  request: {
    query: queryParameters({
      ...selectionShape,
      mode: z.enum(MODES, `mode: one of ${MODES.join(', ')}`).optional(),
      by: repeatedTexts(dimensionName, 1),
    }),
  },
  responses: {
    ...errors,
    200: json(
      answer,
      'In cohort mode the stages of each group, of people with every step on record (path) and of everybody; in activity mode the dated events of each group and year',
    ),
  },
});

/** The dimensions that a pipeline is made of: it cannot be split by them as well. */
const OWN_DIMENSIONS: readonly DimensionId[] = ['outcome', 'steps'];

function shownRow(by: readonly DimensionId[], row: PipelineRow, names: Names) {
  const copied = (stages: PipelineRow['path']['stages']) =>
    stages.map(({ id, count, parts }) => ({ id, count, parts: [...parts] }));
  return {
    key: shownKey(by, row.key, names),
    candidates: row.candidates,
    path: { stages: copied(row.path.stages), rates: { ...row.path.rates } },
    everybody: { stages: copied(row.everybody.stages), rates: { ...row.everybody.rates } },
    apart: row.apart,
    conversion: { ...row.conversion },
  };
}

/** The pipeline: stages of a class, or the events of calendar years. */
export function pipelineRoutes({ aggregator, directory }: Services) {
  return router().openapi(route, async (context) => {
    const { mode = 'cohort', by, asOf, ...filters } = context.req.valid('query');
    const own = by.find((id) => OWN_DIMENSIONS.includes(id));
    if (own !== undefined) {
      throw new AppError(
        'invalid_input',
        `by: the stages are made of "${own}", so choose another dimension. As a filter it works.`,
      );
    }
    const query = { by, where: filtersOf(filters), asOf, scope: scopeOf(context) };
    if (mode === 'activity') {
      const { rows, total, ...state } = await activity(aggregator, query);
      const names = await directory.names();
      return context.json(
        {
          mode,
          ...state,
          asOf: isoFromDay(state.asOf),
          rows: rows.map((row) => ({ ...row, key: shownKey(by, row.key, names) })),
          total: total.map((row) => ({ ...row, key: {} })),
        },
        200,
      );
    }
    const { rows, total, ...state } = await pipeline(aggregator, query);
    const names = await directory.names();
    return context.json(
      {
        mode,
        ...state,
        asOf: isoFromDay(state.asOf),
        rows: rows.map((row) => shownRow(by, row, names)),
        total: shownRow([], total, names),
      },
      200,
    );
  });
}
