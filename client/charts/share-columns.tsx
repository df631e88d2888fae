import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  LabelList,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormatter } from '../frame/use-formatter.ts';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';

/** A proportion, 0 to 1, with the people it speaks of. */
export interface ShareColumn {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** Drawn lighter: it speaks of few people. */
  readonly isSmall: boolean;
}

interface ShareColumnsProps {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly columns: readonly ShareColumn[];
  readonly onPick: (columnId: string) => void;
}

const HEIGHT = 260;
const SMALL_OPACITY = 0.35;

/** Proportions as columns on an axis from 0 to 100 %. */
export function ShareColumns({ label, columns, onPick }: ShareColumnsProps) {
  const format = useFormatter();
  const fontSize = chartFontSize();
  const tick = { fill: 'var(--chart-text)', fontSize };
  return (
    <ChartImage label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart
          data={columns.map((column) => ({ ...column, text: format.wholePercent(column.value) }))}
          accessibilityLayer={false}
          margin={{ top: 20, right: 0, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis dataKey="label" tick={tick} tickLine={false} stroke="var(--chart-grid)" />
          <YAxis
            width="auto"
            domain={[0, 1]}
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickFormatter={(value: number) => format.wholePercent(value)}
          />
          <Bar
            dataKey="value"
            fill="var(--chart-accent)"
            maxBarSize={56}
            radius={2}
            isAnimationActive={false}
            onClick={(_: unknown, index: number) => {
              const column = columns[index];
              if (column !== undefined) onPick(column.id);
            }}
          >
            {columns.map(({ id, isSmall }) => (
              <Cell key={id} className="pickable" fillOpacity={isSmall ? SMALL_OPACITY : 1} />
            ))}
            <LabelList
              dataKey="text"
              position="top"
              fill="var(--mantine-color-text)"
              fontSize={fontSize}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </ChartImage>
  );
}
