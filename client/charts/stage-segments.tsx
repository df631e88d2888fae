import { useCallback } from 'react';
import { Bar, type BarShapeProps } from 'recharts';
import type { Picks } from '../frame/picks.ts';
import { BarShape } from './bar-shape.tsx';
import { useMarkHandlers } from './mark-handlers.ts';

export interface BarSegment {
  /** The series that it belongs to. */
  readonly kind: string;
  readonly label: string;
  readonly count: number;
  /** What a click on it picks; null where it cannot be picked. */
  readonly pick: string | null;
}

export interface SegmentedBar {
  readonly id: string;
  readonly label: string;
  /** How many came so far. */
  readonly count: number;
  readonly segments: readonly BarSegment[];
}

interface StageSegmentsProps {
  readonly kind: string;
  readonly color: string;
  readonly picks: Picks;
}

interface SegmentShapeProps extends Omit<BarShapeProps, 'payload'> {
  readonly payload?: SegmentedBar;
}

/** The segments of one kind. What the library is given stays the same unless the kind itself changes. */
export function StageSegments({ kind, color, picks }: StageSegmentsProps) {
  const segmentOf = useCallback(
    (bar: SegmentedBar) => bar.segments.find((segment) => segment.kind === kind),
    [kind],
  );
  const countOf = useCallback((bar: SegmentedBar) => segmentOf(bar)?.count ?? 0, [segmentOf]);
  const pickOf = useCallback((bar: SegmentedBar) => segmentOf(bar)?.pick ?? null, [segmentOf]);
  const shape = useCallback(
    ({ payload, ...props }: SegmentShapeProps) => {
      const isPickable = payload !== undefined && pickOf(payload) !== null;
      return <BarShape {...props} className={isPickable ? 'pickable' : ''} />;
    },
    [pickOf],
  );
  return (
    <Bar
      stackId="all"
      dataKey={countOf}
      fill={color}
      stroke="var(--panel-background)"
      strokeWidth={1}
      maxBarSize={26}
      shape={shape}
      isAnimationActive={false}
      {...useMarkHandlers(pickOf, picks)}
    />
  );
}
