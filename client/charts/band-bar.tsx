interface BandBarProps {
  /** Both as proportions, 0 to 1. */
  readonly low: number;
  readonly high: number;
  readonly color: string;
}

const WIDTH = 120;
const HEIGHT = 12;
const LEAST = 3;

/** A band of a proportion on a line from 0 to 100 %. It has no middle: nobody is told where in it the rate lies. */
export function BandBar({ low, high, color }: BandBarProps) {
  const start = low * WIDTH;
  const width = Math.max(LEAST, (high - low) * WIDTH);
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false" className="band-bar">
      <line
        x1={0}
        x2={WIDTH}
        y1={HEIGHT / 2}
        y2={HEIGHT / 2}
        stroke="var(--chart-grid)"
        strokeWidth={2}
      />
      <rect
        x={Math.min(start, WIDTH - width)}
        y={1}
        width={width}
        height={HEIGHT - 2}
        rx={2}
        fill={color}
      />
    </svg>
  );
}
