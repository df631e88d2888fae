import type { Day } from '../../domain/dates.ts';
import type { ReleasedPart } from '../../domain/releases/release.ts';
import type { ReleaseRules } from '../../domain/releases/rules.ts';
import type { Scope } from '../../domain/scope.ts';

/** What a thread needs to draft a release. */
export interface DraftJob {
  readonly databasePath: string;
  readonly rules: ReleaseRules;
  readonly scope: Scope;
}

/** A drafted release on its way out of the thread, its evidence packed. */
export interface Draft {
  readonly version: number;
  readonly asOf: Day;
  /** By which it is protected. */
  readonly rules: ReleaseRules;
  readonly parts: readonly ReleasedPart[];
  readonly evidence: Uint8Array;
  /** How often a group of few people could not be shown to be safe, with nothing left to withhold. */
  readonly unsafe: number;
  /** The newest release that the draft was compared with; null for none. */
  readonly after: number | null;
}

/** What the thread answers: the draft, or why there is none. */
export type DraftReport =
  | { readonly type: 'done'; readonly draft: Draft }
  | { readonly type: 'failed'; readonly message: string };
