import type { DimensionId } from './dimensions.ts';
import type { MeasureId } from './measures.ts';

/** Where two facts meet: what is divided by what, cell by cell. */
export interface Join {
  readonly of: MeasureId;
  readonly per: MeasureId;
  /** What of the same people cannot be told in or out, where the fact has such people. */
  readonly undated: MeasureId | null;
  /**
   * The dimensions of a cell. A blank on the side of `per` stands for every value: it was not divided.
   * A least degree stands for itself and every degree above it.
   */
  readonly key: readonly DimensionId[];
  /** Dimensions that may be blank in what is counted by `of`, without anybody knowing where it belongs. */
  readonly loose: readonly DimensionId[];
  /** Dimensions that `per` may leave undivided. */
  readonly undivided: readonly DimensionId[];
  /** Whether a cell counts only once its graduation year has ended. */
  readonly mature: boolean;
  /** Whether a cell of `per` counts only where there is something of `of`; otherwise that is 0. */
  readonly bothSides: boolean;
}

/** Every pair of facts that meet. Absent hires are 0; absent graduates and plans are unknown. */
export const JOINS = {
  hires_of_graduates: {
    of: 'campus_hires',
    per: 'graduates',
    undated: 'campus_undated',
    key: ['school', 'major', 'degree', 'year'],
    loose: ['degree', 'college'],
    undivided: ['degree', 'college'],
    mature: true,
    bothSides: false,
  },
  hires_of_planned: {
    of: 'campus_hires',
    per: 'planned',
    undated: 'campus_undated',
    key: ['major', 'degree', 'year'],
    loose: ['degree', 'department'],
    undivided: ['major', 'degree', 'department'],
    mature: true,
    bothSides: false,
  },
  graduates_per_planned: {
    of: 'graduates',
    per: 'planned',
    undated: null,
    key: ['major', 'degree', 'year'],
    loose: ['degree'],
    undivided: ['major', 'degree'],
    mature: false,
    bothSides: true,
  },
} as const satisfies Record<string, Join>;

export type JoinId = keyof typeof JOINS;

/** A join by id. */
export function join(id: JoinId): Join {
  return JOINS[id];
}

/** What a join amounts to in one group. */
export interface JoinedSums {
  /** Sums over the cells that count. */
  readonly of: number;
  readonly per: number;
  /** How many cells of `per` count, how many wait for their year to end, and how many meet nothing. */
  readonly cells: number;
  readonly open: number;
  readonly unmet: number;
  /** Whether the group has nothing of the fact of `of` at all. */
  readonly absent: boolean;
  /** People who may or may not belong to these cells: without a start date, or without a degree or the like. */
  readonly undated: number;
  readonly unplaced: number;
  /** Whether the group was asked by a dimension that something in it is not divided by. */
  readonly undivided: boolean;
}
