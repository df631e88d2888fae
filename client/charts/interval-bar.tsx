import { RangeBar } from './range-bar.tsx';

interface IntervalBarProps {
  /** All three as proportions, 0 to 1. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Where the line ends; what stands above it says so where that is not 1. */
  readonly top: number;
}

const WIDTH = 96;
/** A proportion as a dot on its 95 % interval, on a line from 0 to `top`. The text beside it says the numbers. */
export function IntervalBar({ value, low, high, top }: IntervalBarProps) {
  return (
    <span className="interval-bar">
      <RangeBar low={low} middle={value} high={high} scale={{ low: 0, high: top }} width={WIDTH} />
    </span>
  );
}
