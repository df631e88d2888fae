import type { DimensionId } from '../../domain/dimensions.ts';
import type { MeasureId } from '../../domain/measures.ts';
import type { Aggregator, KeyValue, Selection } from '../store/ports.ts';

/** For one group key: the whole that a school's part belongs to, and the largest school's part. */
export interface Share {
  readonly whole: number;
  readonly largest: number;
}

const without = (by: readonly DimensionId[]): DimensionId[] => by.filter((id) => id !== 'school');

/**
 * The wholes and largest parts over schools for every group of a query, looked up by group key.
 * `whole` ignores the filter on school (a school's share is of all hires); `largest` keeps it.
 * @returns the version the figures belong to and a look-up by key in the order of `by`; null asks for the total.
 */
export async function readShares(aggregator: Aggregator, selection: Selection, measure: MeasureId) {
  const by = without(selection.by);
  const { school: _, ...where } = selection.where;
  const measures = [measure];
  const wholes = await aggregator.aggregate({ ...selection, by, where, measures });
  const parts = await aggregator.aggregate({ ...selection, by: [...by, 'school'], measures });

  const whole = new Map(
    wholes.cells.map((cell) => [JSON.stringify(cell.key), cell.measures[measure] ?? 0]),
  );
  const largest = new Map<string, number>();
  const perSchool = new Map<KeyValue, number>();
  for (const cell of parts.cells) {
    const value = cell.measures[measure] ?? 0;
    const school = cell.key.at(-1) ?? null;
    const id = JSON.stringify(cell.key.slice(0, -1));
    largest.set(id, Math.max(largest.get(id) ?? 0, value));
    perSchool.set(school, (perSchool.get(school) ?? 0) + value);
  }
  const total: Share = {
    whole: [...whole.values()].reduce((sum, value) => sum + value, 0),
    largest: Math.max(0, ...perSchool.values()),
  };
  const of = (key: readonly KeyValue[] | null): Share => {
    if (key === null) return total;
    const id = JSON.stringify(key.filter((_value, index) => selection.by[index] !== 'school'));
    return { whole: whole.get(id) ?? 0, largest: largest.get(id) ?? 0 };
  };
  return { versions: [wholes.version, parts.version], of };
}
