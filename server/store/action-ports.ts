import type { ActionListId } from '../../domain/action-lists.ts';
import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { KeyValue, Selection } from './ports.ts';

/** Which people a list names: those of a selection to whom its rule applies on the as-of day. */
export interface ActionSelection extends Omit<Selection, 'by'>, ActionRule {}

/** The rule of a list, and the days that it looks from. */
export interface ActionRule {
  readonly list: ActionListId;
  /** The first class whose graduation year is not over: internships of earlier ones are not listed. */
  readonly season: number;
  /** The data's own as-of: a start after it is planned, one up to it has happened. */
  readonly knownTo: Day;
}

export interface ActionsQuery extends ActionSelection {
  readonly limit: number;
  /** The last row of the page before. */
  readonly after: ActionPlace | null;
}

/** A place in a list: most urgent first, ties by id. */
export interface ActionPlace {
  readonly urgency: number;
  readonly id: number;
}

/** Somebody on a list; dates after the as-of are empty, but for the end of an internship. */
export interface ActionRecord extends ActionPlace {
  readonly candidateId: string | null;
  readonly employeeId: string | null;
  readonly schoolId: number;
  readonly majorId: number;
  readonly department: string | null;
  readonly degree: string | null;
  readonly graduationYear: number;
  readonly internedFrom: Day | null;
  readonly internedTo: Day | null;
  readonly offeredOn: Day | null;
  readonly acceptedOn: Day | null;
  readonly hiredOn: Day | null;
  /** The day that makes it urgent: the end of the internship or contract, or graduation. */
  readonly dueOn: Day;
}

/** Reading the lists of people about whom something has to be done. */
export interface ActionReader {
  actions(query: ActionsQuery): Promise<{ rows: ActionRecord[]; next: ActionPlace | null }>;
  /** How many people are on a list by the values of a dimension, most first. */
  actionCounts(
    selection: ActionSelection,
    by: DimensionId,
  ): Promise<{ value: KeyValue; count: number }[]>;
}
