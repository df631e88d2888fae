import { BarChart, ResponsiveContainer, Tooltip, XAxis } from 'recharts';
import type { Picks } from '../frame/picks.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';
import { barNames, NameAxis } from './name-axis.tsx';
import { ChartTooltip } from './chart-tooltip.tsx';
import { StageSegments, type SegmentedBar } from './stage-segments.tsx';

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
          {/* Before the axes: after them the library draws it twice. */}
          {series.map(({ id: kind, color }) => (
            <StageSegments key={kind} {...{ kind, color, picks }} />
          ))}
          <XAxis type="number" hide domain={[0, 'dataMax']} />
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
