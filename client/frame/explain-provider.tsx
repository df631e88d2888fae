import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { ExplainContext, type Explained, type Explainer } from './explain-context.ts';

const ExplainPopover = lazy(async () => {
  const { ExplainPopover: component } = await import('./explain-popover.tsx');
  return { default: component };
});

/** Shows the explanation of one figure of the page at a time, beside it. It closes when the page changes. */
export function ExplainProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const address = useRouterState({ select: ({ location }) => location.href });
  const [state, setState] = useState<{ shown: Explained; address: string } | null>(null);
  const explainer = useMemo(
    (): Explainer => ({
      hint: t('explain.open'),
      open: (next) =>
        setState((now) =>
          now?.shown.anchor === next.anchor ? null : { shown: next, address: window.location.href },
        ),
    }),
    [t],
  );
  const shown = state?.address === new URL(address, window.location.href).href ? state.shown : null;
  const close = () => {
    shown?.anchor.focus({ preventScroll: true });
    setState(null);
  };
  return (
    <ExplainContext value={explainer}>
      {children}
      {shown === null ? null : (
        <Suspense fallback={null}>
          <ExplainPopover shown={shown} onClose={close} />
        </Suspense>
      )}
    </ExplainContext>
  );
}
