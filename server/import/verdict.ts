import type { LocatedIssue } from './issue-at.ts';

/** What becomes of a row. */
export type Outcome =
  'inserted' | 'updated' | 'unchanged' | 'invalid' | 'duplicate' | 'rehire' | 'blank' | 'total';

/** A row with what becomes of it and why. */
export interface Verdict {
  readonly row: number;
  readonly line: number;
  readonly outcome: Outcome;
  readonly issues: readonly LocatedIssue[];
}
