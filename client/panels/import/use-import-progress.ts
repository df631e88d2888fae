import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { watchImport, type ImportProgress } from '../../api/imports-events.ts';

const POLL_MS = 1000;

/** The progress of a running import. Its state is asked again when it is over, and regularly where events fail. */
export function useImportProgress(id: number): ImportProgress | null {
  const cache = useQueryClient();
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  useEffect(() => {
    let timer: number | undefined;
    const refresh = () => void cache.invalidateQueries({ queryKey: ['imports'] });
    const stop = watchImport(id, {
      onProgress: setProgress,
      onChange: refresh,
      onLost: () => {
        timer ??= window.setInterval(refresh, POLL_MS);
      },
    });
    return () => {
      stop();
      window.clearInterval(timer);
    };
  }, [cache, id]);
  return progress;
}
