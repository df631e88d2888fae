import type { ReactNode, Ref } from 'react';
import './charts.css';

interface ChartImageProps {
  /** What the chart shows and where its numbers are to be read, in a sentence. */
  readonly label: string;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** A chart as one picture to those who do not see it: its table twin and legend are their way in. */
export function ChartImage({ label, ref, children }: ChartImageProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> cannot hold a drawing that reacts
    <div role="img" aria-label={label} ref={ref}>
      {children}
    </div>
  );
}
