import { createHash } from 'node:crypto';
import { isoFromDay } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import type { ReleasedPart, ReleaseHead } from '../../domain/releases/release.ts';
import type { ReleaseRules } from '../../domain/releases/rules.ts';
import type { Scope } from '../../domain/scope.ts';
import type { State } from '../store/ports.ts';
import type { ReleaseEntry } from '../store/release-ports.ts';
import { openReleaseStore } from '../store/sqlite/release-store.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import { draftInThread, type ThreadWork } from './draft-in-thread.ts';
import type { Draft } from './jobs.ts';
import { possibleFrom, refuseTooEarly } from './next-release.ts';

/** Whose part of a release. */
export interface PartOwner {
  readonly schoolId: number;
  readonly collegeId: number | null;
}

/** A part of a published release. */
export interface PublishedPart {
  readonly entry: ReleaseEntry;
  readonly head: ReleaseHead;
  readonly part: ReleasedPart;
}

/** What somebody saw of a preview: the data's version, and the tag of the whole. */
export interface Previewed {
  readonly version?: number | undefined;
  readonly tag?: string | undefined;
}

/** A draft, and a tag that is another one as soon as it could be another draft. */
export interface TaggedDraft extends Draft {
  readonly tag: string;
}

/** A published release as a whole. */
export interface PublishedRelease {
  readonly entry: ReleaseEntry;
  readonly head: ReleaseHead;
  /** A school's before those of its colleges. */
  readonly parts: readonly ReleasedPart[];
}

/** Releases to deans. Every verb throws an AppError for what a person can mend. */
export interface Releases {
  /** Newest first. */
  list(): ReleaseEntry[];
  /** The newest one that was not withdrawn. */
  current(): ReleaseEntry | null;
  /** The first day on which another one is possible, ISO; null where any day is. */
  possibleFrom(): string | null;
  /** A part of the current release; null where there is no release, or no such part in it. */
  part(owner: PartOwner): PublishedPart | null;
  /**
   * Every part of the current release, a school's before those of its colleges.
   * @throws AppError `not_found` where there is no release.
   */
  parts(): PublishedPart[];
  /**
   * Every part of any release, withdrawn ones too.
   * @throws AppError `not_found` where there is no such release.
   */
  published(id: number): PublishedRelease;
  /** What would be published now; remembered until data, settings or releases move. */
  preview(): Promise<TaggedDraft>;
  /** @param seen what was previewed; where it would be another by now, it is refused. */
  publish(by: string | null, seen?: Previewed): Promise<ReleaseEntry>;
  withdraw(id: number, by: string | null): Promise<ReleaseEntry>;
  close(): Promise<void>;
}

export interface ReleasesSetup {
  readonly databasePath: string;
  /** ISO 4217; a release keeps the one of its day. */
  readonly currency: () => string;
  readonly scope: Scope;
  /** The data's state now. */
  readonly state: () => Promise<State>;
  /** How figures are protected now; a release keeps the rules of its day. */
  readonly rules: () => ReleaseRules;
  readonly now?: () => Date;
}

/** Opens the releases of an existing database of the current schema. */
export function createReleases({
  databasePath,
  currency,
  scope,
  state,
  rules,
  now = () => new Date(),
}: ReleasesSetup): Releases {
  const store = openReleaseStore(databasePath);
  let working: { readonly of: string; readonly work: ThreadWork } | null = null;

  const get = (id: number): ReleaseEntry => {
    const entry = store.get(id);
    if (entry === null) {
      throw new AppError('not_found', {
        en: `There is no release ${id}.`,
        zh: `没有编号为 ${id} 的发布。`,
      });
    }
    return entry;
  };
  const current = (): ReleaseEntry | null =>
    store.list().find(({ withdrawnAt }) => withdrawnAt === null) ?? null;

  const preview = async (): Promise<TaggedDraft> => {
    const seen = store.list().map(({ id, withdrawnAt }) => [id, withdrawnAt]);
    const by = rules();
    const of = JSON.stringify([await state(), by, seen]);
    if (working?.of !== of) {
      void working?.work.end();
      working = { of, work: draftInThread({ databasePath, rules: by, scope }) };
    }
    const { work } = working;
    try {
      return { ...(await work.result), tag: createHash('sha256').update(of).digest('base64url') };
    } catch (error) {
      // Data or releases moved meanwhile, and somebody asked for the draft of that: it is the one to wait for.
      if (working !== null && working.work !== work) return preview();
      working = null;
      throw error;
    }
  };

  const publish = async (by: string | null, wanted: Previewed = {}): Promise<ReleaseEntry> => {
    refuseTooEarly(store.list(), rules(), now().toISOString());
    const draft = await preview();
    if (
      (wanted.version ?? draft.version) !== draft.version ||
      (wanted.tag ?? draft.tag) !== draft.tag
    ) {
      throw new AppError('conflict', {
        en: 'The data or the settings have changed since the preview. Look at the preview again, then publish.',
        zh: '预览之后数据或设置已发生变化。请重新查看预览后再发布。',
      });
    }
    if (draft.parts.length === 0) {
      throw new AppError('unusable', {
        en: 'There is no school yet to publish for. Import hires or schools first.',
        zh: '尚无可发布的学校。请先导入入职记录或学校。',
      });
    }
    const publishedAt = now().toISOString();
    const head: ReleaseHead = { rules: draft.rules, currency: currency() };
    const id = await retryWhileBusy(() =>
      store.add(
        {
          publishedAt,
          publishedBy: by,
          version: draft.version,
          asOf: draft.asOf,
          head: JSON.stringify(head),
          evidence: Buffer.from(draft.evidence),
          parts: draft.parts.map((part) => ({
            schoolId: part.scope.school.id,
            collegeId: part.scope.college?.id ?? null,
            content: JSON.stringify(part),
          })),
        },
        (existing) => {
          refuseTooEarly(existing, draft.rules, publishedAt);
          if ((existing[0]?.id ?? null) !== draft.after) {
            throw new AppError('conflict', {
              en: 'Somebody else has published meanwhile. Look at the list of releases.',
              zh: '其间已有他人发布。请查看发布列表。',
            });
          }
        },
      ),
    );
    return get(id);
  };

  const part = ({ schoolId, collegeId }: PartOwner): PublishedPart | null => {
    const entry = current();
    const content = entry === null ? null : store.part(entry.id, schoolId, collegeId);
    if (entry === null || content === null) return null;
    // Both were written by `publish`, and the database lets nobody change them.
    return {
      entry,
      head: JSON.parse(entry.head) as ReleaseHead,
      part: JSON.parse(content) as ReleasedPart,
    };
  };

  const published = (id: number): PublishedRelease => {
    const entry = get(id);
    return {
      entry,
      head: JSON.parse(entry.head) as ReleaseHead,
      parts: store.partsOf(id).flatMap((owner) => {
        const content = store.part(id, owner.schoolId, owner.collegeId);
        return content === null ? [] : [JSON.parse(content) as ReleasedPart];
      }),
    };
  };

  return {
    list: () => store.list(),
    current,
    possibleFrom: () => {
      const day = possibleFrom(store.list(), rules());
      return day === null ? null : isoFromDay(day);
    },
    part,
    parts: () => {
      const entry = current();
      if (entry === null) {
        throw new AppError('not_found', {
          en: 'Nothing has been published yet.',
          zh: '尚未发布任何内容。',
        });
      }
      const { head, parts } = published(entry.id);
      return parts.map((one) => ({ entry, head, part: one }));
    },
    published,
    preview,
    publish,
    withdraw: (id, by) =>
      retryWhileBusy(() => {
        if (get(id).withdrawnAt !== null) {
          throw new AppError('conflict', {
            en: `Release ${id} has been withdrawn already.`,
            zh: `编号为 ${id} 的发布已经撤回。`,
          });
        }
        store.withdraw(id, now().toISOString(), by);
        return get(id);
      }),
    close: async () => {
      await working?.work.end();
      store.close();
    },
  };
}
