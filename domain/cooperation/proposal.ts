import type { Day } from '../dates.ts';

/** What became of a visit that a school proposes. */
export const PROPOSAL_STATES = ['open', 'accepted', 'declined', 'withdrawn'] as const;

export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** A visit that a school, or a college of it, proposes to the company. */
export interface VisitProposal {
  readonly id: number;
  readonly school_id: number;
  readonly college_id: number | null;
  /** The day, or the first of a period in which any day would do. */
  readonly starts_on: Day;
  readonly ends_on: Day | null;
  readonly topic: string;
  readonly note: string | null;
  readonly state: ProposalState;
  /** Why the company declined. */
  readonly reason: string | null;
  /** `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  readonly proposed_at: string;
  /** The name of who proposed it. */
  readonly proposed_by: string;
  readonly answered_at: string | null;
  readonly answered_by: string | null;
  /** The visit that it became. */
  readonly entry_id: number | null;
  readonly revision: number;
}
