import type { Day } from '../../domain/dates.ts';
import type { Filters } from '../../domain/filters.ts';
import { MINOR_UNITS } from '../../domain/money.ts';
import { SMALL_N } from '../../domain/metrics/value.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Aggregator, CooperationReader, CooperationRow } from '../store/ports.ts';
import { resolveAsOf } from './as-of.ts';
import { consistent } from './consistent.ts';
import { cooperationStarts, hasBegun, startYear } from './cooperation-starts.ts';
import { speaksOfLeavers } from './speaks-of-leavers.ts';

/** The kinds whose hires can be told: order classes by their channel, bases by an internship. */
export const COSTED_KINDS = ['training', 'internship_base'] as const;

export type CostedKind = (typeof COSTED_KINDS)[number];

/** Whom a kind brought: a condition on hires of the school, from the class of its first year on. */
const BROUGHT: Readonly<Record<CostedKind, Filters>> = {
  training: { channel: ['order_class'] },
  internship_base: { intern: ['yes'] },
};

const DAYS_OF_YEAR = 365.25;

/** What was put in, as the ledger has it. A sum is null where an entry lacks it, since the rest would be too little. */
export interface PutIn {
  /** What the sums are of. */
  readonly entries: readonly CooperationRow[];
  readonly seats: number | null;
  readonly withoutSeats: number;
  /** In the deployment's currency. */
  readonly amount: number | null;
  readonly withoutAmount: number;
}

/** What was put in, and the years at work that came of it. */
export interface CostOfYears extends PutIn {
  readonly school: number | null;
  /** Order classes that have not ended, so that nobody can have come of them: they are in no sum. */
  readonly running: number;
  /** Dated hires whose leaving is known, and the years that they have been at work so far. */
  readonly hires: number;
  readonly years: number;
  /** Per year at work; null below 10 hires, or where something is lacking. */
  readonly seatsPerYear: number | null;
  readonly amountPerYear: number | null;
}

export interface CostAnswer {
  readonly asOf: Day;
  readonly version: number;
  readonly rows: readonly CostOfYears[];
  readonly total: CostOfYears;
}

export interface CostQuery {
  readonly kind: CostedKind;
  readonly where: Filters;
  readonly asOf?: Day | undefined;
  readonly scope: Scope;
}

function summed(values: readonly (number | null)[]): { sum: number | null; lacking: number } {
  const given = values.filter((value) => value !== null);
  const lacking = values.length - given.length;
  const sum = given.reduce((all, value) => all + value, 0);
  return { sum: lacking > 0 || values.length === 0 ? null : sum, lacking };
}

function putIn(entries: readonly CooperationRow[]): PutIn {
  const seats = summed(entries.map((entry) => entry.seats));
  const amount = summed(entries.map((entry) => entry.amount));
  return {
    entries,
    seats: seats.sum,
    withoutSeats: seats.lacking,
    amount: amount.sum === null ? null : amount.sum / MINOR_UNITS,
    withoutAmount: amount.lacking,
  };
}

interface AtWork {
  readonly hires: number;
  readonly days: number;
}

/** Whether the people of a piece of cooperation are still to come. */
function isRunning({ kind, endsOn }: CooperationRow, asOf: Day): boolean {
  return kind === 'training' && endsOn !== null && endsOn > asOf;
}

function costOf(
  school: number | null,
  begun: readonly CooperationRow[],
  asOf: Day,
  { hires, days }: AtWork,
): CostOfYears {
  const entries = begun.filter((row) => !isRunning(row, asOf));
  const sums = putIn(entries);
  const years = days / DAYS_OF_YEAR;
  const per = (sum: number | null): number | null =>
    sum === null || hires < SMALL_N || years === 0 ? null : sum / years;
  return {
    school,
    ...sums,
    running: begun.length - entries.length,
    hires,
    years,
    seatsPerYear: per(sums.seats),
    amountPerYear: per(sums.amount),
  };
}

/**
 * Money and seats per year at work of those whom order classes or internship bases brought, by school and together.
 * The entries are those of the ledger that have begun; planned and cancelled ones count nothing.
 * @throws AppError `invalid_input` for an as-of after the data's.
 */
export async function costPerYear(
  aggregator: Aggregator,
  reader: CooperationReader,
  query: CostQuery,
): Promise<CostAnswer> {
  return consistent<CostAnswer>(async () => {
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(query.asOf, known);
    const { kind, where, scope } = query;
    const ledger = await reader.cooperation(scope);
    const state = { asOf, version: known.version };
    const asked = where.school;
    const begun = ledger.rows.filter(
      (row) =>
        row.kind === kind &&
        hasBegun(row, asOf) &&
        (asked === undefined || asked.includes(row.school)),
    );
    const versions = [known.version, ledger.version];
    if (begun.length === 0 || speaksOfLeavers([], where)) {
      return {
        versions,
        result: { ...state, rows: [], total: costOf(null, [], asOf, { hires: 0, days: 0 }) },
      };
    }
    const starts = cooperationStarts(ledger.rows, kind, asOf);
    const tenures = await aggregator.distribution(
      { by: ['school', 'year'], where: { ...where, ...BROUGHT[kind] }, asOf, scope },
      'tenure',
    );
    versions.push(tenures.version);
    const atWork = (school: number): AtWork => {
      // Where the first day is not on record, every class may have come of it.
      const from = startYear(starts.get(school)) ?? -Infinity;
      const groups = tenures.groups.filter(
        ({ key: [of, year] }) => of === school && Number(year) >= from,
      );
      const sum = (each: (days: number, count: number) => number): number =>
        groups.reduce(
          (all, { histogram: { values, counts } }) =>
            values.reduce((own, days, index) => own + each(days, counts[index] ?? 0), all),
          0,
        );
      return { hires: sum((_days, count) => count), days: sum((days, count) => days * count) };
    };
    const schools = [...new Set(begun.map(({ school }) => school))].toSorted((a, b) => a - b);
    const work = new Map(schools.map((school) => [school, atWork(school)]));
    const rows = [...work].map(([school, own]) =>
      costOf(
        school,
        begun.filter((row) => row.school === school),
        asOf,
        own,
      ),
    );
    const together = [...work.values()].reduce((all, own) => ({
      hires: all.hires + own.hires,
      days: all.days + own.days,
    }));
    return { versions, result: { ...state, rows, total: costOf(null, begun, asOf, together) } };
  });
}
