import type { Day } from '../../domain/dates.ts';
import { orderEvidence, parseDate } from '../../domain/records/parse-date.ts';
import type { DayMonthOrder } from '../../domain/records/parsed.ts';
import type { Plan, PlannedColumn } from './plan.ts';

const ORDERS = ['dmy', 'mdy'] as const satisfies readonly DayMonthOrder[];

/** What one column's dates have shown so far. */
interface Evidence {
  readonly seen: Record<DayMonthOrder | 'either', boolean>;
  /** The latest day up to today among dates that read one way only, and among the others by each order. */
  readonly latest: Record<DayMonthOrder | 'either', Day>;
}

/** Collects, text by text, in which order a file's dates stand and what the latest of them is. */
export function dateEvidence(plan: Plan) {
  const columns = plan.columns
    .filter(({ column }) => column.kind === 'date')
    .map((planned): { planned: PlannedColumn; evidence: Evidence } => ({
      planned,
      evidence: {
        seen: { dmy: false, mdy: false, either: false },
        latest: { dmy: -Infinity, mdy: -Infinity, either: -Infinity },
      },
    }));

  const later = (evidence: Evidence, slot: keyof Evidence['latest'], raw: string): void => {
    const parsed = parseDate(raw, { order: slot === 'either' ? null : slot });
    if ('error' in parsed || parsed.value > plan.today) return;
    evidence.latest[slot] = Math.max(evidence.latest[slot], parsed.value);
  };

  const orderOf = ({ seen }: Evidence): DayMonthOrder | null => {
    if (plan.order !== null) return plan.order;
    return seen.dmy === seen.mdy ? null : seen.dmy ? 'dmy' : 'mdy';
  };

  return {
    columns: columns.map(({ planned }) => planned),
    /** Looks at a text that occurs in a column. */
    see: (planned: PlannedColumn, raw: string): void => {
      const evidence = columns.find((column) => column.planned === planned)?.evidence;
      if (raw === '' || evidence === undefined) return;
      const shown = orderEvidence(raw);
      if (shown !== 'none') evidence.seen[shown] = true;
      if (shown === 'either') for (const order of ORDERS) later(evidence, order, raw);
      else later(evidence, 'either', raw);
    },
    /** The order of each column of dates. */
    orders: () =>
      new Map(columns.map(({ planned, evidence }) => [planned.column.field, orderOf(evidence)])),
    /** The latest day up to today, given the orders; null where there is none. */
    latest: (orders: ReadonlyMap<string, DayMonthOrder | null>): Day | null => {
      const days = columns.flatMap(({ planned, evidence }) => {
        const order = orders.get(planned.column.field) ?? null;
        return [evidence.latest.either, order === null ? -Infinity : evidence.latest[order]];
      });
      const latest = days.reduce((most, day) => Math.max(most, day), -Infinity);
      return Number.isFinite(latest) ? latest : null;
    },
  };
}
