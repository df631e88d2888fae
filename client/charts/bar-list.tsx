import { useElementSize } from '@mantine/hooks';
import type { Picks } from '../frame/picks.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';
import { drawnSize } from './drawn-size.ts';
import { pickHandlers } from './mark-handlers.ts';
import { barNames, widestText } from './name-axis.tsx';

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
const MARGIN = 4;
const GAP = 6;
/** The part of its row that a bar fills, and how many pixels it is high at most. */
const BAR = 0.8;
const MOST_BAR = 22;

/**
 * Counts as horizontal bars with their numbers, on one scale that begins at zero. It is drawn by hand: the library
 * puts every bar into the page anew when its number changes.
 */
export function BarList({ label, items, ...picks }: BarListProps) {
  const format = useFormatter();
  const { ref, width } = useElementSize();
  const fontSize = chartFontSize();
  const names = barNames(
    items.map((item) => item.label),
    WIDEST_NAME,
    fontSize,
  );
  const counts = items.map(({ value }) => format.count(value));
  const room = Math.max(0, width - names.width - widestText(counts, fontSize));
  const most = Math.max(0, ...items.map(({ value }) => value));
  const row = ROW * fontSize;
  const thick = Math.min(MOST_BAR, BAR * row);
  return (
    <ChartImage label={label} ref={ref}>
      <div className="drawn-chart">
        <svg
          width="100%"
          fontSize={fontSize}
          {...drawnSize(width, items.length * row + 2 * MARGIN)}
        >
          {items.map(({ id, value, pickable }, index) => {
            const middle = MARGIN + (index + 0.5) * row;
            const long = most === 0 ? 0 : (room * value) / most;
            return (
              <g key={id} fill="var(--mantine-color-text)">
                <text x={names.width - GAP} y={middle} dy="0.35em" textAnchor="end">
                  {names.names[index]}
                </text>
                {value === 0 ? null : (
                  <rect
                    x={names.width}
                    y={middle - thick / 2}
                    width={long}
                    height={thick}
                    rx={2}
                    fill="var(--chart-accent)"
                    className={pickable ? 'bar pickable' : 'bar'}
                    {...pickHandlers({ id, pickable }, picks)}
                  />
                )}
                <text x={names.width + long + GAP} y={middle} dy="0.35em">
                  {counts[index]}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
    </ChartImage>
  );
}
