import { z } from 'zod';

const RUNNING = ['validating', 'committing'];

const progressSchema = z.object({
  status: z.string(),
  done: z.number(),
  total: z.number(),
  percent: z.number(),
  remainingSeconds: z.number().nullable(),
});

/** How many rows a running import has done of how many, and how long the rest may take. */
export type ImportProgress = Omit<z.infer<typeof progressSchema>, 'status'>;

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
