import { RangeBar } from './range-bar.tsx';

interface IntervalBarProps {
  /** All three as proportions, 0 to 1. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const WIDTH = 96;
const WHOLE = { low: 0, high: 1 };

/** A proportion as a dot on its 95 % interval, on a line from 0 to 100 %. The text beside it says the numbers. */
export function IntervalBar({ value, low, high }: IntervalBarProps) {
  return (
    <span className="interval-bar">
      <RangeBar low={low} middle={value} high={high} scale={WHOLE} width={WIDTH} />
    </span>
  );
}
