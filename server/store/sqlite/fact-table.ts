import type { Day } from '../../../domain/dates.ts';
import type { DimensionId } from '../../../domain/dimensions.ts';
import type { MeasureId } from '../../../domain/measures.ts';

/** Which other tables an expression reads beside the fact's own: schools as `s`, majors as `m`. */
export interface Joins {
  readonly school?: true;
  readonly major?: true;
}

/** A yes/no expression over one row, and what to sum where it holds: 1 where nothing is said. */
export interface MeasureExpression extends Joins {
  readonly when: string;
  readonly sum?: string;
}

/** The value of a dimension in a row. */
export interface DimensionExpression extends Joins {
  readonly expression: string;
}

/** The days that hide later events: those of hires, and those of counts where an earlier state was asked for. */
export interface Days {
  readonly asOf: Day;
  readonly countedTo: Day | null;
}

/** How one fact is read. */
export interface FactTable {
  /** The table with its alias. */
  readonly from: string;
  readonly joins: Readonly<Record<keyof Joins, string>>;
  /** The column of the school, which a scope restricts; null where the fact has none. */
  readonly school: string | null;
  /** Which rows count on a day. */
  visible(days: Days): string;
  dimension(id: DimensionId, asOf: Day): DimensionExpression;
  measure(id: MeasureId, asOf: Day): MeasureExpression;
}

/**
 * One entry of a table by name.
 * @throws RangeError where the fact lacks it, which its caller must not ask for.
 */
export function entryOf<Entry>(entries: Readonly<Record<string, Entry>>, name: string): Entry {
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  if (entry === undefined) throw new RangeError(`This fact has no ${name}`);
  return entry;
}
