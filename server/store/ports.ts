import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { EventTime } from '../../domain/events.ts';
import type { Filters } from '../../domain/filters.ts';
import type { MeasureId } from '../../domain/measures.ts';
import type { Histogram } from '../../domain/metrics/evaluate.ts';
import type { DistributionId } from '../../domain/metrics/needs.ts';
import type { People } from '../../domain/metrics/people.ts';
import type { CooperationKind, CooperationStatus } from '../../domain/records/enumerations.ts';
import type { RecordFieldId } from '../../domain/records/record-fields.ts';
import type { Scope } from '../../domain/scope.ts';
import type { ActionReader, ActionRule } from './action-ports.ts';
import type { SupplyReader } from './supply-ports.ts';

/** The value of one dimension in a group: an entity's id, a year, a code or text, or null for blank. */
export type KeyValue = number | string | null;

export interface Selection {
  readonly by: readonly DimensionId[];
  readonly where: Filters;
  /**
   * Later events have not happened. At most the data's own as-of, which shows every count of graduates: only an
   * earlier one hides later counts.
   */
  readonly asOf: Day;
  readonly scope: Scope;
}

/** Every fact among the measures must have the dimensions of `by` and `where`. */
export interface AggregateQuery extends Selection {
  readonly measures: readonly MeasureId[];
}

/**
 * One group: its key in the order of `by`, and its measures (integers; money in minor units). Measures of hires are
 * 0 where there are none; those of cohorts and plans are left out where nothing is known.
 */
export interface Cell {
  readonly key: readonly KeyValue[];
  readonly measures: Readonly<Partial<Record<MeasureId, number>>>;
}

export interface DistributionGroup {
  readonly key: readonly KeyValue[];
  readonly histogram: Histogram;
}

/** State of the data that an answer was computed from. */
export interface Snapshot {
  /** Grows with every committed change. */
  readonly version: number;
  /** The data's own as-of: the latest of its imports. */
  readonly asOf: Day;
}

/** The data's state, and of which day figures are where nobody asks for another. */
export interface State extends Snapshot {
  /** The day that was set, or the data's own as-of; never later than that. */
  readonly usualAsOf: Day;
}

/**
 * What an engine has to answer. Groups come in no particular order; a query without `by` has exactly one cell.
 * Every engine answers alike.
 */
export interface Aggregator {
  snapshot(): Promise<State>;
  aggregate(query: AggregateQuery): Promise<Snapshot & { cells: Cell[] }>;
  distribution(
    query: Selection,
    value: DistributionId | EventTime,
  ): Promise<Snapshot & { groups: DistributionGroup[] }>;
}

/** Names of entities by id, and Chinese names of plain texts, as people read them. */
export interface Names {
  of(
    dimension: DimensionId,
    value: KeyValue,
  ): { readonly name: string; readonly nameZh: string | null };
  /** The Chinese name of a text in a field of a record; null where nobody gave one. */
  chinese(field: string, text: string): string | null;
  /** The ids of every entity of a dimension, also of those that nobody was hired from yet. */
  ids(dimension: DimensionId): readonly number[];
}

/** One stored hire as a person reads it: snake_case fields, ISO dates, money in the deployment's currency. */
export type HireRecord = Readonly<Record<string, string | number | boolean | null>>;

/** Which records: a selection, narrowed to those that hold every word searched for, and to the people of a metric. */
export interface RecordsSelection extends Omit<Selection, 'by'> {
  /** Texts, each of which has to stand somewhere in a record. */
  readonly search: readonly string[];
  /** The people that make up a part of a metric; null for all. */
  readonly behind: People | null;
  /** The people on a list to act on; null for all. */
  readonly listed: ActionRule | null;
  /** The one record with this id; null for all. */
  readonly id: number | null;
}

/** A row's place in an order: its value of the sorted field, and its id. */
export interface RowPlace {
  readonly value: string | number | null;
  readonly id: number;
}

export interface RecordsOrder {
  readonly sort: RecordFieldId;
  readonly descending: boolean;
}

export interface RecordsQuery extends RecordsSelection, RecordsOrder {
  readonly limit: number;
  /** The last row of the page before; where `back`, the first row of the page after. Null for the first page. */
  readonly from: (RowPlace & { readonly back: boolean }) | null;
}

/** A page of records, its last row where there is a page after it, and its first where there is one before. */
export interface RecordsPage {
  readonly rows: HireRecord[];
  readonly next: RowPlace | null;
  readonly previous: RowPlace | null;
}

/** A piece of cooperation with a school, as far as figures are made of it. */
export interface CooperationRow {
  readonly id: number;
  readonly school: number;
  readonly kind: CooperationKind;
  readonly title: string;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly nextOn: Day | null;
  readonly status: CooperationStatus | null;
  readonly people: number | null;
  readonly seats: number | null;
  /** In minor units. */
  readonly amount: number | null;
}

/** Reading what company and schools do together. A school sees what is shared with it. */
export interface CooperationReader {
  /** All of it, by school and start. */
  cooperation(scope: Scope): Promise<{ version: number; rows: CooperationRow[] }>;
}

/** Reading single records and names. */
export interface Directory extends ActionReader, CooperationReader, SupplyReader {
  names(): Promise<Names>;
  records(query: RecordsQuery): Promise<RecordsPage>;
  /** The ids of all records of a selection, in an order. */
  recordIds(query: RecordsSelection & RecordsOrder): Promise<number[]>;
  /** Records by id, in the order of the ids; those that are gone are left out. */
  recordsOf(ids: readonly number[], asOf: Day): Promise<HireRecord[]>;
  countRecords(selection: RecordsSelection): Promise<number>;
}
