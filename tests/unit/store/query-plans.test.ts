import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay } from '../../../domain/dates.ts';
import type { Filters } from '../../../domain/filters.ts';
import { scopeOfEverything, scopeOfSchool } from '../../../server/auth/scope.ts';
import { aggregateStatement } from '../../../server/store/sqlite/aggregator.ts';
import { openForReading, queries } from '../../../server/store/sqlite/open.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

function planOf(sql: string, parameters: readonly unknown[]): string[] {
  const handle = openForReading(database.path);
  const rows = handle
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters);
  handle.close();
  return rows.map(({ detail }) => detail);
}

function planOfSelection(where: Filters, scope = scopeOfEverything()): string[] {
  const handle = openForReading(database.path);
  const db = queries(handle);
  const asOf = fixedDay(2026, 9, 30);
  const { sql, parameters } = aggregateStatement({
    by: ['year'],
    where,
    asOf,
    scope,
    measures: ['hires'],
  }).compile(db);
  handle.close();
  return planOf(sql, parameters);
}

describe('the plans of queries on hires', () => {
  const cases: [string, Filters, string][] = [
    ['a school', { school: [3] }, 'hires_by_school'],
    ['several schools', { school: [3, 5] }, 'hires_by_school'],
    ['a major', { major: [2] }, 'hires_by_major'],
    ['a college', { college: [2] }, 'hires_by_college'],
    ['a department', { department: ['Quality'] }, 'hires_by_department'],
    ['graduation years', { year: [{ from: 2020, to: 2022 }] }, 'hires_by_year'],
  ];
  it.each(cases)('search an index for %s', (_name, where, index) => {
    const plan = planOfSelection(where);
    expect(plan.some((step) => step.startsWith('SEARCH h') && step.includes(index))).toBe(true);
    expect(plan.filter((step) => step.startsWith('SCAN h'))).toEqual([]);
  });

  it('search the index on schools for a scope of one school', () => {
    const plan = planOfSelection({}, scopeOfSchool(3));
    expect(plan.some((step) => step.includes('hires_by_school'))).toBe(true);
  });

  it('scan all hires only where nothing narrows them down', () => {
    expect(planOfSelection({}).some((step) => step.startsWith('SCAN h'))).toBe(true);
  });

  const lookups: [string, string][] = [
    ['SELECT id FROM hires WHERE company = ? AND candidate_id = ?', 'hires_by_candidate'],
    ['SELECT id FROM hires WHERE company = ? AND employee_id = ?', 'hires_by_employee'],
    [
      'SELECT import_id FROM import_changes WHERE entity = ? AND record_id = ?',
      'import_changes_by_record',
    ],
  ];
  it.each(lookups)('%s searches %s', (sql, index) => {
    const plan = planOf(sql, ['', '1']);
    expect(plan).toHaveLength(1);
    expect(plan[0]).toContain('SEARCH');
    expect(plan[0]).toContain(index);
  });
});
