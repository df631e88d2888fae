import type { ImportStatus, Result } from '../../domain/records/import-shapes.ts';

/** Rows read so far, in all passes over a file, and how many that will be. */
export interface Done {
  readonly done: number;
  readonly total: number;
}

/** What happens to an import that somebody watches. */
export type ImportEvent =
  | ({ readonly event: 'progress'; readonly status: ImportStatus } & Done)
  | { readonly event: 'done'; readonly result: Result | null }
  | { readonly event: 'failed'; readonly code: string; readonly message: string };

/** Who watches which import, and how far each running one is. */
export interface Watchers {
  progressOf(id: number): Done | null;
  tell(id: number, event: ImportEvent): void;
  /** Answers how to stop watching. */
  watch(id: number, listener: (event: ImportEvent) => void): () => void;
}

const AT_WORK: readonly ImportStatus[] = ['validating', 'committing'];

/** Keeps watchers in memory: they end with the process. */
export function importWatchers(): Watchers {
  const listeners = new Map<number, Set<(event: ImportEvent) => void>>();
  const progress = new Map<number, Done>();
  return {
    progressOf: (id) => progress.get(id) ?? null,
    tell: (id, event) => {
      const running = event.event === 'progress' && AT_WORK.includes(event.status);
      if (running) progress.set(id, { done: event.done, total: event.total });
      else progress.delete(id);
      for (const listener of listeners.get(id) ?? []) listener(event);
    },
    watch: (id, listener) => {
      const all = listeners.get(id) ?? new Set();
      listeners.set(id, all.add(listener));
      return () => {
        all.delete(listener);
        if (all.size === 0) listeners.delete(id);
      };
    },
  };
}
