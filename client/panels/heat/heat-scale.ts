import type { Unit } from '../../../domain/metrics/metric.ts';
import type { Figure } from '../../api/figures.ts';

/** How many shades of color there are; the style sheet has them per scheme. */
export const SHADES = 6;

/** Shades of equal width over the figures shown. */
export interface HeatScale {
  /** The first and the last value of each shade in use. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  /** The shade of a value, or null where it has none: nothing to count, or no value. */
  readonly shadeOf: (figure: Figure) => number | null;
}

const PERCENT_STEP = 0.05;

/** Counts from 1 to the largest, 0 without a color. */
function countScale(figures: readonly Figure[]): HeatScale {
  const most = Math.max(0, ...figures.map(({ value }) => value ?? 0));
  const width = Math.max(1, Math.ceil(most / SHADES));
  const used = Math.ceil(most / width);
  return {
    ranges: Array.from({ length: used }, (_, shade) => ({
      from: shade * width + 1,
      to: (shade + 1) * width,
    })),
    shadeOf: (figure) =>
      figure.value === null || figure.value <= 0
        ? null
        : Math.min(SHADES - 1, Math.ceil(figure.value / width) - 1),
  };
}

/** Proportions between round borders around those that speak of enough people. */
function shareScale(figures: readonly Figure[]): HeatScale {
  const told = figures.filter(({ value }) => value !== null);
  const sound = told.filter(({ status }) => status === 'ok');
  const values = (sound.length > 0 ? sound : told).map(({ value }) => value ?? 0);
  const step = Math.max(...values) > PERCENT_STEP * 4 ? PERCENT_STEP : PERCENT_STEP / 10;
  const low = Math.floor(Math.min(...values) / step) * step;
  const high = Math.max(low + step, Math.ceil(Math.max(...values) / step) * step);
  const width = (high - low) / SHADES;
  return {
    ranges:
      values.length === 0
        ? []
        : Array.from({ length: SHADES }, (_, shade) => ({
            from: low + shade * width,
            to: low + (shade + 1) * width,
          })),
    shadeOf: (figure) =>
      figure.value === null
        ? null
        : Math.min(SHADES - 1, Math.max(0, Math.floor((figure.value - low) / width))),
  };
}

/** A scale for the figures of a heat map in one unit. */
export function heatScale(figures: readonly Figure[], unit: Unit): HeatScale {
  return unit === 'people' ? countScale(figures) : shareScale(figures);
}
