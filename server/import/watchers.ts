import type { ErrorCode } from '../../domain/errors.ts';
import type { ImportStatus, Result } from '../../domain/records/import-shapes.ts';
import type { Refusal } from '../../domain/records/refusals.ts';

/** How far work on an import is. */
export interface Done {
  /** Rows of the file that are done, and all of them. A commit goes over them twice: half of the way is half of the rows. */
  readonly done: number;
  readonly total: number;
  /** Whole percent; 100 is reached with the end only. */
  readonly percent: number;
  /** Whole seconds; null as long as that would be a guess. */
  readonly remainingSeconds: number | null;
}

/** What happens to an import that somebody watches. */
export type ImportEvent =
  | ({ readonly event: 'progress'; readonly status: ImportStatus } & Done)
  | { readonly event: 'done'; readonly result: Result | null }
  | { readonly event: 'failed'; readonly code: ErrorCode; readonly why: Refusal };

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
      if (event.event === 'progress' && AT_WORK.includes(event.status)) {
        const { done, total, percent, remainingSeconds } = event;
        progress.set(id, { done, total, percent, remainingSeconds });
      } else progress.delete(id);
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
