import { useMemo } from 'react';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis } from 'recharts';
import type { Picks } from '../frame/picks.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { BarShape } from './bar-shape.tsx';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';
import { pickableId, useMarkHandlers } from './mark-handlers.ts';
import { barNames, NameAxis, widestText } from './name-axis.tsx';

export interface BarItem {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly pickable: boolean;
}

interface BarListProps extends Partial<Picks> {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly items: readonly BarItem[];
}

/** In sizes of the text. */
const ROW = 3;
const WIDEST_NAME = 12.5;

/** Counts as horizontal bars with their numbers. */
export function BarList({ label, items, ...picks }: BarListProps) {
  const format = useFormatter();
  const fontSize = chartFontSize();
  const names = barNames(
    items.map((item) => item.label),
    WIDEST_NAME,
    fontSize,
  );
  const counts = items.map(({ value }) => format.count(value));
  const countWidth = widestText(counts, fontSize);
  const data = items.map((item, index) => ({
    ...item,
    count: counts[index],
    className: item.pickable ? 'pickable' : '',
  }));
  const handlers = useMarkHandlers(pickableId, picks);
  const numbers = useMemo(
    () => (
      <LabelList
        dataKey="count"
        position="right"
        fill="var(--mantine-color-text)"
        fontSize={fontSize}
      />
    ),
    [fontSize],
  );
  return (
    <ChartImage label={label}>
      <ResponsiveContainer width="100%" height={items.length * fontSize * ROW + 8}>
        <BarChart
          data={data}
          layout="vertical"
          accessibilityLayer={false}
          margin={{ top: 0, right: countWidth, bottom: 0, left: 0 }}
        >
          {/* Before the axes: after them the library draws it twice. */}
          <Bar
            dataKey="value"
            fill="var(--chart-accent)"
            maxBarSize={22}
            radius={2}
            shape={BarShape}
            isAnimationActive={false}
            {...handlers}
          >
            {numbers}
          </Bar>
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <NameAxis {...names} />
        </BarChart>
      </ResponsiveContainer>
    </ChartImage>
  );
}
