/** How many rows of how many a running import has done. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

interface Watcher {
  readonly onProgress: (progress: ImportProgress) => void;
  /** The import is done or has failed. */
  readonly onOver: () => void;
  /** No more events will come, though the import may still run. */
  readonly onLost: () => void;
}

/** Follows a running import by the server's events; answers how to stop. */
export function watchImport(id: number, { onProgress, onOver, onLost }: Watcher): () => void {
  const source = new EventSource(`/api/imports/${id}/events`);
  const over = () => {
    source.close();
    onOver();
  };
  source.addEventListener('progress', (event: MessageEvent<string>) => {
    const progress = progressOf(event.data);
    if (progress !== null) onProgress(progress);
  });
  source.addEventListener('done', over);
  source.addEventListener('failed', over);
  source.addEventListener('error', () => {
    source.close();
    onLost();
  });
  return () => source.close();
}

function progressOf(text: string): ImportProgress | null {
  const told: unknown = JSON.parse(text);
  if (typeof told !== 'object' || told === null || !('done' in told) || !('total' in told))
    return null;
  const { done, total } = told;
  return typeof done === 'number' && typeof total === 'number' ? { done, total } : null;
}
