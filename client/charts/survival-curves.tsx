import { useElementSize } from '@mantine/hooks';
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { dayOfMonths } from '../../domain/metrics/months.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize, textWidth } from './chart-text.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { DayMark } from './day-mark.tsx';
import { RISK_TABLE, RiskTable, riskTableHeight } from './risk-table.tsx';
import { SurvivalMark } from './survival-mark.tsx';
import type { SurvivalMonth, SurvivalSeries } from './survival-series.ts';

/** What the chart writes. */
export interface SurvivalTexts {
  /** Over the numbers under the axis, and what the axis counts. */
  readonly atRisk: string;
  readonly axis: string;
  /** A time after the start, and a group's standing at it. */
  readonly time: (month: number) => string;
  readonly standing: (at: SurvivalMonth) => string;
}

interface SurvivalCurvesProps {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly series: readonly SurvivalSeries[];
  /** Where the axis ends. */
  readonly months: number;
  /** A day that matters, if it lies on the axis. */
  readonly mark: { readonly day: number; readonly label: string } | null;
  readonly texts: SurvivalTexts;
  readonly onPick: (seriesId: string) => void;
}

const PLOT_HEIGHT = 300;
const LEFT = 44;
const RIGHT = 20;
const TOP = 8;
/** In months, from the finest to the coarsest; and pixels that the numbers of two marks keep between them. */
const STEPS = [3, 6, 12, 24, 60];
const MOST_MARKS = 13;
const NUMBER_GAP = 10;

/** The months to mark so that the numbers under them do not touch. */
export function markedMonths(months: number, width: number, widest: number): number[] {
  const fits = (step: number) => (width * step) / months >= widest && months / step < MOST_MARKS;
  const step = STEPS.find(fits) ?? months;
  return Array.from({ length: Math.floor(months / step) + 1 }, (_, index) => index * step);
}

/** How many are still there, day by day, as steps with their intervals; under them how many are still followed. */
export function SurvivalCurves(props: SurvivalCurvesProps) {
  const { label, series, months, mark, texts, onPick } = props;
  const format = useFormatter();
  const { ref, width } = useElementSize();
  const fontSize = chartFontSize();
  const end = dayOfMonths(months);
  const numbers = series.flatMap((one) => one.months.map(({ atRisk }) => format.count(atRisk)));
  const widest = Math.max(...numbers.map((text) => textWidth(text, fontSize)), 1) + NUMBER_GAP;
  const marked = markedMonths(months, Math.max(1, width - LEFT - RIGHT), widest);
  const height = PLOT_HEIGHT + TOP + riskTableHeight(series.length, fontSize);
  const tick = { fill: 'var(--chart-text)', fontSize };
  const data = Array.from({ length: months + 1 }, (_, month) => ({
    month,
    day: dayOfMonths(month),
  }));

  const tooltip = (day: number) => {
    const month = data.find((one) => one.day === day)?.month ?? 0;
    const lines = series.flatMap(({ label: name, color, months: known }) => {
      const at = known.find((one) => one.month === month);
      return at === undefined ? [] : [{ label: name, color, value: texts.standing(at) }];
    });
    return lines.length === 0 ? null : <ChartTooltip title={texts.time(month)} lines={lines} />;
  };

  return (
    <ChartImage label={label} ref={ref}>
      <ResponsiveContainer width="100%" height={height}>
        <LineChart
          data={data}
          accessibilityLayer={false}
          margin={{ top: TOP, right: RIGHT, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis
            type="number"
            dataKey="day"
            domain={[0, end]}
            ticks={marked.map(dayOfMonths)}
            interval={0}
            height={riskTableHeight(series.length, fontSize)}
            tick={tick}
            tickMargin={(RISK_TABLE.months - 1) * fontSize}
            tickFormatter={(day: number) => String(Math.round((day * 12) / 365))}
            stroke="var(--chart-grid)"
          />
          <YAxis
            width={LEFT}
            domain={[0, 1]}
            ticks={[0, 0.25, 0.5, 0.75, 1]}
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickFormatter={format.percent}
          />
          {mark !== null && mark.day <= end ? <DayMark {...mark} fontSize={fontSize} /> : null}
          {series.map((one) => (
            <SurvivalMark key={one.id} series={one} end={end} onPick={onPick} />
          ))}
          <RiskTable
            heading={texts.atRisk}
            axis={texts.axis}
            series={series}
            months={marked}
            fontSize={fontSize}
          />
          {/* Draws nothing: it gives the pointer its months. */}
          <Line
            dataKey={() => 0}
            stroke="none"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <Tooltip
            cursor={{ stroke: 'var(--chart-text)', strokeDasharray: '2 3' }}
            isAnimationActive={false}
            content={({ active, label: day }) => (active ? tooltip(Number(day)) : null)}
          />
        </LineChart>
      </ResponsiveContainer>
    </ChartImage>
  );
}
