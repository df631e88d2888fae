import type { Day } from '../../domain/dates.ts';
import type { Filters } from '../../domain/filters.ts';
import type { Scope } from '../../domain/scope.ts';

/** What is counted beside persons, as it is stored. */
export const SUPPLY_KINDS = ['cohorts', 'plans'] as const;

export type SupplyKind = (typeof SUPPLY_KINDS)[number];

/** Which counts or plans; filters only by dimensions that the fact has. */
export interface SupplySelection {
  readonly where: Filters;
  readonly scope: Scope;
  /** Counts of later days are left out; null for none. Plans have no day. */
  readonly countedTo: Day | null;
}

/** A stored count or plan by the names of its columns. */
export type SupplyRow = Readonly<Record<string, string | number | null>>;

/** Reading stored counts of graduates and plans. */
export interface SupplyReader {
  /** Every count, also those that a later one replaces, or every plan; by id. Days as numbers, flags as 0 and 1. */
  supplyRows(kind: SupplyKind, selection: SupplySelection): Promise<SupplyRow[]>;
}
