import { useInViewport } from '@mantine/hooks';
import { useDeferredValue, type ReactNode } from 'react';
import { Held } from './held.tsx';

interface DrawnProps {
  /** Whether what is shown stands in for something newer, which then is shown at once. */
  readonly hold: boolean;
  readonly children: ReactNode;
}

/**
 * A panel's data. What is in the window is drawn at once; what is out of it keeps its last state, marked as busy, until
 * the window is painted.
 */
export function Drawn({ hold, children }: DrawnProps) {
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const later = useDeferredValue(children);
  const shown = inViewport ? children : later;
  return (
    <div
      ref={ref}
      className={hold ? 'panel-data stale' : 'panel-data'}
      aria-busy={hold || shown !== children}
    >
      <Held hold={hold}>{shown}</Held>
    </div>
  );
}
