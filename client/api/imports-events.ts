import { z } from 'zod';

const RUNNING = ['validating', 'committing'];

const progressSchema = z.object({ status: z.string(), done: z.number(), total: z.number() });

/** How many steps of how many a running import has done. */
export type ImportProgress = Pick<z.infer<typeof progressSchema>, 'done' | 'total'>;

interface Watcher {
  readonly onProgress: (progress: ImportProgress) => void;
  /** The import is done, has failed, or is not at work (yet): its state is worth asking for. */
  readonly onChange: () => void;
  /** No more events will come, though the import may still run. */
  readonly onLost: () => void;
}

/** Follows a running import by the server's events; answers how to stop. */
export function watchImport(id: number, { onProgress, onChange, onLost }: Watcher): () => void {
  const source = new EventSource(`/api/imports/${id}/events`);
  const end = () => {
    source.close();
    onChange();
  };
  source.addEventListener('progress', (event: MessageEvent<string>) => {
    const progress = progressSchema.parse(JSON.parse(event.data));
    if (RUNNING.includes(progress.status)) onProgress(progress);
    else onChange();
  });
  source.addEventListener('done', end);
  source.addEventListener('failed', end);
  source.addEventListener('error', () => {
    source.close();
    onLost();
  });
  return () => source.close();
}
