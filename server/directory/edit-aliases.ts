import { AppError } from '../../domain/errors.ts';
import { normalize } from '../import/normalize.ts';
import type { ListedEntry } from '../store/directory-ports.ts';
import type { DirectoryKind } from '../store/import-ports.ts';
import { chineseName, entryOf, writeTo, type DirectoryContext } from './context.ts';
import { otherOf } from './shared-names.ts';

/**
 * Adds a name that files may say. One that the entry has already changes nothing.
 * @throws AppError `not_found`; `conflict` where the name stands for another entry: it would then stand for neither.
 */
export function addAlias(
  context: DirectoryContext,
  kind: DirectoryKind,
  id: number,
  alias: string,
): Promise<ListedEntry> {
  const { store } = context;
  return writeTo(context, () => {
    const entries = store.entries(kind);
    entryOf(entries, kind, id);
    const other = otherOf(kind, entries, [id], alias);
    if (other !== null) {
      throw new AppError(
        'conflict',
        {
          en: `“${alias}” already stands for ${other.name}; with two meanings no file could use it. If the two are the same, merge them; otherwise take it away there first.`,
          zh: `“${alias}”已经是“${chineseName(other)}”的名称，若有两种含义，文件中将无法识别。如果两者相同，请合并；否则请先在那里删除。`,
        },
        { id: other.id },
      );
    }
    store.addAlias(kind, id, alias, normalize(alias));
    return entryOf(store.entries(kind), kind, id);
  });
}

/** Takes a name away. Throws AppError `not_found` for an entry or an alias that is not there. */
export function removeAlias(
  context: DirectoryContext,
  kind: DirectoryKind,
  id: number,
  alias: string,
): Promise<ListedEntry> {
  const { store } = context;
  return writeTo(context, () => {
    const entry = entryOf(store.entries(kind), kind, id);
    if (!store.removeAlias(kind, id, normalize(alias))) {
      throw new AppError('not_found', {
        en: `${entry.name} has no alias “${alias}”.`,
        zh: `“${chineseName(entry)}”没有别名“${alias}”。`,
      });
    }
    return entryOf(store.entries(kind), kind, id);
  });
}
