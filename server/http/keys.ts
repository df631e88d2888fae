import { dimension, type DimensionId } from '../../domain/dimensions.ts';
import type { KeyValue, Names } from '../store/ports.ts';

export type ShownValue =
  { id: number | string; name: string; nameZh: string | null } | number | string | null;

/** A key value as people and scripts read it: entities and texts with their names, years and codes plain. */
function shownValue(id: DimensionId, value: KeyValue, names: Names): ShownValue {
  const { kind } = dimension(id);
  if (value === null || kind === 'number' || kind === 'enumeration') return value;
  return { id: value, ...names.of(id, value) };
}

/** A group's key as an object of its dimensions. */
export function shownKey(
  by: readonly DimensionId[],
  key: readonly KeyValue[],
  names: Names,
): Record<string, ShownValue> {
  return Object.fromEntries(by.map((id, index) => [id, shownValue(id, key[index] ?? null, names)]));
}
