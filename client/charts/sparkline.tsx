import { Bar, BarChart, Line, LineChart, ResponsiveContainer, YAxis } from 'recharts';

export interface SparkPoint {
  readonly name: string;
  /** Null where the figure is missing: the line has a gap there. */
  readonly value: number | null;
}

interface SparklineProps {
  readonly points: readonly SparkPoint[];
  /** Counts stand on zero as columns, everything else is a line. */
  readonly shape: 'columns' | 'line';
}

const HEIGHT = 44;
const MARGIN = { top: 4, right: 4, bottom: 4, left: 4 };

/** The least part of the largest value that the height stands for: small changes stay small to the eye. */
const LEAST_SPAN = 0.3;

function calmDomain([least, most]: readonly [number, number]): [number, number] {
  const missing = Math.max(0, LEAST_SPAN * Math.abs(most) - (most - least)) / 2;
  return [least - missing, most + missing];
}

/** How a figure went over the years, without axes: the figures beside it and in the table say the numbers. */
export function Sparkline({ points, shape }: SparklineProps) {
  const data = [...points];
  return (
    <div aria-hidden="true">
      <ResponsiveContainer width="100%" height={HEIGHT}>
        {shape === 'columns' ? (
          <BarChart data={data} margin={MARGIN} accessibilityLayer={false} barCategoryGap={2}>
            <Bar dataKey="value" fill="var(--chart-accent)" isAnimationActive={false} />
          </BarChart>
        ) : (
          <LineChart data={data} margin={MARGIN} accessibilityLayer={false}>
            <YAxis hide domain={calmDomain} />
            <Line
              dataKey="value"
              stroke="var(--chart-accent)"
              strokeWidth={2}
              dot={{ r: 2, fill: 'var(--chart-accent)', strokeWidth: 0 }}
              isAnimationActive={false}
            />
          </LineChart>
        )}
      </ResponsiveContainer>
    </div>
  );
}
