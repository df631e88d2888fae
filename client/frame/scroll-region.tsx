import './frame.css';
import { useEffect, useRef, type ReactNode } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly maxHeight?: string;
  readonly children: ReactNode;
}

/** Marks a region while there is more of it to the right, and answers how to end that. */
function markMore(region: HTMLElement): () => void {
  const mark = (): void => {
    const hidden = region.scrollWidth - region.clientWidth - region.scrollLeft;
    // Half a pixel is a rounding, no text.
    region.toggleAttribute('data-more', hidden > 1);
  };
  const observer = new ResizeObserver(mark);
  observer.observe(region);
  for (const child of region.children) observer.observe(child);
  region.addEventListener('scroll', mark, { passive: true });
  return () => {
    observer.disconnect();
    region.removeEventListener('scroll', mark);
  };
}

/** A place that scrolls by itself where its content is wider than the page; the keyboard reaches it. */
export function ScrollRegion({ label, maxHeight, children }: ScrollRegionProps) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => (ref.current === null ? undefined : markMore(ref.current)), []);
  return (
    <section
      ref={ref}
      className="scroll-region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else the keyboard cannot scroll it
      tabIndex={0}
      style={{ maxHeight }}
    >
      {children}
    </section>
  );
}
