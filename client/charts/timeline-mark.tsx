/** A bar over time; an open side is null. All times are days. */
export interface ChartBar {
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly row: number;
  readonly title: string;
  /** Drawn as an outline: planned, or cancelled where it is crossed out too. */
  readonly look: 'full' | 'planned' | 'cancelled';
}

const BAR = 8;
const FADE_STEPS = 6;
const FADE = 42;

interface TimelineMarkProps {
  readonly bar: ChartBar;
  readonly color: string;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly onPick: (id: string) => void;
}

/** One bar; a side without a date fades away in steps. */
export function TimelineMark({ bar, color, x1, x2, y, onPick }: TimelineMarkProps) {
  const isPoint = x2 - x1 < BAR;
  const width = isPoint ? BAR : x2 - x1;
  const fadesLeft = bar.from === null;
  const fadesRight = bar.to === null;
  const fade = Math.min(FADE, width / ((fadesLeft ? 1 : 0) + (fadesRight ? 1 : 0) + 1));
  const start = isPoint ? (x1 + x2 - BAR) / 2 : x1;
  const solid = {
    x: start + (fadesLeft ? fade : 0),
    width: width - (fadesLeft ? fade : 0) - (fadesRight ? fade : 0),
  };
  const outline =
    bar.look === 'full'
      ? { fill: color }
      : {
          fill: 'var(--panel-background)',
          stroke: color,
          strokeWidth: 1.5,
          ...(bar.look === 'cancelled' ? { strokeDasharray: '2 2' } : {}),
        };
  const steps = Array.from({ length: FADE_STEPS }, (_, step) => step);
  const part = fade / FADE_STEPS;
  return (
    <g className="pickable timeline-mark" onClick={() => onPick(bar.id)}>
      <title>{bar.title}</title>
      {fadesLeft
        ? steps.map((step) => (
            <rect
              key={`l${step}`}
              x={start + step * part}
              width={part}
              y={y}
              height={BAR}
              fill={color}
              opacity={(step + 0.5) / FADE_STEPS}
            />
          ))
        : null}
      <rect {...solid} y={y} height={BAR} rx={isPoint ? BAR / 2 : 1} {...outline} />
      {fadesRight
        ? steps.map((step) => (
            <rect
              key={`r${step}`}
              x={start + width - fade + step * part}
              width={part}
              y={y}
              height={BAR}
              fill={color}
              opacity={1 - (step + 0.5) / FADE_STEPS}
            />
          ))
        : null}
    </g>
  );
}
