interface RangeBarProps {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** What the ends of the bar's line stand for. */
  readonly scale: { readonly low: number; readonly high: number };
  /** In pixels; as wide as its place where it is left out. */
  readonly width?: number;
}

const HEIGHT = 14;

/** An interval with its middle on a scale that several share. The text beside it says the numbers. */
export function RangeBar({ low, middle, high, scale, width }: RangeBarProps) {
  const span = scale.high - scale.low || 1;
  const at = (value: number) => `${3 + (94 * (value - scale.low)) / span}%`;
  const line = HEIGHT / 2;
  return (
    <svg
      width={width ?? '100%'}
      height={HEIGHT}
      aria-hidden="true"
      focusable="false"
      className="range-bar"
    >
      <line x1="3%" x2="97%" y1={line} y2={line} stroke="var(--chart-grid)" strokeWidth={2} />
      <line
        x1={at(low)}
        x2={at(high)}
        y1={line}
        y2={line}
        stroke="var(--chart-accent)"
        strokeOpacity={0.45}
        strokeWidth={6}
        strokeLinecap="round"
      />
      <circle cx={at(middle)} cy={line} r={4} fill="var(--chart-accent)" />
    </svg>
  );
}
