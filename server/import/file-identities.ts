import { isEmptyWord } from '../../domain/records/empty-words.ts';
import type { ImportStore } from '../store/import-ports.ts';
import { normalize } from './normalize.ts';
import { cellOf } from './parse-row.ts';
import type { Plan } from './plan.ts';

/** The ids by which a row of hires is known, in its company. */
export interface HireIds {
  readonly company: string;
  readonly candidate: string | null;
  readonly employee: string | null;
}

/** Stands in no cell, so that no two identities run together. */
const BETWEEN = '\u0000';

/** The identities of a row of hires: rows that share one are about the same person. */
export function hireIdentities({ company, candidate, employee }: HireIds): string[] {
  return [
    ...(candidate === null ? [] : [['c', company, candidate].join(BETWEEN)]),
    ...(employee === null ? [] : [['e', company, employee].join(BETWEEN)]),
  ];
}

/** The identities of a school or a major: its name as it is compared, and for a school its code. */
export function entryIdentities(
  kind: 'schools' | 'majors',
  name: string,
  code: string | null,
): string[] {
  const coded = kind === 'schools' && code !== null ? [`c ${code}`] : [];
  return [`n ${normalize(name)}`, ...coded];
}

/**
 * The identity of the stored record behind a row, where the file has both ids: two rows may come to one record
 * by different ids.
 */
export function storedIdentity(store: ImportStore, ids: HireIds): string[] {
  const { company, candidate, employee } = ids;
  const stored =
    (candidate === null ? null : store.hires.byCandidate(company, candidate)) ??
    (employee === null ? null : store.hires.byEmployee(company, employee));
  return stored === null ? [] : [`r ${stored.id}`];
}

/** Whether a file gives both ids of hires. */
export function hasBothIds({ byField }: Plan): boolean {
  return byField.has('candidate_id') && byField.has('employee_id');
}

/** Collects, row by row, which identities occur more than once in a file. */
export function fileIdentities(plan: Plan, store: ImportStore) {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const both = hasBothIds(plan);

  const text = (field: string, cells: readonly string[]): string | null => {
    const planned = plan.byField.get(field);
    const raw = planned === undefined ? '' : cellOf(planned, cells);
    return raw === '' || (planned !== undefined && isEmptyWord(planned.column.kind, raw))
      ? null
      : raw;
  };

  const identitiesOf = (cells: readonly string[]): string[] => {
    if (plan.kind === 'cohorts' || plan.kind === 'plans' || plan.kind === 'cooperation') return [];
    if (plan.kind !== 'hires') {
      return entryIdentities(plan.kind, text('name', cells) ?? '', text('code', cells));
    }
    const ids = {
      company: text('company', cells) ?? '',
      candidate: text('candidate_id', cells),
      employee: text('employee_id', cells),
    };
    return [...hireIdentities(ids), ...(both ? storedIdentity(store, ids) : [])];
  };

  return {
    see: (cells: readonly string[]): void => {
      for (const identity of identitiesOf(cells)) {
        if (seen.has(identity)) repeated.add(identity);
        else seen.add(identity);
      }
    },
    isRepeated: (identity: string): boolean => repeated.has(identity),
  };
}
