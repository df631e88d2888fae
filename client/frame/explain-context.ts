import { createContext } from 'react';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { Unit } from '../../domain/metrics/metric.ts';
import type { MetricId } from '../../domain/metrics/registry.ts';
import type { Figure } from '../api/figures.ts';

/** What a figure is of: the metric, the people it is about as filters in the address, and the day it is as of. */
export interface Explanation {
  readonly metric: MetricId;
  readonly selected: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  /** `YYYY-MM-DD`, where it is not the data's own. */
  readonly asOf?: string | undefined;
}

/** A figure somebody wants explained, and the element it stands in. */
export interface Explained {
  readonly figure: Figure;
  readonly unit: Unit;
  readonly of: Explanation;
  readonly anchor: HTMLElement;
}

/** Opens the explanation of a figure. */
export interface Explainer {
  readonly open: (explained: Explained) => void;
  /** What a figure says that can be explained. */
  readonly hint: string;
}

/** How figures are explained; null where no page can show it. */
export const ExplainContext = createContext<Explainer | null>(null);
