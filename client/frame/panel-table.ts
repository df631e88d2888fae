import type { DimensionId } from '../../domain/dimensions.ts';
import type { Unit } from '../../domain/metrics/metric.ts';
import type { Figure } from '../api/figures.ts';
import type { Explanation } from './explain-context.ts';

/** A value that one can filter by with a click. */
export interface FilterTarget {
  readonly dimension: DimensionId;
  /** As it stands in the address. */
  readonly value: string;
}

/** One cell: a text, a plain count, or a metric's value with its unit. `explain` says what a number is of. */
export type PanelCell =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly filter?: FilterTarget | undefined;
      /** The record that it names, by its id. */
      readonly record?: number | undefined;
    }
  | {
      readonly kind: 'count';
      readonly count: number;
      readonly explain?: Explanation | undefined;
    }
  | {
      readonly kind: 'figure';
      readonly figure: Figure;
      readonly unit: Unit;
      readonly explain?: Explanation | undefined;
    };

export interface PanelColumn {
  readonly id: string;
  readonly label: string;
  readonly numeric: boolean;
}

/** The numbers of a panel as a table: its accessible twin, and what is exported. */
export interface PanelTable {
  readonly columns: readonly PanelColumn[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly PanelCell[] }[];
}
