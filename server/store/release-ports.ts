import type { Day } from '../../domain/dates.ts';
import type { HireMeasureId } from '../../domain/measures.ts';

/** One hire as the protection of releases needs it: to whom it belongs, and what counts it. */
export interface CountedPerson {
  /** The same for the same person in every state of the data; no id that anybody else knows. */
  readonly identity: string;
  readonly school: number;
  readonly college: number | null;
  readonly major: number;
  readonly year: number;
  readonly degree: string | null;
  /** By the order of the measures asked for. */
  readonly counted: readonly boolean[];
  /** Days from the start to the end of sight, and whether that was leaving; null where tenure is not known. */
  readonly tenure: { readonly days: number; readonly left: boolean } | null;
  /** First-year pay in minor units. */
  readonly salary: number | null;
}

/** Everybody hired by a day, by the engine's own expressions. */
export interface PeopleReader {
  people(
    asOf: Day,
    measures: readonly HireMeasureId[],
  ): Promise<{ readonly version: number; readonly people: CountedPerson[] }>;
}

/** A release without its tables. */
export interface ReleaseEntry {
  readonly id: number;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly version: number;
  readonly asOf: Day;
  /** JSON of what holds for all of its parts. */
  readonly head: string;
}

/** What one school, or one college, gets of a release. */
export interface ReleasePart {
  readonly schoolId: number;
  readonly collegeId: number | null;
  /** JSON. */
  readonly content: string;
}

export interface NewRelease {
  readonly publishedAt: string;
  readonly publishedBy: string | null;
  readonly version: number;
  readonly asOf: Day;
  readonly head: string;
  readonly parts: readonly ReleasePart[];
  /** What later releases are compared with; nobody but the server reads it. */
  readonly evidence: Buffer;
}

/** Releases in the database: added and withdrawn, never changed. They are no data: the version does not move. */
export interface ReleaseStore {
  /** Newest first. */
  list(): ReleaseEntry[];
  get(id: number): ReleaseEntry | null;
  part(releaseId: number, schoolId: number, collegeId: number | null): string | null;
  /** Of which schools and colleges a release has parts. */
  partsOf(releaseId: number): Omit<ReleasePart, 'content'>[];
  evidence(id: number): Buffer;
  /**
   * Adds a release, after a last look at what there is in the same transaction.
   * @param refuse throws where the release must not be added.
   */
  add(release: NewRelease, refuse: (existing: readonly ReleaseEntry[]) => void): number;
  withdraw(id: number, at: string, by: string | null): void;
  close(): void;
}
