import { DIMENSION_IDS, type DimensionId } from '../../domain/dimensions.ts';
import type { MeasureId } from '../../domain/measures.ts';
import { isLeastDegree } from '../../domain/records/least-degree.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Aggregator, KeyValue } from '../store/ports.ts';
import { consistent } from './consistent.ts';
import { compareValues } from './order.ts';

export interface ValueCount {
  readonly value: KeyValue;
  readonly hires: number;
}

/** Dimensions that are read together: few groups more than the larger one alone, and one pass less. */
const PASSES = [
  ['school', 'college'],
  ['major', 'family'],
  ['year', 'hire_year'],
  ['degree', 'channel', 'intern'],
  ['department', 'city'],
  ['leave_type', 'leave_year'],
  ['outcome', 'steps'],
] as const satisfies DimensionId[][];

/** What else one can filter by: values that only the other facts have, with no hires. Entities are listed anyhow. */
const OTHER_PASSES = [
  { by: ['year', 'degree', 'family'], measures: ['graduates'] },
  { by: ['year', 'degree', 'family', 'department'], measures: ['planned'] },
] as const satisfies { by: DimensionId[]; measures: MeasureId[] }[];

type Missing = Exclude<DimensionId, (typeof PASSES)[number][number]>;

/** Fails to compile when a dimension is read in no pass. */
const EVERY_DIMENSION_IS_READ: Missing extends never ? readonly DimensionId[] : never =
  DIMENSION_IDS;

type Counts = ReadonlyMap<DimensionId, ReadonlyMap<KeyValue, number>>;

async function readCounts(
  aggregator: Aggregator,
  scope: Scope,
): Promise<{ versions: number[]; result: Counts }> {
  const { usualAsOf: asOf, version } = await aggregator.snapshot();
  const versions = [version];
  const counts = new Map<DimensionId, Map<KeyValue, number>>();
  for (const by of PASSES) {
    const answer = await aggregator.aggregate({
      by,
      where: {},
      asOf,
      scope,
      measures: ['hires'],
    });
    versions.push(answer.version);
    for (const [position, id] of by.entries()) {
      const values = new Map<KeyValue, number>();
      for (const { key, measures } of answer.cells) {
        const value = key[position] ?? null;
        values.set(value, (values.get(value) ?? 0) + (measures.hires ?? 0));
      }
      counts.set(id, values);
    }
  }
  for (const { by, measures } of OTHER_PASSES) {
    const answer = await aggregator.aggregate({ by, where: {}, asOf, scope, measures });
    versions.push(answer.version);
    for (const { key } of answer.cells) {
      for (const [position, id] of by.entries()) {
        const value = key[position] ?? null;
        const values = counts.get(id);
        // Nobody has a least degree, so that nothing can be filtered by it.
        if (value !== null && !isLeastDegree(value) && values?.has(value) === false)
          values.set(value, 0);
      }
    }
  }
  return { versions, result: counts };
}

/**
 * Every value of every dimension within a scope, with its number of hires, ordered by value, blank last. Years of
 * plans that nobody was hired for yet are among them, with 0.
 */
export async function dimensionValues(
  aggregator: Aggregator,
  scope: Scope,
): Promise<Map<DimensionId, ValueCount[]>> {
  const counts = await consistent(() => readCounts(aggregator, scope));
  return new Map(
    EVERY_DIMENSION_IS_READ.map((id) => {
      const values = [...(counts.get(id) ?? [])].map(([value, hires]) => ({ value, hires }));
      return [id, values.toSorted((a, b) => compareValues(a.value, b.value))];
    }),
  );
}
