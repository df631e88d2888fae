import { useInViewport } from '@mantine/hooks';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { useFetching } from './fetching.tsx';
import { Held } from './held.tsx';

interface DrawnProps {
  /** Whether what is shown stands in for something newer, which then is shown at once. */
  readonly hold: boolean;
  readonly children: ReactNode;
}

/**
 * A panel's data. What is in the window is drawn at once; what is out of it keeps its last state, marked as busy, until
 * the answers of the page are there and the window is painted.
 */
export function Drawn({ hold, children }: DrawnProps) {
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const fetching = useFetching();
  // Together, so that the end of the waiting is no more urgent than what was waited for.
  const later = useDeferredValue(useMemo(() => ({ children, fetching }), [children, fetching]));
  const waits = !inViewport && (fetching || later.fetching);
  const shown = inViewport ? children : later.children;
  return (
    <div
      ref={ref}
      className={hold ? 'panel-data stale' : 'panel-data'}
      aria-busy={hold || waits || shown !== children}
    >
      <Held hold={hold || waits}>{shown}</Held>
    </div>
  );
}
