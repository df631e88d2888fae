import type { JoinId } from '../joins.ts';
import type { Bilingual } from '../language.ts';
import type { MeasureId } from '../measures.ts';
import type { ReasonId } from './value.ts';

/** How a metric is computed from measures, as data. Rates: sum first, divide last. */
export type Formula =
  | { readonly kind: 'count'; readonly of: MeasureId }
  | {
      /** Numerator a subset of the denominator: carries a Wilson interval. */
      readonly kind: 'proportion';
      readonly of: MeasureId;
      readonly among: MeasureId;
      /** Where people are counted only once mature: how many are not yet, and when a season is complete. */
      readonly maturity?: Maturity;
      /** Whether it rests on tenures, so that undated hires make it `no_data`. */
      readonly tenure?: boolean;
      /** Of whom it is known at all, where files may leave that open, and what to say if nobody of `amid` is. */
      readonly known?: {
        readonly of: MeasureId;
        readonly amid: MeasureId;
        readonly reason: ReasonId;
      };
    }
  | {
      readonly kind: 'mean';
      readonly sum: MeasureId;
      readonly count: MeasureId;
      readonly divisor: number;
    }
  | { readonly kind: 'quantile'; readonly value: 'salary'; readonly p: number }
  | {
      readonly kind: 'survival';
      readonly day: number;
      /** People whose first days, up to that day, lie inside the follow-up: without any, nothing can be said. */
      readonly followed: MeasureId;
    }
  | { readonly kind: 'median_survival' }
  /** One fact divided by another where they meet; with a Wilson interval where the first is a part of the second. */
  | { readonly kind: 'quotient'; readonly join: JoinId; readonly subset: boolean }
  /** How much is missing of one fact to reach the other, where they meet. */
  | { readonly kind: 'difference'; readonly join: JoinId }
  /** A group's part of the whole over one dimension. */
  | { readonly kind: 'share'; readonly of: MeasureId; readonly over: 'school' }
  /** The largest part of the whole over one dimension. */
  | { readonly kind: 'largest_share'; readonly of: MeasureId; readonly over: 'school' };

export interface Maturity {
  /** People who would be counted but are not mature yet. */
  readonly open: MeasureId;
  /** Days after 31 December of the graduation year until a season counts as complete. */
  readonly days: number;
}

export type Unit = 'people' | 'percent' | 'days' | 'money' | 'rating' | 'ratio';

export interface Metric {
  readonly label: Bilingual;
  readonly definition: Bilingual;
  readonly unit: Unit;
  /** Which direction is good; `neither` for plain counts and shares. */
  readonly better: 'higher' | 'lower' | 'neither';
  readonly formula: Formula;
  /** The formula in words, for people. */
  readonly words: Bilingual;
  readonly source: { readonly title: string; readonly url: string | null };
  /** Whether it speaks about pay or performance of persons. */
  readonly sensitive: boolean;
}
