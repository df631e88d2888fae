import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormatter } from '../frame/use-formatter.ts';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';
import { ChartTooltip } from './chart-tooltip.tsx';

/** Counts of two selections at one place of the axis; null where a selection does not reach. */
export interface ComparedPoint {
  readonly name: string;
  readonly own: number | null;
  readonly other: number | null;
}

interface ComparedLinesProps {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly points: readonly ComparedPoint[];
  readonly names: { readonly own: string; readonly other: string };
}

const HEIGHT = 260;

/** The colors of the two selections. */
const COMPARED_COLORS = { own: 'var(--chart-accent)', other: 'var(--chart-compared)' };

/** Two selections' counts as lines on one axis that begins at 0; the one compared with is dashed. */
export function ComparedLines({ label, points, names }: ComparedLinesProps) {
  const format = useFormatter();
  const tick = { fill: 'var(--chart-text)', fontSize: chartFontSize() };
  const tooltip = (name: string) => {
    const point = points.find((candidate) => candidate.name === name);
    const lines = (['own', 'other'] as const).flatMap((side) => {
      const value = point?.[side] ?? null;
      return value === null
        ? []
        : [{ label: names[side], color: COMPARED_COLORS[side], value: format.count(value) }];
    });
    return <ChartTooltip title={name} lines={lines} />;
  };
  const line = (side: 'own' | 'other') => (
    <Line
      name={names[side]}
      dataKey={side}
      stroke={COMPARED_COLORS[side]}
      strokeWidth={2.5}
      strokeDasharray={side === 'other' ? '6 4' : ''}
      dot={{ r: 3, fill: COMPARED_COLORS[side], strokeWidth: 0 }}
      isAnimationActive={false}
    />
  );
  return (
    <ChartImage label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <LineChart
          data={[...points]}
          accessibilityLayer={false}
          margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis dataKey="name" tick={tick} tickLine={false} stroke="var(--chart-grid)" />
          <YAxis
            width="auto"
            domain={[0, 'auto']}
            tick={tick}
            tickLine={false}
            axisLine={false}
            allowDecimals={false}
            tickFormatter={format.count}
          />
          <Tooltip
            isAnimationActive={false}
            content={({ active, label: name }) => (active ? tooltip(String(name)) : null)}
          />
          {line('other')}
          {line('own')}
        </LineChart>
      </ResponsiveContainer>
    </ChartImage>
  );
}
