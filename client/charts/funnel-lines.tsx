import { useId } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { FunnelLimit } from './funnel-scale.ts';

interface FunnelLinesProps {
  readonly limits: readonly FunnelLimit[];
  /** The share of all schools together. */
  readonly whole: number;
}

const LINES = [
  { key: 'low95', dash: '6 4' },
  { key: 'high95', dash: '6 4' },
  { key: 'low998', dash: '2 3' },
  { key: 'high998', dash: '2 3' },
] as const;

/** The line of the whole, and the limits that chance keeps within: 95 % dashed, 99.8 % dotted. */
export function FunnelLines({ limits, whole }: FunnelLinesProps) {
  const clipId = useId();
  const area = usePlotArea();
  const across = useXAxisScale();
  const up = useYAxisScale();
  if (area === undefined || across === undefined || up === undefined) return null;
  const level = up(whole);
  return (
    <g fill="none" stroke="var(--chart-text)" pointerEvents="none">
      <clipPath id={clipId}>
        <rect x={area.x} y={area.y} width={area.width} height={area.height} />
      </clipPath>
      <line
        x1={area.x}
        x2={area.x + area.width}
        y1={level}
        y2={level}
        stroke="var(--chart-accent)"
        strokeWidth={1.5}
      />
      <g clipPath={`url(#${clipId})`}>
        {LINES.map(({ key, dash }) => (
          <polyline
            key={key}
            className={`funnel-limit ${key}`}
            points={limits.map((limit) => `${across(limit.n)},${up(limit[key])}`).join(' ')}
            strokeDasharray={dash}
            strokeWidth={1.25}
          />
        ))}
      </g>
    </g>
  );
}
