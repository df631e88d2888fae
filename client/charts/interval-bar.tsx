interface IntervalBarProps {
  /** All three as proportions, 0 to 1. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const WIDTH = 96;
const HEIGHT = 14;

/** A proportion as a dot on its 95 % interval, on a line from 0 to 100 %. The text beside it says the numbers. */
export function IntervalBar({ value, low, high }: IntervalBarProps) {
  const middle = HEIGHT / 2;
  const at = (proportion: number) => 4 + proportion * (WIDTH - 8);
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
      focusable="false"
      className="interval-bar"
    >
      <line
        x1={at(0)}
        x2={at(1)}
        y1={middle}
        y2={middle}
        stroke="var(--chart-grid)"
        strokeWidth={2}
      />
      <line
        x1={at(low)}
        x2={at(high)}
        y1={middle}
        y2={middle}
        stroke="var(--chart-accent)"
        strokeOpacity={0.45}
        strokeWidth={6}
        strokeLinecap="round"
      />
      <circle cx={at(value)} cy={middle} r={4} fill="var(--chart-accent)" />
    </svg>
  );
}
