import type { Mapping } from '../../domain/records/import-shapes.ts';
import type { ImportStore } from '../store/import-ports.ts';
import type { Effects } from './effects.ts';
import type { Plan } from './plan.ts';

/** Takes away the hires of earlier files without ids that a file without ids replaces. */
export interface Replacement {
  /** Notes that the file holds a row. */
  see(rowKey: string | null, company: string): void;
  /** Once every row is seen: removes the others, and answers how many. */
  removeOthers(): number;
}

/** Whether a file has no id by which its people could be known again. */
export function lacksIds({ kind, byField }: Plan): boolean {
  return kind === 'hires' && !byField.has('candidate_id') && !byField.has('employee_id');
}

/**
 * What replacing means for a file: nothing where it has ids or is said to hold other people. Of several
 * companies it replaces those it holds somebody of, and rows that name none.
 */
export function replacement(
  importId: number,
  plan: Plan,
  mapping: Mapping | null,
  store: ImportStore,
  effects: Effects,
): Replacement {
  const replaces = mapping?.identity === 'replace' && lacksIds(plan);
  const seen = new Set<string>();
  const companies = new Set<string>();
  return {
    see: (rowKey, company) => {
      if (rowKey === null || !replaces) return;
      seen.add(rowKey);
      companies.add(company);
    },
    removeOthers: () => {
      // A file of which nothing counts replaces nothing.
      if (seen.size === 0) return 0;
      const others = store.idless
        .notOf(importId)
        .filter(({ rowKey, company }) => !seen.has(rowKey) && isOf(companies, company));
      for (const { id } of others) effects.removeHire(id);
      return others.length;
    },
  };
}

function isOf(companies: ReadonlySet<string>, company: string): boolean {
  return company === '' || companies.has(company);
}
