import {
  confirmedOn,
  confirmationsOf,
  isSamePromise,
} from '../../domain/cooperation/confirmations.ts';
import { promisesOf, promisesText, type Promised } from '../../domain/cooperation/promises.ts';
import { isoFromDay, today } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import type { Actor } from '../store/audit-ports.ts';
import type { LedgerReader, LedgerStore } from '../store/ledger-ports.ts';
import { auditValues, entryFor, writeTo, type Expected, type Outcome } from './context.ts';

/** A promise as somebody names it: by its words. */
export type NamedPromise = Pick<Promised, 'due_on' | 'owner' | 'text'>;

/**
 * Notes that the school confirms a promise as kept, if nobody changed the entry since the revision that was read: it
 * counts as kept from then on. One that the school confirmed before stays as it is.
 * @throws AppError `not_found` for an entry that one may not see, or a promise that it does not hold.
 */
export function confirmPromise(
  store: LedgerStore,
  reader: LedgerReader,
  {
    id,
    expected,
    promise,
    by,
  }: {
    readonly id: number;
    readonly expected: Expected;
    readonly promise: NamedPromise;
    readonly by: Actor;
  },
): Promise<Outcome> {
  return writeTo(store, (): Outcome => {
    const seen = entryFor(store, id, reader);
    if (expected !== 'any' && expected !== seen.revision) return { kind: 'stale', current: seen };
    const before = store.whole(id);
    if (before === null) throw new RangeError(`Entry ${id} was seen and is not there`);
    const promises = promisesOf(before.promises);
    const found = promises.find((one) => isSamePromise(one, promise));
    if (found === undefined) {
      throw new AppError('not_found', {
        en: `“${before.title}” holds no such promise. Read it again: its words may have changed.`,
        zh: `“${before.title}”中没有该承诺，内容可能已修改，请重新读取。`,
      });
    }
    if (found.done && confirmedOn(found, confirmationsOf(before.confirmed)) !== null) {
      return { kind: 'done', entry: seen };
    }
    store.change({
      ...before,
      promises: promisesText(
        promises.map((one) => (isSamePromise(one, promise) ? { ...one, done: true } : one)),
      ),
      revision: before.revision + 1,
      import_id: null,
    });
    store.confirm(id, found, isoFromDay(today()));
    store.audit.add({
      by,
      action: 'confirm',
      kind: 'cooperation',
      recordId: id,
      label: before.title,
      before: auditValues(store, before),
      after: auditValues(store, store.whole(id) ?? before),
    });
    return { kind: 'done', entry: entryFor(store, id, reader) };
  });
}
