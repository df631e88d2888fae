import { usePlotArea, useXAxisScale } from 'recharts';
import { textWidth } from './chart-text.ts';

interface DayMarkProps {
  readonly day: number;
  readonly label: string;
  readonly fontSize: number;
}

const GAP = 6;

/** A day that matters, as a line with its name at the foot of the plot, on the side that has the room. */
export function DayMark({ day, label, fontSize }: DayMarkProps) {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const x = Number(xScale?.(day));
  if (plot === undefined || !Number.isFinite(x)) return null;
  const bottom = plot.y + plot.height;
  const onRight = x + GAP + textWidth(label, fontSize) <= plot.x + plot.width;
  return (
    <g className="day-mark">
      <line
        x1={x}
        x2={x}
        y1={plot.y}
        y2={bottom}
        stroke="var(--chart-text)"
        strokeDasharray="2 3"
      />
      <text
        x={onRight ? x + GAP : x - GAP}
        y={bottom - GAP}
        textAnchor={onRight ? 'start' : 'end'}
        fontSize={fontSize}
        fill="var(--chart-text)"
        stroke="var(--panel-background)"
        strokeWidth={3}
        strokeLinejoin="round"
        paintOrder="stroke"
      >
        {label}
      </text>
    </g>
  );
}
