import { DIMENSION_IDS, type DimensionId } from '../../domain/dimensions.ts';
import { hasDimension } from '../../domain/facts.ts';
import { factsOf } from '../../domain/metrics/needs.ts';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import type { Selection } from '../store/ports.ts';

/** Whether every fact that a metric speaks of has the dimensions that a selection groups, filters and sees by. */
export function isApplicable(
  id: MetricId,
  { by, where, scope }: Pick<Selection, 'by' | 'where' | 'scope'>,
): boolean {
  const asked: DimensionId[] = [
    ...by,
    ...DIMENSION_IDS.filter((one) => where[one] !== undefined),
    ...(scope.kind === 'all' ? [] : (['school'] as const)),
  ];
  return factsOf(metric(id)).every((fact) => asked.every((one) => hasDimension(fact, one)));
}
