import { DIMENSION_IDS, type DimensionId } from '../../domain/dimensions.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Aggregator, KeyValue } from '../store/ports.ts';
import { compareValues } from './order.ts';

export interface ValueCount {
  readonly value: KeyValue;
  readonly hires: number;
}

/** Every value of every dimension within a scope, with its number of hires, ordered by value, blank last. */
export async function dimensionValues(
  aggregator: Aggregator,
  scope: Scope,
): Promise<Map<DimensionId, ValueCount[]>> {
  const { asOf } = await aggregator.snapshot();
  const read = async (id: DimensionId): Promise<[DimensionId, ValueCount[]]> => {
    const { cells } = await aggregator.aggregate({
      by: [id],
      where: {},
      asOf,
      scope,
      measures: ['hires'],
    });
    const values = cells.map((cell) => ({
      value: cell.key[0] ?? null,
      hires: cell.measures.hires ?? 0,
    }));
    return [id, values.toSorted((a, b) => compareValues(a.value, b.value))];
  };
  return new Map(await Promise.all(DIMENSION_IDS.map(read)));
}
