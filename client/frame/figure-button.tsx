import { use, type ReactNode } from 'react';
import type { Unit } from '../../domain/metrics/metric.ts';
import type { Figure } from '../api/figures.ts';
import { ExplainContext, type Explanation } from './explain-context.ts';

interface FigureButtonProps {
  readonly figure: Figure;
  readonly unit: Unit;
  readonly explain: Explanation | undefined;
  readonly children: ReactNode;
}

/** A figure that explains itself when it is chosen; plain where nothing can explain it. */
export function FigureButton({ figure, unit, explain, children }: FigureButtonProps) {
  const explainer = use(ExplainContext);
  if (explainer === null || explain === undefined) return children;
  return (
    <button
      type="button"
      className="figure-button"
      title={explainer.hint}
      aria-haspopup="dialog"
      onClick={(event) =>
        explainer.open({ figure, unit, of: explain, anchor: event.currentTarget })
      }
    >
      {children}
    </button>
  );
}
