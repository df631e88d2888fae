import { choicesOf, isDoubtedValue } from '../../../domain/records/choices.ts';
import type { Column } from '../../../domain/records/columns.ts';
import type {
  ChoiceOfValues,
  ChosenValues,
  FileColumn,
  Summary,
} from '../../../domain/records/import-shapes.ts';
import { columnOf, type Kind } from '../../../domain/records/kinds.ts';

/** A value of a file that its field cannot have, or not surely, with the number of its rows. */
export interface DoubtedValue {
  readonly column: Column;
  readonly value: string;
  readonly count: number;
}

/** A value about which a choice was made, and what was chosen. */
export interface SettledValue {
  readonly column: Column;
  readonly value: string;
  readonly chosen: string;
}

/** No value has been answered. */
export const NO_VALUES: ChoiceOfValues = {};

/** The values of a file that a person may settle, as the last check found them. */
export function doubtedValues(
  kind: Kind,
  columns: readonly FileColumn[],
  { groups }: Summary,
): DoubtedValue[] {
  return groups.flatMap(({ code, column: header, value, count }) => {
    const field = columns.find((column) => column.header === header)?.field ?? null;
    const column = field === null ? null : columnOf(kind, field);
    const mayBeSettled =
      column !== null && value !== null && isDoubtedValue(code) && choicesOf(column.kind) !== null;
    return mayBeSettled ? [{ column, value, count }] : [];
  });
}

/** The choices that are saved. */
export function settledValues(kind: Kind, saved: ChosenValues): SettledValue[] {
  return Object.entries(saved).flatMap(([field, values]) => {
    const column = columnOf(kind, field);
    if (column === null) return [];
    return Object.entries(values).map(([value, chosen]) => ({ column, value, chosen }));
  });
}

/** The choices with one more; undefined takes it away, null takes back one that is saved. */
export function withValue(
  choices: ChoiceOfValues,
  field: string,
  value: string,
  chosen: string | null | undefined,
): ChoiceOfValues {
  const { [value]: _, ...others } = choices[field] ?? {};
  const values = chosen === undefined ? others : { ...others, [value]: chosen };
  const { [field]: __, ...fields } = choices;
  return Object.keys(values).length === 0 ? fields : { ...fields, [field]: values };
}

/** How many choices there are. */
export function countValues(choices: ChoiceOfValues): number {
  return Object.values(choices).reduce((sum, values) => sum + Object.keys(values).length, 0);
}
