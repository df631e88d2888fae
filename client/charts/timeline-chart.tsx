import { useElementSize } from '@mantine/hooks';
import { ChartImage } from './chart-image.tsx';
import { drawnSize } from './drawn-size.ts';
import { chartFontSize, fitText, textWidth } from './chart-text.ts';
import { TimelineMark, type ChartBar } from './timeline-mark.tsx';

export interface ChartLane {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly rows: number;
  readonly bars: readonly ChartBar[];
}

/** A column of the trend above: the days it stands for and its height. */
export interface ChartColumn {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly title: string;
  readonly partial: boolean;
}

interface TimelineChartProps {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** The beginnings of years, with their names. */
  readonly ticks: readonly { readonly day: number; readonly label: string }[];
  /** Columns above the lanes; null where there are none. */
  readonly trend: { readonly label: string; readonly columns: readonly ChartColumn[] } | null;
  readonly today: { readonly day: number; readonly label: string };
  readonly lanes: readonly ChartLane[];
  readonly count: (value: number) => string;
  readonly onPick: (id: string) => void;
}

const TREND = 96;
const ROW = 11;
const LANE_GAP = 10;
const RIGHT = 12;

/** Round heights for the axis of counts: zero, the half and the top, whole numbers only. */
export function countTicks(most: number): number[] {
  if (most <= 0) return [0];
  const step = 10 ** Math.floor(Math.log10(most));
  const top = [1, 2, 5, 10].map((times) => times * step).find((value) => value >= most) ?? most;
  return Number.isInteger(top / 2) ? [0, top / 2, top] : [0, top];
}

/** What went on when, lane by lane, under a trend of the same years on the same axis. */
export function TimelineChart(props: TimelineChartProps) {
  const { label, from, to, ticks, trend, today, lanes, count, onPick } = props;
  const { ref, width } = useElementSize();
  const fontSize = chartFontSize();
  const narrow = width < 560;
  const columns = trend?.columns ?? [];
  const marks = trend === null ? [] : countTicks(Math.max(0, ...columns.map(({ value }) => value)));
  const top = marks.at(-1) ?? 0;
  const widest = Math.max(
    ...marks.map((mark) => textWidth(count(mark), fontSize)),
    ...(narrow ? [0] : lanes.map((lane) => textWidth(lane.label, fontSize))),
    0,
  );
  const left = Math.min(widest + 12, 170);
  const plot = Math.max(1, width - left - RIGHT);
  const x = (day: number) =>
    left + ((Math.min(Math.max(day, from), to) - from) / (to - from)) * plot;
  const head = fontSize + 10;
  const base = head + (trend === null ? 0 : TREND);
  const y = (value: number) => base - (top === 0 ? 0 : (value / top) * TREND);
  const axis = base + fontSize + 12;
  const title = narrow ? fontSize + 6 : 0;
  const tops: number[] = [];
  let bottom = axis + LANE_GAP;
  for (const lane of lanes) {
    tops.push(bottom + title);
    bottom += title + lane.rows * ROW + LANE_GAP;
  }
  const yearWidth = plot / Math.max(1, ticks.length);
  const every = Math.max(1, Math.ceil((textWidth('2026', fontSize) + 8) / yearWidth));
  const todayX = x(today.day);
  const todayLeft = todayX + textWidth(today.label, fontSize) + 6 > width;
  return (
    <ChartImage label={label} ref={ref}>
      <div className="drawn-chart">
        <svg width="100%" className="timeline" fontSize={fontSize} {...drawnSize(width, bottom)}>
          <text x={left} y={fontSize} fill="var(--chart-text)">
            {trend === null ? null : fitText(trend.label, plot, fontSize)}
          </text>
          {marks.map((mark) => (
            <g key={mark}>
              <line
                x1={left}
                x2={left + plot}
                y1={y(mark)}
                y2={y(mark)}
                stroke="var(--chart-grid)"
              />
              <text
                x={left - 6}
                y={y(mark)}
                dominantBaseline="central"
                textAnchor="end"
                fill="var(--chart-text)"
              >
                {count(mark)}
              </text>
            </g>
          ))}
          {ticks.map(({ day, label: name }, index) => (
            <g key={day}>
              <line
                x1={x(day)}
                x2={x(day)}
                y1={base}
                y2={bottom}
                stroke="var(--chart-grid)"
                strokeOpacity={0.6}
              />
              {index % every === 0 ? (
                <text
                  x={x(day) + (every === 1 ? yearWidth / 2 : 0)}
                  y={base + fontSize + 2}
                  textAnchor={every === 1 ? 'middle' : 'start'}
                  fill="var(--chart-text)"
                >
                  {name}
                </text>
              ) : null}
            </g>
          ))}
          {columns.map((column) => (
            <rect
              key={column.id}
              className="timeline-column"
              x={x(column.from) + 1}
              width={Math.max(1, x(column.to) - x(column.from) - 2)}
              y={y(column.value)}
              height={base - y(column.value)}
              fill={column.partial ? 'var(--chart-open)' : 'var(--chart-accent)'}
            >
              <title>{column.title}</title>
            </rect>
          ))}
          {lanes.map((lane, index) => (
            <g key={lane.id}>
              <text
                x={narrow ? left : left - 6}
                y={(tops[index] ?? 0) + (narrow ? -6 : (lane.rows * ROW) / 2)}
                dominantBaseline={narrow ? 'auto' : 'central'}
                textAnchor={narrow ? 'start' : 'end'}
                fill="var(--mantine-color-text)"
              >
                {fitText(lane.label, narrow ? plot : left - 8, fontSize)}
              </text>
              {lane.bars.map((bar) => (
                <TimelineMark
                  key={bar.id}
                  bar={bar}
                  color={lane.color}
                  x1={x(bar.from ?? from)}
                  x2={x(bar.to ?? to)}
                  y={(tops[index] ?? 0) + bar.row * ROW}
                  onPick={onPick}
                />
              ))}
            </g>
          ))}
          <line
            x1={todayX}
            x2={todayX}
            y1={head}
            y2={bottom}
            stroke="var(--chart-text)"
            strokeDasharray="2 3"
          />
          <text
            x={todayLeft ? todayX - 4 : todayX + 4}
            y={head - 2}
            textAnchor={todayLeft ? 'end' : 'start'}
            fill="var(--chart-text)"
            stroke="var(--panel-background)"
            strokeWidth={3}
            paintOrder="stroke"
          >
            {today.label}
          </text>
        </svg>
      </div>
    </ChartImage>
  );
}
