import type { Summary } from '../../../domain/records/import-shapes.ts';
import type { IssueCode } from '../../../domain/records/issues.ts';

/** Why an import cannot be committed as it stands. */
export type Blocked =
  | 'unchecked'
  | 'mappingChanged'
  | 'namesChanged'
  | 'valuesChanged'
  | 'required'
  | 'stage'
  | 'invalidRows'
  | 'nothingValid';

interface CommitState {
  /** The account of the last check, or null before it. */
  readonly summary: Summary | null;
  readonly mappingChanged: boolean;
  readonly namesChanged: boolean;
  readonly valuesChanged: boolean;
  readonly skipInvalid: boolean;
}

/** The first reason against committing, or null where nothing is in the way. */
export function blockedBy(state: CommitState): Blocked | null {
  const { summary } = state;
  if (summary === null) return 'unchecked';
  if (state.mappingChanged) return 'mappingChanged';
  if (has(summary, 'required_unmapped')) return 'required';
  if (has(summary, 'stage_needed')) return 'stage';
  if (state.namesChanged) return 'namesChanged';
  if (state.valuesChanged) return 'valuesChanged';
  if (summary.invalid > 0 && !state.skipInvalid) return 'invalidRows';
  return summary.new + summary.changed + summary.unchanged === 0 ? 'nothingValid' : null;
}

/** Whether the last check found an issue. */
export function has({ issues }: Summary, code: IssueCode): boolean {
  return issues.some((issue) => issue.code === code && issue.count > 0);
}
