import { BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Picks } from '../frame/picks.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize, textWidth } from './chart-text.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import {
  StackContext,
  StackedBar,
  stackSum,
  type StackedColumn,
  type StackedSeries,
} from './stacked-bar.tsx';

interface StackedColumnsProps extends Picks {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly totalLabel: string;
  readonly columns: readonly StackedColumn[];
  readonly series: readonly StackedSeries[];
}

const HEIGHT = 340;
/** The same at every drawing. */
const BAR = <StackedBar />;

/** Numbers by year as columns, stacked by series; a click on a part picks its series. */
export function StackedColumns({
  label,
  totalLabel,
  columns,
  series,
  ...picks
}: StackedColumnsProps) {
  const format = useFormatter();
  // The library's own measuring lays the page out anew for each chart.
  const most = Math.max(0, ...columns.map(stackSum));
  const scaleWidth = Math.ceil(textWidth(format.count(2 * most), chartFontSize())) + 12;
  const tick = { fill: 'var(--chart-text)', fontSize: chartFontSize() };
  const tooltip = (name: string) => {
    const values = columns.find((column) => column.name === name)?.values ?? {};
    const lines = series
      .filter(({ id }) => (values[id] ?? 0) > 0)
      .map((one) => ({
        label: one.label,
        color: one.color,
        value: format.count(values[one.id] ?? 0),
      }))
      .toReversed();
    const total = stackSum({ name, values });
    return (
      <ChartTooltip
        title={name}
        lines={[...lines, { label: totalLabel, value: format.count(total) }]}
      />
    );
  };
  return (
    <ChartImage label={label}>
      <StackContext value={{ series, picks }}>
        <ResponsiveContainer width="100%" height={HEIGHT}>
          <BarChart
            data={[...columns]}
            accessibilityLayer={false}
            margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          >
            {/* Before the axes: after them the library draws it twice. */}
            {BAR}
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
            <XAxis dataKey="name" tick={tick} tickLine={false} stroke="var(--chart-grid)" />
            <YAxis
              width={scaleWidth}
              tick={tick}
              tickLine={false}
              axisLine={false}
              allowDecimals={false}
              tickFormatter={format.count}
            />
            <Tooltip
              cursor={{ fill: 'var(--chart-cursor)' }}
              isAnimationActive={false}
              content={({ active, label: name }) => (active ? tooltip(String(name)) : null)}
            />
          </BarChart>
        </ResponsiveContainer>
      </StackContext>
    </ChartImage>
  );
}
