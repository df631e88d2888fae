import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { aboutOptions } from '../api/about.ts';
import { useViewState } from './use-view-state.ts';

/** Asks, with every change of the view, whether data or settings changed since: one request for all that is shown. */
export function useCurrentState(): void {
  const cache = useQueryClient();
  const { parameters } = useViewState();
  useEffect(() => {
    void cache.prefetchQuery(aboutOptions);
  }, [cache, parameters]);
}
