import { memo, type ReactNode } from 'react';

interface HeldProps {
  /** Whether to keep what was shown last. */
  readonly hold: boolean;
  readonly children: ReactNode;
}

/**
 * Keeps what it shows as it is while that stands in for something newer: the same charts would be drawn twice for a
 * click, once to be dimmed.
 */
export const Held = memo(
  function Held({ children }: HeldProps) {
    return children;
  },
  (_, next) => next.hold,
);
