import type { Result, Summary } from '../../domain/records/import-shapes.ts';
import type { Created } from './effects.ts';
import { issueOfRow, type LocatedIssue } from './issue-at.ts';
import { issueLog } from './issue-log.ts';
import { isError } from './judge.ts';
import type { Outcome, Verdict } from './verdict.ts';

/** A rejected row, for the file of errors. */
export interface Rejection {
  readonly row: number;
  readonly line: number;
  readonly issues: readonly LocatedIssue[];
}

/** Counts verdicts, keeps examples of each issue and every rejection. */
export function tally() {
  const outcomes: Record<Outcome, number> = {
    inserted: 0,
    updated: 0,
    unchanged: 0,
    invalid: 0,
    duplicate: 0,
    rehire: 0,
    blank: 0,
    total: 0,
  };
  let removed = 0;
  const log = issueLog();
  const rejections: Rejection[] = [];

  return {
    add: ({ row, line, outcome, issues }: Verdict): void => {
      outcomes[outcome] += 1;
      for (const issue of issues) log.add(line, issue);
      if (outcome === 'invalid') rejections.push({ row, line, issues: issues.filter(isError) });
    },
    /** Rows that nothing is to be said about. */
    addSilent: (outcome: Outcome, count: number): void => {
      outcomes[outcome] += count;
    },
    /** An issue of the file as a whole. */
    addToFile: (issue: LocatedIssue): void => log.add(null, issue),
    /** Stored records that the file took away. */
    addRemoved: (count: number): void => {
      if (count > 0) log.add(null, issueOfRow('hires_removed', { count }));
      removed += count;
    },
    invalid: (): number => outcomes.invalid,
    /** In the order of the file. */
    rejections: (): Rejection[] => rejections.toSorted((a, b) => a.row - b.row),
    counts: (): Omit<Summary, 'asOf' | 'unresolved' | 'completeness'> => {
      const { issues, examples, groups } = log.report();
      const rows = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
      return {
        rows,
        valid: rows - outcomes.invalid,
        invalid: outcomes.invalid,
        new: outcomes.inserted,
        changed: outcomes.updated,
        unchanged: outcomes.unchanged,
        duplicates: outcomes.duplicate,
        rehires: outcomes.rehire,
        blank: outcomes.blank,
        totals: outcomes.total,
        removed,
        warnings: issues
          .filter(({ severity }) => severity === 'warning')
          .reduce((sum, { count }) => sum + count, 0),
        issues,
        examples,
        groups,
      };
    },
    result: (created: Created): Result => {
      const { inserted, updated, unchanged, invalid, duplicate, rehire, blank, total } = outcomes;
      return {
        inserted,
        updated,
        unchanged,
        skipped: invalid + duplicate + rehire + blank + total,
        invalid,
        duplicates: duplicate,
        rehires: rehire,
        blank,
        totals: total,
        removed,
        created: { ...created },
      };
    },
  };
}
