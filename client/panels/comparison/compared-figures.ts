import type { MetricId } from '../../../domain/metrics/registry.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Figure, Figures } from '../../api/figures.ts';

/** One metric of two selections. */
export interface ComparedFigure {
  readonly metric: MetricId;
  readonly own: Figure | undefined;
  readonly other: Figure | undefined;
  /** `own` less `other`; null where one is missing or speaks of fewer than 10 people. */
  readonly difference: number | null;
  /** Whether the two 95 % intervals have nothing in common; null where the metric has none. */
  readonly apart: boolean | null;
}

function compared(
  metric: MetricId,
  own: Figure | undefined,
  other: Figure | undefined,
): ComparedFigure {
  const told = (figure: Figure | undefined): figure is Figure & { value: number } =>
    figure !== undefined && figure.value !== null && figure.n >= SMALL_N;
  if (!told(own) || !told(other)) return { metric, own, other, difference: null, apart: null };
  const bounded =
    own.low !== undefined &&
    own.high !== undefined &&
    other.low !== undefined &&
    other.high !== undefined;
  return {
    metric,
    own,
    other,
    difference: own.value - other.value,
    apart: bounded
      ? Number(own.low) > Number(other.high) || Number(own.high) < Number(other.low)
      : null,
  };
}

/** The totals of two selections side by side, in the order of the metrics. */
export function comparedFigures(
  metrics: readonly MetricId[],
  own: Figures['total'],
  other: Figures['total'],
): ComparedFigure[] {
  return metrics.map((metric) => compared(metric, own[metric], other[metric]));
}

/** Which rates are apart; null where not a single one could be compared. */
export function ratesApart(figures: readonly ComparedFigure[]): ComparedFigure[] | null {
  const judged = figures.filter(({ apart }) => apart !== null);
  return judged.length === 0 ? null : judged.filter(({ apart }) => apart === true);
}
