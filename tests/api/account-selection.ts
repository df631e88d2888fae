import fc from 'fast-check';
import { dayFromIso } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import { filtersFromParameters } from '../../domain/filters.ts';
import { scopeOfEverything } from '../../server/auth/scope.ts';

/** Filters as parameters of the address, and a day. */
export interface AnySelection {
  readonly parameters: [string, string][];
  readonly asOf: string;
}

/**
 * Random filters on at most two dimensions, and a day.
 * @param values of each dimension, as they stand in the address.
 */
export function anySelection<Id extends DimensionId>(
  ids: readonly Id[],
  values: Readonly<Record<Id, readonly string[]>>,
  days: readonly string[],
): fc.Arbitrary<AnySelection> {
  const filtered = fc
    .subarray([...ids], { maxLength: 2 })
    .chain((some) =>
      fc.tuple(
        ...some.map((id) =>
          fc
            .subarray([...values[id]], { minLength: 1 })
            .map((chosen) => chosen.map((value): [string, string] => [id, value])),
        ),
      ),
    );
  return fc.record({
    parameters: filtered.map((lists) => lists.flat()),
    asOf: fc.constantFrom(...days),
  });
}

/** The query string of a selection, and the same as the engine takes it. */
export function asked(by: readonly DimensionId[], { parameters, asOf }: AnySelection) {
  const repeated: Record<string, string[]> = {};
  for (const [id, value] of parameters) (repeated[id] ??= []).push(value);
  return {
    filters: new URLSearchParams([...parameters, ['asOf', asOf]]).toString(),
    repeated,
    selection: {
      by,
      where: filtersFromParameters(repeated),
      asOf: dayFromIso(asOf) ?? 0,
      scope: scopeOfEverything(),
    },
  };
}

/** The key of a group that a row of an answer stands for, as the brute force writes it; `total` for the total. */
export function groupId(
  key: Readonly<Record<string, unknown>> | null,
  grouped: DimensionId,
): string {
  if (key === null) return 'total';
  const value = key[grouped];
  const plain = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return JSON.stringify([plain]);
}
