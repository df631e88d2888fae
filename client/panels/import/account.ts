import type { Result, Summary } from '../../../domain/records/import-shapes.ts';

/** A part of the rows of a file. Parts of `skipped` stand below it and are counted in it. */
export type AccountPart =
  | 'new'
  | 'changed'
  | 'unchanged'
  | 'skipped'
  | 'invalid'
  | 'duplicates'
  | 'rehires'
  | 'blank'
  | 'totals';

export interface AccountRow {
  readonly part: AccountPart;
  readonly count: number;
  /** Whether the row is a part of the one above it that is not nested. */
  readonly nested: boolean;
}

export interface Account {
  readonly rows: readonly AccountRow[];
  /** Rows in the file: the sum of the rows that are not nested. */
  readonly total: number;
}

type Counts = Readonly<Record<Exclude<AccountPart, 'skipped'>, number>>;

const REASONS = ['invalid', 'duplicates', 'rehires', 'blank', 'totals'] as const;

function accountOf(counts: Counts): Account {
  const skipped = REASONS.reduce((sum, reason) => sum + counts[reason], 0);
  const taken = (['new', 'changed', 'unchanged'] as const).map((part) => ({
    part,
    count: counts[part],
    nested: false,
  }));
  const reasons = REASONS.filter((reason) => counts[reason] > 0).map((part) => ({
    part,
    count: counts[part],
    nested: true,
  }));
  return {
    rows: [...taken, { part: 'skipped', count: skipped, nested: false }, ...reasons],
    total: counts.new + counts.changed + counts.unchanged + skipped,
  };
}

/** What committing would do with the rows of a file. */
export function accountOfSummary(summary: Summary): Account {
  return accountOf(summary);
}

/** What committing did with the rows of a file. */
export function accountOfResult(result: Result): Account {
  return accountOf({ ...result, new: result.inserted, changed: result.updated });
}
