import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormatter } from '../frame/use-formatter.ts';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';
import { ChartTooltip } from './chart-tooltip.tsx';

/** One place on the axis: its name, and a number for each series that goes so far. */
export interface LinePoint {
  readonly name: string;
  /** What the tooltip calls it, where that says more. */
  readonly title?: string;
  readonly values: Readonly<Record<string, number | null>>;
  /** Whether it is not over yet: the way to it is drawn broken, since it may still rise. */
  readonly partial?: boolean;
}

export interface LineSeries {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  /** Drawn broken: for what is only there to compare with. */
  readonly dashed?: boolean;
}

interface LineSeriesChartProps {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly points: readonly LinePoint[];
  readonly series: readonly LineSeries[];
  /** A level to reach, with its name. */
  readonly level?: { readonly value: number; readonly label: string } | undefined;
  readonly withDots: boolean;
}

const HEIGHT = 340;

/** Counts as lines over time, from zero. A series ends where its numbers end. */
export function LineSeriesChart({ label, points, series, level, withDots }: LineSeriesChartProps) {
  const format = useFormatter();
  const fontSize = chartFontSize();
  const partial = points.findIndex((point) => point.partial);
  const tick = { fill: 'var(--chart-text)', fontSize };
  const tooltip = (name: string) => {
    const point = points.find((one) => one.name === name);
    const lines = series.flatMap((one) => {
      const value = point?.values[one.id] ?? null;
      return value === null
        ? []
        : [{ label: one.label, color: one.color, value: format.count(value) }];
    });
    return <ChartTooltip title={point?.title ?? name} lines={lines} />;
  };
  return (
    <ChartImage label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <LineChart
          data={[...points]}
          accessibilityLayer={false}
          margin={{ top: 16, right: 16, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis
            dataKey="name"
            tick={tick}
            tickLine={false}
            stroke="var(--chart-grid)"
            minTickGap={12}
          />
          <YAxis
            width="auto"
            tick={tick}
            tickLine={false}
            axisLine={false}
            allowDecimals={false}
            tickFormatter={format.count}
          />
          <Tooltip
            cursor={{ stroke: 'var(--chart-grid)' }}
            isAnimationActive={false}
            content={({ active, label: name }) => (active ? tooltip(String(name)) : null)}
          />
          {level === undefined ? null : (
            <ReferenceLine
              ifOverflow="extendDomain"
              y={level.value}
              stroke="var(--chart-text)"
              strokeDasharray="2 3"
              label={{
                value: level.label,
                position: 'insideTopLeft',
                fill: 'var(--mantine-color-text)',
                fontSize,
              }}
            />
          )}
          {series.map(({ id, label: name, color, dashed }) => (
            <Line
              key={id}
              name={name}
              dataKey={(point: LinePoint) =>
                point.partial === true ? null : (point.values[id] ?? null)
              }
              stroke={color}
              strokeWidth={dashed === true ? 1.5 : 2.5}
              {...(dashed === true ? { strokeDasharray: '5 4' } : {})}
              dot={withDots ? { r: 2.5, fill: color, strokeWidth: 0 } : false}
              isAnimationActive={false}
            />
          ))}
          {partial < 0
            ? null
            : series.map(({ id, label: name, color }) => (
                <Line
                  key={`${id} not over`}
                  name={name}
                  dataKey={(point: LinePoint) =>
                    points.indexOf(point) < partial - 1 ? null : (point.values[id] ?? null)
                  }
                  stroke={color}
                  strokeWidth={1.5}
                  strokeDasharray="2 4"
                  dot={{
                    r: 2.5,
                    stroke: color,
                    strokeDasharray: 'none',
                    fill: 'var(--panel-background)',
                  }}
                  isAnimationActive={false}
                />
              ))}
        </LineChart>
      </ResponsiveContainer>
    </ChartImage>
  );
}
