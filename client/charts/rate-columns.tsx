import {
  Bar,
  BarChart,
  CartesianGrid,
  ErrorBar,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Picks } from '../frame/picks.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { BarShape } from './bar-shape.tsx';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { ownId, useMarkHandlers } from './mark-handlers.ts';

/** A rate of one group with its 95 % interval; all three as proportions, null where there is no figure or interval. */
export interface RateColumn {
  readonly id: string;
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Fewer than ten people: drawn lighter. */
  readonly isSmall: boolean;
  /** What the tooltip says. */
  readonly words: string;
}

interface RateColumnsProps extends Picks {
  /** What the chart shows, in a sentence, and what its rate is called. */
  readonly label: string;
  readonly rateLabel: string;
  readonly columns: readonly RateColumn[];
}

const HEIGHT = 260;

const INTERVALS = (
  <ErrorBar
    dataKey="reach"
    width={6}
    stroke="var(--mantine-color-text)"
    strokeWidth={1.5}
    isAnimationActive={false}
  />
);

/** Marks from 0 to where the highest interval ends, rounded up, a round number of percent apart. */
export function rateMarks(columns: readonly RateColumn[]): number[] {
  const highest = Math.max(
    0.1,
    ...columns.map(({ value, high }) => (value === null ? 0 : (high ?? value))),
  );
  const tenths = Math.min(10, Math.ceil(highest * 10 - 1e-9));
  const step = tenths > 5 ? 2 : 1;
  const marks = Math.ceil(tenths / step) + 1;
  return Array.from({ length: marks }, (_, index) => (index * step) / 10);
}

/** Rates side by side as columns on zero, with their intervals; a click on one picks it. */
export function RateColumns({ label, rateLabel, columns, ...picks }: RateColumnsProps) {
  const format = useFormatter();
  const marks = rateMarks(columns);
  const tick = { fill: 'var(--chart-text)', fontSize: chartFontSize() };
  const data = columns.map((column) => ({
    ...column,
    fillOpacity: column.isSmall ? 0.35 : 0.8,
    reach:
      column.value === null || column.low === null || column.high === null
        ? undefined
        : ([column.value - column.low, column.high - column.value] as const),
  }));
  const handlers = useMarkHandlers(ownId, picks);
  const tooltip = (name: string) => {
    const column = columns.find((one) => one.name === name);
    return column === undefined ? null : (
      <ChartTooltip title={name} lines={[{ label: rateLabel, value: column.words }]} />
    );
  };
  return (
    <ChartImage label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart
          data={data}
          accessibilityLayer={false}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        >
          {/* Before the axes: after them the library draws it twice. */}
          <Bar
            dataKey="value"
            fill="var(--chart-accent)"
            maxBarSize={40}
            shape={BarShape}
            isAnimationActive={false}
            className="pickable"
            {...handlers}
          >
            {INTERVALS}
          </Bar>
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis dataKey="name" tick={tick} tickLine={false} stroke="var(--chart-grid)" />
          <YAxis
            width="auto"
            domain={[0, marks.at(-1) ?? 1]}
            ticks={marks}
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickFormatter={format.percent}
          />
          <Tooltip
            cursor={{ fill: 'var(--chart-cursor)' }}
            isAnimationActive={false}
            content={({ active, label: name }) => (active ? tooltip(String(name)) : null)}
          />
        </BarChart>
      </ResponsiveContainer>
    </ChartImage>
  );
}
