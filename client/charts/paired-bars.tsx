import { useMemo } from 'react';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis } from 'recharts';
import type { Picks } from '../frame/picks.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { BarShape } from './bar-shape.tsx';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';
import { pickableId, useMarkHandlers } from './mark-handlers.ts';
import { barNames, NameAxis, widestText } from './name-axis.tsx';

/** Two numbers to be held against each other; null where one is not known. */
export interface PairedBar {
  readonly id: string;
  readonly label: string;
  readonly first: number | null;
  readonly second: number | null;
  readonly pickable: boolean;
}

interface PairedBarsProps extends Picks {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly items: readonly PairedBar[];
  /** The colors of the first and the second number. */
  readonly colors: readonly [string, string];
}

/** In sizes of the text. */
const ROW = 3.6;
const WIDEST_NAME = 12.5;

/** Pairs of horizontal bars on one axis from 0, with their numbers. */
export function PairedBars({ label, items, colors, ...picks }: PairedBarsProps) {
  const format = useFormatter();
  const fontSize = chartFontSize();
  const names = barNames(
    items.map((item) => item.label),
    WIDEST_NAME,
    fontSize,
  );
  const written = (value: number | null) => (value === null ? '' : format.count(value));
  const data = items.map((item) => ({
    ...item,
    firstText: written(item.first),
    secondText: written(item.second),
    className: item.pickable ? 'pickable' : '',
  }));
  const texts = data.flatMap(({ firstText, secondText }) => [firstText, secondText]);
  const textSpace = widestText(texts, fontSize);
  const handlers = useMarkHandlers(pickableId, picks);
  const numbers = useMemo(
    () =>
      (['firstText', 'secondText'] as const).map((text) => (
        <LabelList
          key={text}
          dataKey={text}
          position="right"
          fill="var(--mantine-color-text)"
          fontSize={fontSize}
        />
      )),
    [fontSize],
  );
  return (
    <ChartImage label={label}>
      <ResponsiveContainer width="100%" height={items.length * fontSize * ROW + 8}>
        <BarChart
          data={data}
          layout="vertical"
          accessibilityLayer={false}
          barGap={1}
          barCategoryGap="18%"
          margin={{ top: 0, right: textSpace, bottom: 0, left: 0 }}
        >
          {/* Before the axes: after them the library draws it twice. */}
          {(['first', 'second'] as const).map((key, place) => (
            <Bar
              key={key}
              dataKey={key}
              fill={colors[place]}
              maxBarSize={16}
              radius={2}
              shape={BarShape}
              isAnimationActive={false}
              {...handlers}
            >
              {numbers[place]}
            </Bar>
          ))}
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <NameAxis {...names} />
        </BarChart>
      </ResponsiveContainer>
    </ChartImage>
  );
}
