import { TURNOVER_DAYS, PROMOTION_DAYS, THIRD_YEAR_DAYS } from '../measures.ts';
import type { HireMeasureId } from '../measures.ts';
import type { MetricId } from '../metrics/registry.ts';

/** Counts that go to deans as they are. */
export const RELEASED_COUNTS = ['hires', 'graduates'] as const satisfies MetricId[];

/**
 * Rates of people that are published together and looked at together: where being in one numerator means being in
 * another, all of them are one family, from the widest numerator to the narrowest.
 */
export interface RateFamily {
  readonly id: 'retention' | 'promotion' | 'match' | 'performance';
  readonly rates: readonly ReleasedRate[];
}

export interface ReleasedRate {
  readonly metric: MetricId;
  /** The people of the rate: what its n counts. */
  readonly people: HireMeasureId;
  /** Days after 31 December of a graduation year until its figures are complete; null where it has no horizon. */
  readonly horizon: number | null;
}

const SIX_MONTHS = 183;
const TWO_YEARS = 730;

export const RATE_FAMILIES: readonly RateFamily[] = [
  {
    id: 'retention',
    rates: [
      { metric: 'retention_6m', people: 'tenured_183', horizon: SIX_MONTHS },
      { metric: 'retention_12m', people: 'tenured_365', horizon: TURNOVER_DAYS },
      { metric: 'retention_24m', people: 'tenured_730', horizon: TWO_YEARS },
      { metric: 'retention_36m', people: 'tenured_1095', horizon: THIRD_YEAR_DAYS },
    ],
  },
  {
    id: 'promotion',
    rates: [
      { metric: 'promotion_rate_24m', people: 'promotion_followed', horizon: PROMOTION_DAYS },
    ],
  },
  {
    id: 'match',
    rates: [{ metric: 'major_match_rate', people: 'matched_answered', horizon: null }],
  },
  { id: 'performance', rates: [{ metric: 'top_rated_share', people: 'rated', horizon: null }] },
];

/** Quantiles of pay, the median first: without it there are no quartiles. */
export const RELEASED_PAY = [
  'salary_median',
  'salary_p25',
  'salary_p75',
] as const satisfies MetricId[];

/** Every metric of a release, in the order of its tables. */
export const RELEASED_METRICS: readonly MetricId[] = [
  ...RELEASED_COUNTS,
  'yield',
  ...RATE_FAMILIES.flatMap(({ rates }) => rates.map(({ metric }) => metric)),
  ...RELEASED_PAY,
];

/** How hires of the last three years are divided besides: nothing else is. */
export const HIRES_DIVIDED_BY = ['department', 'city', 'channel'] as const;
