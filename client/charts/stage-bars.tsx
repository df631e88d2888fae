import { Bar, BarChart, Cell, ResponsiveContainer, Tooltip, XAxis } from 'recharts';
import type { Picks } from '../frame/picks.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { BarShape } from './bar-shape.tsx';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';
import { markHandlers } from './mark-handlers.ts';
import { barNames, NameAxis } from './name-axis.tsx';
import { ChartTooltip } from './chart-tooltip.tsx';

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

interface StageBarsProps extends Picks {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly bars: readonly SegmentedBar[];
  readonly series: readonly { readonly id: string; readonly color: string }[];
}

/** In sizes of the text. */
const ROW = 3.4;
const WIDEST_NAME = 11;

/** Bars divided into segments of the same few kinds; a click on a segment picks it. */
export function StageBars({ label, bars, series, ...picks }: StageBarsProps) {
  const format = useFormatter();
  const fontSize = chartFontSize();
  const names = barNames(
    bars.map((bar) => bar.label),
    WIDEST_NAME,
    fontSize,
    (index) => `  ${format.count(bars[index]?.count ?? 0)}`,
  );
  const segmentOf = (bar: SegmentedBar | undefined, kind: string) =>
    bar?.segments.find((segment) => segment.kind === kind);
  const pickOf = (bar: SegmentedBar | undefined, kind: string) =>
    segmentOf(bar, kind)?.pick ?? null;
  const tooltip = (id: string) => {
    const bar = bars.find((one) => one.id === id);
    if (bar === undefined) return null;
    const lines = bar.segments.map(({ kind, label: name, count }) => ({
      label: name,
      color: series.find((one) => one.id === kind)?.color,
      value: format.count(count),
    }));
    return <ChartTooltip title={bar.label} lines={lines} />;
  };
  return (
    <ChartImage label={label}>
      <ResponsiveContainer width="100%" height={bars.length * fontSize * ROW + 8}>
        <BarChart
          data={[...bars]}
          layout="vertical"
          accessibilityLayer={false}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        >
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <NameAxis {...names} />
          <Tooltip
            cursor={{ fill: 'var(--chart-cursor)' }}
            isAnimationActive={false}
            content={({ active, label: id }) => (active ? tooltip(String(id)) : null)}
          />
          {series.map(({ id: kind, color }) => (
            <Bar
              key={kind}
              stackId="all"
              dataKey={(bar: SegmentedBar) => segmentOf(bar, kind)?.count ?? 0}
              fill={color}
              stroke="var(--panel-background)"
              strokeWidth={1}
              maxBarSize={26}
              shape={BarShape}
              isAnimationActive={false}
              {...markHandlers((index) => pickOf(bars[index], kind), picks)}
            >
              {bars.map((bar) => (
                <Cell key={bar.id} className={pickOf(bar, kind) === null ? '' : 'pickable'} />
              ))}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartImage>
  );
}
