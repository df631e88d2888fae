import type { GroupFacts } from '../../domain/metrics/evaluate.ts';
import { evaluate } from '../../domain/metrics/evaluate.ts';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import type { MetricValue } from '../../domain/metrics/value.ts';
import { bandOf } from '../../domain/releases/bands.ts';
import {
  RATE_FAMILIES,
  RELEASED_COUNTS,
  RELEASED_PAY,
  type RateFamily,
  type ReleasedRate,
} from '../../domain/releases/released-metrics.ts';
import type { ReleasedFigure, WithheldBecause } from '../../domain/releases/release.ts';
import type { ReleaseRules } from '../../domain/releases/rules.ts';

/** A figure with why it is as it is, for HR. */
export interface Explained {
  readonly figure: ReleasedFigure;
  readonly why: WithheldBecause | null;
}

export function withheld(why: WithheldBecause): Explained {
  return { figure: { value: null, n: null, status: 'withheld' }, why };
}

export const NOT_TOLD: Explained = {
  figure: { value: null, n: null, status: 'not_applicable' },
  why: null,
};

/** The rate of a metric and its family; null for counts, pay and yield. */
export function rateOf(
  id: MetricId,
): { readonly family: RateFamily; readonly rate: ReleasedRate; readonly horizon: number } | null {
  for (const family of RATE_FAMILIES) {
    const horizon = family.rates.findIndex((one) => one.metric === id);
    const rate = family.rates[horizon];
    if (rate !== undefined) return { family, rate, horizon };
  }
  return null;
}

export const isPay = (id: MetricId): boolean => RELEASED_PAY.some((one) => one === id);
const isCount = (id: MetricId): boolean => RELEASED_COUNTS.some((one) => one === id);

/** How many people a protected figure is of: those whose first days are over, where it speaks of days. */
export function peopleOf(id: MetricId, facts: GroupFacts): number {
  const rate = rateOf(id)?.rate;
  if (rate !== undefined) return facts.measures[rate.people] ?? 0;
  if (isPay(id)) return facts.salary?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  return facts.joined?.hires_of_graduates?.per ?? 0;
}

function missing({ status, reason }: MetricValue): Explained {
  const said = status === 'small' || status === 'ok' ? 'no_data' : status;
  const figure = { value: null, n: null, status: said };
  return { figure: reason === undefined ? figure : { ...figure, reason }, why: null };
}

function pay(id: MetricId, value: number, n: number, rules: ReleaseRules): Explained {
  const least = id === 'salary_median' ? rules.least : rules.leastOfQuartiles;
  if (n < least) return withheld('small');
  const rounded = Math.round(value / rules.payStep) * rules.payStep;
  return { figure: { value: rounded, n, status: 'ok' }, why: null };
}

/**
 * A figure as it may be told if it stood alone: counts as they are, rates as bands, pay rounded, few people withheld.
 * @param facts what it is computed from, by the same definition as everywhere.
 */
export function protectedFigure(id: MetricId, facts: GroupFacts, rules: ReleaseRules): Explained {
  const computed = evaluate(metric(id), facts);
  const { value, n } = computed;
  if (value === null) return missing(computed);
  if (isCount(id)) return { figure: { value, n, status: 'ok' }, why: null };
  if (isPay(id)) return pay(id, value, n, rules);
  const people = peopleOf(id, facts);
  // More hired than graduated is a fault of the records, and no rate.
  if (value > 1) return missing(computed);
  const band = people < rules.least ? null : bandOf(value, people, rules.bands);
  if (band === null) return withheld('small');
  return { figure: { value: null, n: people, ...band, status: 'banded' }, why: null };
}
