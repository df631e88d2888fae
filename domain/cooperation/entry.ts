import type { Day } from '../dates.ts';
import type { CooperationKind, CooperationStatus, ResultsStage } from '../records/enumerations.ts';

/** One thing that the company and a school do together, as it is stored: lists as texts, money in minor units. */
export interface LedgerEntry {
  readonly id: number;
  readonly school_id: number;
  readonly college_id: number | null;
  readonly kind: CooperationKind;
  readonly title: string;
  readonly starts_on: Day | null;
  readonly ends_on: Day | null;
  readonly status: CooperationStatus | null;
  readonly people: number | null;
  readonly seats: number | null;
  readonly amount: number | null;
  readonly outcome: string | null;
  readonly next_on: Day | null;
  readonly contact_role: string | null;
  readonly shared: number;
  readonly used: string | null;
  readonly courses: number | null;
  readonly hours: number | null;
  readonly mentors: number | null;
  readonly results_stage: ResultsStage | null;
  readonly minutes: string | null;
  readonly promises: string | null;
  readonly links: string | null;
  /** Which promises the school confirmed as kept, as `confirmations.ts` reads them; no column of files. */
  readonly confirmed: string | null;
  readonly revision: number;
  /** The import that said it last; null where a person did. */
  readonly import_id: number | null;
}

/** What an entry holds where nobody said anything but its school, kind and title. */
export const NOTHING_SAID = {
  starts_on: null,
  ends_on: null,
  status: null,
  people: null,
  seats: null,
  amount: null,
  outcome: null,
  next_on: null,
  contact_role: null,
  shared: 0,
  used: null,
  courses: null,
  hours: null,
  mentors: null,
  results_stage: null,
  minutes: null,
  promises: null,
  links: null,
  confirmed: null,
} as const satisfies Partial<LedgerEntry>;

/** What tells one entry from another. */
export type EntryKey = Pick<LedgerEntry, 'school_id' | 'kind' | 'title' | 'starts_on'>;
