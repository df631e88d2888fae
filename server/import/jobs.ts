import type { Bilingual } from '../../domain/language.ts';
import type { Reading } from '../../domain/records/import-shapes.ts';
import type { Kind } from '../../domain/records/kinds.ts';
import type { Arrival } from './read-ahead.ts';
import type { StopFlag } from './stop-flag.ts';

/** What the worker can be asked to do. */
export type Job =
  | {
      readonly task: 'inspect';
      readonly filePath: string;
      readonly kind: Kind;
      readonly reading: Partial<Reading>;
    }
  | { readonly task: 'validate'; readonly importId: number }
  | { readonly task: 'commit'; readonly importId: number; readonly skipInvalid: boolean }
  | { readonly task: 'settle' }
  | { readonly task: 'undo'; readonly importId: number };

/** What the worker is told beside its jobs, and answers nothing to. */
export interface Notice {
  readonly arrival: Arrival;
}

/** An error as it crosses the border between threads. */
export interface SentError {
  /** Null for an error that nobody foresaw. */
  readonly code: string | null;
  readonly message: string | Bilingual;
  readonly details?: unknown;
}

/** What the worker says about the job it was given. */
export type Report =
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly error: SentError };

/** What the worker is started with. */
export interface WorkerSetup {
  readonly databasePath: string;
  readonly uploadsFolder: string;
  /** Up where the job at work is to stop. */
  readonly flag: StopFlag;
}
