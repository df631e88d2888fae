import { AppError } from '../../domain/errors.ts';
import type { Summary } from '../../domain/records/import-shapes.ts';
import { issueMessage, type IssueCode } from '../../domain/records/issues.ts';

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
    const message = issueMessage(blocking.code, example?.params ?? {}, 'en');
    throw new AppError('unusable', message, { code: blocking.code });
  }
  if (invalid === 0 || skipInvalid) return;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const listed = errors.map(({ code, count }) => `${code} ${count}`).join(', ');
  throw new AppError(
    'unusable',
    `${invalid} of ${rows} rows are invalid (${listed}). Correct them (errors.csv lists them), settle unknown names, or commit the ${valid} valid rows with skipInvalid.`,
    { rows, valid, invalid, issues: errors },
  );
}
