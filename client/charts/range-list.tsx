import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis } from 'recharts';
import type { Picks } from '../frame/picks.ts';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { ownId, useMarkHandlers } from './mark-handlers.ts';
import { barNames, NameAxis } from './name-axis.tsx';

/** A range with a mark in it. */
export interface RangeItem {
  readonly id: string;
  readonly label: string;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** Drawn lighter: it speaks of few people. */
  readonly isSmall: boolean;
  /** Of how many people it speaks, as it stands beside the name. */
  readonly size: string;
  readonly details: readonly { readonly label: string; readonly value: string }[];
}

interface RangeListProps extends Picks {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly items: readonly RangeItem[];
  /** A value as it stands at the axis. */
  readonly written: (value: number) => string;
}

/** In sizes of the text. */
const ROW = 2.6;
const AXIS = 2.5;
const WIDEST_NAME = 9.5;
const THICKNESS = 12;
const SMALL_OPACITY = 0.35;

interface RangeShapeProps {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly payload?: RangeItem;
}

/** The bar from low to high with its mark, which stands as far along as the middle is between them. */
function RangeShape({ x = 0, y = 0, width = 0, height = 0, payload }: RangeShapeProps) {
  if (payload === undefined) return null;
  const { low, middle, high, isSmall } = payload;
  const along = high > low ? (middle - low) / (high - low) : 0.5;
  const at = x + along * width;
  const opacity = isSmall ? SMALL_OPACITY : 1;
  return (
    <g className="pickable" opacity={opacity}>
      <rect
        x={x}
        y={y}
        width={Math.max(width, 2)}
        height={height}
        rx={2}
        fill="var(--chart-accent)"
        fillOpacity={0.4}
      />
      <rect x={at - 2} y={y - 3} width={4} height={height + 6} rx={1} fill="var(--chart-accent)" />
    </g>
  );
}

function rangeOf({ low, high }: RangeItem): [number, number] {
  return [low, high];
}

/** Ranges under one another on one axis; a click picks one. */
export function RangeList({ label, items, written, ...picks }: RangeListProps) {
  const fontSize = chartFontSize();
  const names = barNames(
    items.map((item) => item.label),
    WIDEST_NAME,
    fontSize,
    (index) => `  ${items[index]?.size ?? ''}`,
  );
  const handlers = useMarkHandlers(ownId, picks);
  const tooltip = (id: string) => {
    const item = items.find((one) => one.id === id);
    return item === undefined ? null : <ChartTooltip title={item.label} lines={item.details} />;
  };
  const tick = { fill: 'var(--chart-text)', fontSize };
  return (
    <ChartImage label={label}>
      <ResponsiveContainer width="100%" height={(items.length * ROW + AXIS) * fontSize + 8}>
        <BarChart
          data={[...items]}
          layout="vertical"
          accessibilityLayer={false}
          margin={{ top: 0, right: 24, bottom: 0, left: 0 }}
        >
          {/* Before the axes: after them the library draws it twice. */}
          <Bar
            dataKey={rangeOf}
            barSize={THICKNESS}
            isAnimationActive={false}
            shape={RangeShape}
            {...handlers}
          />
          <CartesianGrid horizontal={false} stroke="var(--chart-grid)" />
          <XAxis
            type="number"
            domain={['auto', 'auto']}
            tick={tick}
            tickLine={false}
            stroke="var(--chart-grid)"
            tickFormatter={written}
            minTickGap={16}
          />
          <NameAxis {...names} />
          <Tooltip
            cursor={{ fill: 'var(--chart-cursor)' }}
            isAnimationActive={false}
            content={({ active, label: id }) => (active ? tooltip(String(id)) : null)}
          />
        </BarChart>
      </ResponsiveContainer>
    </ChartImage>
  );
}
