import type { Summary } from '../../domain/records/import-shapes.ts';
import type { IssueCode } from '../../domain/records/issues.ts';
import { refusal } from './refusal.ts';

/** Issues that no skipping of rows gets around. */
const BLOCKING: readonly IssueCode[] = ['stage_needed', 'required_unmapped'];

/**
 * Refuses a commit that the summary speaks against.
 * @throws AppError `unusable` with the counts and the way out.
 */
export function refuseCommit(summary: Summary, skipInvalid: boolean): void {
  const { rows, valid, invalid, issues } = summary;
  const blocking = issues.find(({ code }) => BLOCKING.includes(code));
  if (blocking !== undefined) {
    const example = summary.examples.find(({ code }) => code === blocking.code);
    const { code } = blocking;
    throw refusal('blocked', {}, { code, params: example?.params ?? {} }, { code });
  }
  if (invalid === 0 || skipInvalid) return;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const listed = errors.map(({ code, count }) => `${code} ${count}`).join(', ');
  throw refusal('invalid_rows', { rows, valid, invalid, listed }, undefined, {
    rows,
    valid,
    invalid,
    issues: errors,
  });
}
