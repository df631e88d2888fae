import type { Day } from '../../domain/dates.ts';
import type { DayMonthOrder } from '../../domain/records/parsed.ts';
import { dateEvidence } from './date-evidence.ts';
import { fileIdentities } from './file-identities.ts';
import { cellOf, isBlank } from './parse-row.ts';
import { payMedians } from './pay-medians.ts';
import type { Plan } from './plan.ts';
import { readRows } from './read-rows.ts';
import type { Progress } from './progress.ts';
import type { ImportStore } from '../store/import-ports.ts';

/** What only a whole file can tell about its rows. */
export interface Survey {
  readonly rows: number;
  /** For each field of dates that has some with day or month first: which, or null where nothing decides. */
  readonly orders: ReadonlyMap<string, DayMonthOrder | null>;
  /** The day the file is of: what the person says, else its latest date up to today, else today. */
  readonly asOf: Day;
  /** How many cells of a field are filled in. */
  readonly filled: ReadonlyMap<string, number>;
  /** Whether several rows have this identity, so that they must be judged together. */
  readonly isRepeated: (identity: string) => boolean;
  /** The median pay of a degree in minor units a year; null where there are too few to tell. */
  readonly medianPay: (degree: string | null) => number | null;
}

/** Reads a file once for what its rows cannot tell one by one. */
export async function survey(
  path: string,
  plan: Plan,
  store: ImportStore,
  progress: Progress,
): Promise<Survey> {
  const dates = dateEvidence(plan);
  const identities = fileIdentities(plan, store);
  const pay = payMedians(plan);
  const filled = new Map<string, number>();
  const width = plan.fileColumns.length;
  let rows = 0;
  for await (const { cells } of readRows(path, plan.reading)) {
    rows += 1;
    progress.step();
    if (cells.length !== width || isBlank(cells)) continue;
    for (const planned of plan.columns) {
      if (cellOf(planned, cells) === '') continue;
      const { field } = planned.column;
      filled.set(field, (filled.get(field) ?? 0) + 1);
    }
    dates.see(cells);
    identities.see(cells);
    pay.see(cells);
  }
  const orders = dates.orders();
  return {
    rows,
    orders,
    asOf: plan.asOf ?? dates.latest(orders) ?? plan.today,
    filled,
    isRepeated: identities.isRepeated,
    medianPay: pay.medianOf(),
  };
}
