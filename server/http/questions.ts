import { createRoute, z } from '@hono/zod-openapi';
import { isoFromDay } from '../../domain/dates.ts';
import { dimension, isDimensionId } from '../../domain/dimensions.ts';
import { AppError } from '../../domain/errors.ts';
import { filtersOf } from '../../domain/filters.ts';
import { METRIC_IDS, isMetricId } from '../../domain/metrics/registry.ts';
import { flow } from '../analytics/flow.ts';
import { queryMetrics } from '../analytics/query-metrics.ts';
import type { Services } from '../services.ts';
import { unknownName } from './errors.ts';
import { shownKey } from './keys.ts';
import {
  dimensionName,
  distinct,
  metricName,
  queryParameters,
  repeatedTexts,
  selectionShape,
  singleText,
  wholeNumber,
} from './request-schemas.ts';
import { errors, json, key, metricValue } from './response-schemas.ts';
import { scopeOf } from './principal.ts';
import { router } from './router.ts';

const MOST_ROWS = 10_000;
const MOST_METRICS = 100;
const MOST_GROUPS = 3;

const values = z.record(z.string(), metricValue);
const grouping = repeatedTexts(dimensionName, MOST_GROUPS);

const metricsParameters = queryParameters({
  ...selectionShape,
  metric: repeatedTexts(metricName, MOST_METRICS),
  by: grouping,
  sort: singleText.optional(),
  limit: wholeNumber(1, MOST_ROWS).optional(),
});

const query = createRoute({
  method: 'get',
  path: '/api/query',
  summary: 'Metrics by up to three dimensions',
  request: { query: metricsParameters },
  responses: {
    ...errors,
    200: json(
      z.object({
        asOf: z.string(),
        version: z.number(),
        rows: z.array(z.object({ key, values })),
        total: values,
        truncated: z.boolean(),
      }),
      'Rows, and the total of the whole filter',
    ),
  },
});

const node = z.object({
  id: z.string(),
  label: z.string(),
  labelZh: z.string(),
  dimension: z.string(),
  kind: z.enum(['value', 'blank', 'other']),
  value: z.union([z.number(), z.string(), z.null()]),
});

const flowRoute = createRoute({
  method: 'get',
  path: '/api/flow',
  summary: 'How hires flow through two or three dimensions',
  request: {
    query: queryParameters({
      ...selectionShape,
      path: repeatedTexts(dimensionName, MOST_GROUPS),
      top: wholeNumber(1, 50).optional(),
    }),
  },
  responses: {
    ...errors,
    200: json(
      z.object({
        asOf: z.string(),
        version: z.number(),
        nodes: z.array(node),
        links: z.array(z.object({ source: z.number(), target: z.number(), value: z.number() })),
      }),
      'Nodes, and links between positions in the list of nodes',
    ),
  },
});

/** `-hires` as the id and the direction; the id must be a metric or dimension that the query has. */
function sortOf(text: string | undefined, available: readonly string[]) {
  if (text === undefined) return undefined;
  const descending = text.startsWith('-');
  const id = descending ? text.slice(1) : text;
  if (!available.includes(id) || !(isMetricId(id) || isDimensionId(id))) {
    throw unknownName('metric or dimension of this query to sort by,', id, available);
  }
  return { id, descending };
}

const OTHER = { name: 'Other', nameZh: '其他' };
const BLANK = { name: 'Not given', nameZh: '未填写' };

/** The questions that the dashboard asks. */
export function questionRoutes({ aggregator, directory }: Services) {
  return router()
    .openapi(query, async (context) => {
      const { metric: metrics, by, sort, limit, asOf, ...filters } = context.req.valid('query');
      if (metrics.length === 0) {
        throw new AppError(
          'invalid_input',
          `Name at least one metric: metric=… of ${METRIC_IDS.join(', ')}.`,
        );
      }
      const answer = await queryMetrics(aggregator, {
        metrics: distinct(metrics, 'metric'),
        by: distinct(by, 'by'),
        where: filtersOf(filters),
        asOf,
        sort: sortOf(sort, [...metrics, ...by]),
        limit: limit ?? 1000,
        scope: scopeOf(context),
      });
      const names = await directory.names();
      const rows = answer.rows.map((row) => ({
        key: shownKey(by, row.key, names),
        values: row.values,
      }));
      return context.json({ ...answer, asOf: isoFromDay(answer.asOf), rows }, 200);
    })
    .openapi(flowRoute, async (context) => {
      const { path, top, asOf, ...filters } = context.req.valid('query');
      if (path.length < 2) {
        throw new AppError(
          'invalid_input',
          'A flow needs two or three dimensions: path=school&path=major.',
        );
      }
      const answer = await flow(aggregator, {
        path: distinct(path, 'path'),
        top: top ?? 8,
        where: filtersOf(filters),
        asOf,
        scope: scopeOf(context),
      });
      const names = await directory.names();
      const nodes = answer.nodes.map(({ dimension: id, value, other }) => {
        const code = dimension(id).codes?.[String(value)];
        const named = other
          ? OTHER
          : value === null
            ? BLANK
            : code
              ? { name: code.en, nameZh: code.zh }
              : names.of(id, value);
        const kind = other
          ? ('other' as const)
          : value === null
            ? ('blank' as const)
            : ('value' as const);
        const nodeId = kind === 'value' ? `${id}:=${value}` : `${id}:${kind}`;
        return {
          id: nodeId,
          label: named.name,
          labelZh: named.nameZh ?? named.name,
          dimension: id,
          kind,
          value,
        };
      });
      return context.json(
        { asOf: isoFromDay(answer.asOf), version: answer.version, nodes, links: answer.links },
        200,
      );
    });
}
