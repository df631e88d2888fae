import { useQuery } from '@tanstack/react-query';
import type { Filters } from '../../../domain/filters.ts';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import { figuresOptions } from '../../api/figures.ts';
import { panelState } from '../../frame/panel-state.ts';
import { explained } from '../../frame/explanation.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import { usePayDegree } from '../use-pay-degree.ts';

/** What two selections are compared by, but for pay. */
export const COMPARED = [
  'hires',
  'headcount',
  'acceptance_rate',
  'intern_conversion',
  'retention_12m',
  'retention_36m',
  'first_year_turnover',
  'major_match_rate',
  'top_rated_share',
  'promotion_rate_24m',
  'local_rate',
] as const satisfies MetricId[];

/** A selection within one degree; null where it leaves that degree out. */
function within(filters: Filters, degree: string | null): Filters | null {
  if (degree === null || filters.degree?.includes(degree) === false) return null;
  return { ...filters, degree: [degree] };
}

/** One of the two selections. */
export type ComparedSide = 'own' | 'other';

export type Compared = ReturnType<typeof useCompared>;

/** Asks for the figures of two selections. Pay is compared within the degree most of the first one have. */
export function useCompared(own: Filters, other: Filters) {
  const ask = (filters: Filters) => figuresOptions({ metrics: COMPARED, by: ['year'], filters });
  const first = useQuery(ask(own));
  const second = useQuery(ask(other));
  const { degree, answer: degrees } = usePayDegree(own);
  const [ownPaid, otherPaid] = [within(own, degree), within(other, degree)];
  const askPay = (filters: Filters | null) => ({
    ...figuresOptions({ metrics: ['salary_median'], by: [], filters: filters ?? {} }),
    enabled: filters !== null,
  });
  const pay = useQuery(askPay(ownPaid));
  const otherPay = useQuery(askPay(otherPaid));
  const of = { own: { all: own, paid: ownPaid }, other: { all: other, paid: otherPaid } };
  return {
    /** What a figure of one side is of; pay is of people within one degree. */
    explainOf: (metric: MetricId, side: ComparedSide): Explanation | undefined => {
      const people = metric === 'salary_median' ? of[side].paid : of[side].all;
      return people === null ? undefined : explained(metric, people);
    },
    state: panelState(
      first,
      second,
      degrees,
      ...(ownPaid === null ? [] : [pay]),
      ...(otherPaid === null ? [] : [otherPay]),
    ),
    first: first.data,
    second: second.data,
    degree,
    pay: ownPaid === null ? undefined : pay.data?.total['salary_median'],
    otherPay: otherPaid === null ? undefined : otherPay.data?.total['salary_median'],
  };
}
