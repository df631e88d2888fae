import type { MetricValue } from '../../domain/metrics/value.ts';
import type { KeyValue } from '../store/ports.ts';
import type { MetricsRow, Values } from './query-metrics.ts';

/** A school that graduates what is wanted, and why it stands where it does. */
export interface PossibleSource {
  readonly school: KeyValue;
  /** Graduates of the class, and what became of the three complete classes before it. */
  readonly graduates: MetricValue;
  readonly hires: MetricValue;
  readonly yield: MetricValue;
  readonly retention: MetricValue;
  /**
   * How many may come and stay a year: graduates × yield × retention. Null where graduates are not known or one of the
   * rates is nowhere known.
   */
  readonly reach: number | null;
  /** Whether a rate of all schools stands in, where the school's own is of fewer than 10 people. */
  readonly borrowed: { readonly yield: boolean; readonly retention: boolean };
}

/** What a school's rates are taken from where its own are too few. */
export interface PooledRates {
  readonly yield: MetricValue;
  readonly retention: MetricValue;
}

const MISSING: MetricValue = { value: null, n: 0, status: 'no_data', reason: 'no_cohorts' };
const NOBODY: MetricValue = { value: null, n: 0, status: 'no_denominator', reason: 'nobody' };
const NONE: MetricValue = { value: 0, n: 0, status: 'ok' };

const firm = (value: MetricValue): number | null => (value.status === 'ok' ? value.value : null);

function sourceOf(
  school: KeyValue,
  coming: Values | undefined,
  past: Values | undefined,
  pool: PooledRates,
): PossibleSource {
  const graduates = coming?.['graduates'] ?? MISSING;
  const own = { yield: past?.['yield'] ?? MISSING, retention: past?.['retention_12m'] ?? NOBODY };
  const rate = (id: 'yield' | 'retention'): number | null => firm(own[id]) ?? firm(pool[id]);
  const [comes, stays] = [rate('yield'), rate('retention')];
  const isKnown = graduates.value !== null && comes !== null && stays !== null;
  return {
    school,
    graduates,
    hires: past?.['campus_hires'] ?? NONE,
    ...own,
    reach: isKnown ? graduates.value * comes * stays : null,
    borrowed: { yield: firm(own.yield) === null, retention: firm(own.retention) === null },
  };
}

/**
 * The schools that could fill places, those first from whom most may come and stay.
 * @param coming graduates of a class by school; `past` hires, yield and retention of the classes before, by school.
 * @param pool the rates of all schools together.
 */
export function couldFill(
  coming: readonly MetricsRow[],
  past: readonly MetricsRow[],
  pool: PooledRates,
): PossibleSource[] {
  const bySchool = (rows: readonly MetricsRow[]) =>
    new Map(rows.map(({ key: [school], values }) => [school ?? null, values]));
  const [ahead, before] = [bySchool(coming), bySchool(past)];
  return [...new Set([...ahead.keys(), ...before.keys()])]
    .map((school) => sourceOf(school, ahead.get(school), before.get(school), pool))
    .filter(({ graduates, hires }) => (graduates.value ?? 0) > 0 || (hires.value ?? 0) > 0)
    .toSorted(
      (a, b) =>
        (b.reach ?? -1) - (a.reach ?? -1) ||
        (b.graduates.value ?? -1) - (a.graduates.value ?? -1) ||
        (b.hires.value ?? 0) - (a.hires.value ?? 0) ||
        Number(a.school) - Number(b.school),
    );
}
