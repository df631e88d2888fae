import { useCallback } from 'react';
import { Bar } from 'recharts';
import type { Picks } from '../frame/picks.ts';
import { BarShape } from './bar-shape.tsx';
import { useMarkHandlers } from './mark-handlers.ts';

/** One column: its name, and a number for each series that has one there. */
export interface StackedColumn {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
}

interface StackedBarProps {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly pickable: boolean;
  readonly picks: Picks;
}

/** A series of stacked columns. What the library is given stays the same unless the series itself changes. */
export function StackedBar({ id, name, color, pickable, picks }: StackedBarProps) {
  const valueOf = useCallback(({ values }: StackedColumn) => values[id] ?? 0, [id]);
  const pickOf = useCallback(() => (pickable ? id : null), [id, pickable]);
  return (
    <Bar
      name={name}
      stackId="all"
      dataKey={valueOf}
      fill={color}
      stroke="var(--panel-background)"
      strokeWidth={1}
      maxBarSize={56}
      shape={BarShape}
      isAnimationActive={false}
      className={pickable ? 'pickable' : ''}
      {...useMarkHandlers(pickOf, picks)}
    />
  );
}
