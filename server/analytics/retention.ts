import {
  kaplanMeier,
  medianSurvival,
  type SurvivalPoint,
} from '../../domain/statistics/kaplan-meier.ts';
import type { Day } from '../../domain/dates.ts';
import { evaluate, type Histogram } from '../../domain/metrics/evaluate.ts';
import { metric } from '../../domain/metrics/registry.ts';
import { needsOf } from '../../domain/metrics/needs.ts';
import type { MetricValue } from '../../domain/metrics/value.ts';
import type { Aggregator, KeyValue, Selection } from '../store/ports.ts';
import { resolveAsOf } from './as-of.ts';
import { consistent } from './consistent.ts';
import { compareKeys } from './order.ts';

export interface RetentionRow {
  readonly key: readonly KeyValue[];
  /** People with a tenure, and those of them who left. */
  readonly n: number;
  readonly events: number;
  readonly points: readonly SurvivalPoint[];
  readonly medianDays: number | null;
  readonly status: MetricValue['status'];
  readonly reason?: MetricValue['reason'];
}

const MEDIAN = metric('median_tenure');

/** A curve is shown wherever a median could be asked for; a median not reached hides nothing. */
function curveOf(
  key: readonly KeyValue[],
  histogram: Histogram | undefined,
  median: MetricValue,
): RetentionRow {
  const hidden = median.value === null && median.reason !== 'not_reached';
  if (hidden || histogram === undefined) {
    const { status, reason } = median;
    return {
      key,
      n: 0,
      events: 0,
      points: [],
      medianDays: null,
      status,
      ...(reason ? { reason } : {}),
    };
  }
  const curve = kaplanMeier(histogram);
  return {
    key,
    n: curve.n,
    events: curve.events,
    points: curve.points,
    medianDays: medianSurvival(curve),
    status: curve.n < 10 ? 'small' : 'ok',
  };
}

/**
 * The Kaplan–Meier curve of each group, in days since the start of work.
 * @returns groups ordered by key. A group whose leavers are unknown, or with more than 5 % undated hires, has no
 *   points and says why.
 * @throws AppError `invalid_input` for an as-of after the data's.
 */
export async function retention(
  aggregator: Aggregator,
  query: Omit<Selection, 'asOf'> & { asOf?: Day | undefined },
): Promise<{ asOf: Day; version: number; rows: RetentionRow[] }> {
  return consistent(async () => {
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(query.asOf, known.asOf);
    const selection: Selection = { ...query, asOf };
    const { cells, version } = await aggregator.aggregate({
      ...selection,
      measures: needsOf(MEDIAN).measures,
    });
    const distribution = await aggregator.distribution(selection, 'tenure');
    const histograms = new Map(
      distribution.groups.map((group) => [JSON.stringify(group.key), group.histogram]),
    );
    const rows = cells.map((cell) => {
      const tenure = histograms.get(JSON.stringify(cell.key));
      const median = evaluate(MEDIAN, { measures: cell.measures, tenure, season: null, asOf });
      return curveOf(cell.key, tenure, median);
    });
    return {
      versions: [known.version, version, distribution.version],
      result: { asOf, version, rows: rows.toSorted((a, b) => compareKeys(a.key, b.key)) },
    };
  });
}
