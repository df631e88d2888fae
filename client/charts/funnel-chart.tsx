import {
  CartesianGrid,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Picks } from '../frame/picks.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { FunnelLabels } from './funnel-labels.tsx';
import { FunnelLines } from './funnel-lines.tsx';
import type { FunnelMark } from './funnel-mark.ts';
import { ownId, useMarkHandlers } from './mark-handlers.ts';
import { shareDomain, shareTicks, sizeTicks, type FunnelLimit } from './funnel-scale.ts';

interface FunnelChartProps extends Picks {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  /** What stands under the axis of sizes. */
  readonly sizeLabel: string;
  readonly marks: readonly FunnelMark[];
  readonly limits: readonly FunnelLimit[];
  /** The share of all together. */
  readonly whole: number;
}

const HEIGHT = 380;
const RADIUS = 5;
const RING = 9;

interface MarkShapeProps {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly payload?: FunnelMark;
}

function MarkShape({ cx, cy, payload }: MarkShapeProps) {
  if (payload === undefined) return null;
  const { color, isSmall, isHighlighted } = payload;
  return (
    <g>
      {isHighlighted ? (
        <circle
          cx={cx}
          cy={cy}
          r={RING}
          fill="none"
          stroke="var(--mantine-color-text)"
          strokeWidth={1.5}
        />
      ) : null}
      <circle
        cx={cx}
        cy={cy}
        r={RADIUS}
        fill={isSmall ? 'var(--panel-background)' : color}
        stroke={isSmall ? color : 'var(--panel-background)'}
        strokeWidth={isSmall ? 1.5 : 1}
      />
      {/* Something to hit with a finger. */}
      <circle cx={cx} cy={cy} r={2 * RADIUS} fill="transparent" />
    </g>
  );
}

/** Shares of groups over their sizes, with the limits that chance alone keeps them within; a click picks one. */
export function FunnelChart(props: FunnelChartProps) {
  const { label, sizeLabel, marks, limits, whole, ...picks } = props;
  const format = useFormatter();
  const fontSize = chartFontSize();
  const tick = { fill: 'var(--chart-text)', fontSize };
  const domain = shareDomain(marks, limits);
  const [from, to] = [limits[0]?.n ?? 1, limits.at(-1)?.n ?? 1];
  const handlers = useMarkHandlers(ownId, picks);
  const tooltip = (under: readonly { readonly payload?: unknown }[]) => {
    const mark = marks.find((one) => one === under[0]?.payload);
    return mark === undefined ? null : <ChartTooltip title={mark.label} lines={mark.lines} />;
  };
  return (
    <ChartImage label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <ScatterChart
          accessibilityLayer={false}
          margin={{ top: 8, right: 8, bottom: 1.5 * fontSize, left: 0 }}
        >
          <CartesianGrid stroke="var(--chart-grid)" strokeOpacity={0.6} />
          <XAxis
            type="number"
            dataKey="n"
            scale="sqrt"
            domain={[from, to]}
            ticks={sizeTicks(from, to)}
            tick={tick}
            tickLine={false}
            stroke="var(--chart-grid)"
            tickFormatter={format.count}
            label={{ value: sizeLabel, position: 'bottom', offset: 0, ...tick }}
          />
          <YAxis
            type="number"
            dataKey="rate"
            width="auto"
            domain={domain}
            padding={{ top: 2 * RADIUS, bottom: 2 * RADIUS }}
            ticks={shareTicks(domain)}
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickFormatter={format.wholePercent}
          />
          <FunnelLines limits={limits} whole={whole} />
          <Tooltip
            cursor={false}
            isAnimationActive={false}
            content={({ active, payload }) => (active ? tooltip(payload) : null)}
          />
          <Scatter
            data={[...marks]}
            isAnimationActive={false}
            shape={MarkShape}
            className="pickable"
            {...handlers}
          />
          <FunnelLabels marks={marks} fontSize={fontSize} />
        </ScatterChart>
      </ResponsiveContainer>
    </ChartImage>
  );
}
