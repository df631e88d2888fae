import type { DimensionId } from '../../../domain/dimensions.ts';
import { FACT_IDS, type FactId } from '../../../domain/facts.ts';
import { factOf, type MeasureId } from '../../../domain/measures.ts';
import type { Cell, KeyValue } from '../ports.ts';
import { COHORT_TABLE } from './cohort-table.ts';
import { HIRE_TABLE } from './expressions.ts';
import type { FactTable } from './fact-table.ts';
import { PLAN_TABLE } from './plan-table.ts';

/** How each fact is read. */
export const FACT_TABLES = {
  hires: HIRE_TABLE,
  cohorts: COHORT_TABLE,
  plans: PLAN_TABLE,
} as const satisfies Record<FactId, FactTable>;

/** A row of an answer: keys as `k0`, `k1`, …, measures by their ids, and `rows_read`. */
export type Row = Readonly<Record<string, KeyValue>>;

export interface FactRows {
  readonly fact: FactId;
  readonly measures: readonly MeasureId[];
  readonly rows: readonly Row[];
}

/** The key of a row in the order of `by`. */
export function keyOf(row: Row, by: readonly DimensionId[]): KeyValue[] {
  return by.map((_, index) => row[`k${index}`] ?? null);
}

/** Measures by the fact they count; no measures at all ask for the groups of hires. */
export function byFact(measures: readonly MeasureId[]): Omit<FactRows, 'rows'>[] {
  const groups = FACT_IDS.map((fact) => ({
    fact,
    measures: measures.filter((id) => factOf(id) === fact),
  })).filter((group) => group.measures.length > 0);
  return groups.length > 0 ? groups : [{ fact: 'hires', measures: [] }];
}

/** One cell for each key of any fact: hires that are absent are 0, other measures are left out. */
export function mergedCells(answers: readonly FactRows[], by: readonly DimensionId[]): Cell[] {
  const hires = answers.find(({ fact }) => fact === 'hires')?.measures ?? [];
  const none = Object.fromEntries(hires.map((id): [MeasureId, number] => [id, 0]));
  const cells = new Map<
    string,
    { key: KeyValue[]; measures: Partial<Record<MeasureId, number>> }
  >();
  for (const { fact, measures, rows } of answers) {
    for (const row of rows) {
      const key = keyOf(row, by);
      const id = JSON.stringify(key);
      const cell = cells.get(id) ?? { key, measures: { ...none } };
      cells.set(id, cell);
      if (fact !== 'hires' && row['rows_read'] === 0) continue;
      for (const measure of measures) cell.measures[measure] = Number(row[measure]);
    }
  }
  return [...cells.values()];
}
