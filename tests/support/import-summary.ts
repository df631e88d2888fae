import type { Summary } from '../../domain/records/import-shapes.ts';

/** The account of a file without rows. */
export const emptySummary: Summary = {
  rows: 0,
  valid: 0,
  invalid: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  duplicates: 0,
  rehires: 0,
  blank: 0,
  totals: 0,
  removed: 0,
  warnings: 0,
  asOf: null,
  issues: [],
  examples: [],
  groups: [],
  unresolved: { school: [], major: [] },
  completeness: [],
};
