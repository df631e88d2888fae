import './frame.css';
import type { ReactNode } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly maxHeight?: string;
  readonly children: ReactNode;
}

/** A place that scrolls by itself where its content is wider than the page; the keyboard reaches it. */
export function ScrollRegion({ label, maxHeight, children }: ScrollRegionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else the keyboard cannot scroll it
    <section className="scroll-region" aria-label={label} tabIndex={0} style={{ maxHeight }}>
      {children}
    </section>
  );
}
