import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ImportStatus } from '../../../domain/records/import-shapes.ts';
import { forgetFigures } from './forget-figures.ts';

/** Has every figure asked again when the import on the page turns out to be committed. */
export function useForgetOnCommit(status: ImportStatus | undefined): void {
  const cache = useQueryClient();
  const before = useRef(status);
  useEffect(() => {
    const wasOpen = before.current !== undefined && before.current !== 'committed';
    before.current = status;
    if (wasOpen && status === 'committed') void forgetFigures(cache);
  }, [cache, status]);
}
