import { createContext, use } from 'react';
import { Bar, type BarShapeProps } from 'recharts';
import type { Picks } from '../frame/picks.ts';
import { pickHandlers } from './mark-handlers.ts';

/** One column: its name, and a number for each series that has one there. */
export interface StackedColumn {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
}

export interface StackedSeries {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly pickable: boolean;
}

/** What columns are divided into, from below, and what a click on a part does. */
export const StackContext = createContext<{
  readonly series: readonly StackedSeries[];
  readonly picks: Picks;
}>({ series: [], picks: { onPick: () => undefined } });

interface StackShapeProps extends Omit<BarShapeProps, 'payload'> {
  readonly payload?: StackedColumn;
}

/** The sum of a column. */
export function stackSum({ values }: StackedColumn): number {
  return Object.values(values).reduce((sum, value) => sum + value, 0);
}

function Stack({ x, y, width, height, payload }: StackShapeProps) {
  const { series, picks } = use(StackContext);
  const total = payload === undefined ? 0 : stackSum(payload);
  if (payload === undefined || total === 0) return null;
  let below = 0;
  return series.map(({ id, color, pickable }) => {
    const value = payload.values[id] ?? 0;
    if (value === 0) return null;
    below += value;
    return (
      <rect
        key={id}
        x={x}
        y={y + height * (1 - below / total)}
        width={width}
        height={(height * value) / total}
        fill={color}
        stroke="var(--panel-background)"
        strokeWidth={1}
        className={pickable ? 'bar pickable' : 'bar'}
        {...pickHandlers({ id, pickable }, picks)}
      />
    );
  });
}

const shape = (props: StackShapeProps) => <Stack {...props} />;

/**
 * Stacked columns as one series, each divided by its own shape: a series of the library for every part takes several
 * times as long, and puts every part into the page anew when its number changes.
 */
export function StackedBar() {
  return <Bar dataKey={stackSum} maxBarSize={56} shape={shape} isAnimationActive={false} />;
}
