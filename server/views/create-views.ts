import { AppError } from '../../domain/errors.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import { openViewStore } from '../store/sqlite/view-store.ts';
import type { SavedView } from '../store/view-ports.ts';

/** Saved views. Every verb throws an AppError for what a person can mend. */
export interface Views {
  list(): SavedView[];
  save(view: Pick<SavedView, 'name' | 'path' | 'query'>): Promise<SavedView>;
  rename(id: number, name: string): Promise<SavedView>;
  /** Answers the view that is gone, so that it can be saved again. */
  remove(id: number): Promise<SavedView>;
  close(): void;
}

const MOST_VIEWS = 500;

/** A name as two names are compared: width, case and the space between words do not tell them apart. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/** Opens the saved views of an existing database of the current schema. */
export function createViews(databasePath: string): Views {
  const store = openViewStore(databasePath);
  const get = (id: number): SavedView => {
    const view = store.get(id);
    if (view === null) throw new AppError('not_found', `There is no view ${id}.`);
    return view;
  };
  const refuseTaken = (name: string, id: number | null): void => {
    const other = store.named(folded(name));
    if (other === null || other.id === id) return;
    throw new AppError(
      'conflict',
      `There is a view named “${other.name}” already. Give this one another name.`,
    );
  };
  return {
    list: () => store.list(),
    save: ({ name, path, query }) =>
      retryWhileBusy(() => {
        refuseTaken(name, null);
        if (store.list().length >= MOST_VIEWS) {
          throw new AppError('conflict', `There are ${MOST_VIEWS} views. Delete one first.`);
        }
        const createdAt = new Date().toISOString();
        return get(store.add({ name, folded: folded(name), path, query, createdAt }));
      }),
    rename: (id, name) =>
      retryWhileBusy(() => {
        get(id);
        refuseTaken(name, id);
        store.rename(id, name, folded(name));
        return get(id);
      }),
    remove: (id) =>
      retryWhileBusy(() => {
        const view = get(id);
        store.remove(id);
        return view;
      }),
    close: () => store.close(),
  };
}
