import type { DirectoryStore } from '../directory-ports.ts';
import { entryEdits } from './entry-edits.ts';
import { entryList } from './entry-list.ts';
import { mergeLog } from './merge-log.ts';
import { mergeObstacles } from './merge-obstacles.ts';
import { mergePerformer } from './merge-perform.ts';
import { mergeUndoer } from './merge-undo.ts';
import { openForWriting } from './open.ts';

/**
 * Opens a database of the current schema for keeping the directory. Writes answer SQLITE_BUSY at once while another
 * writer is at work: wait with `retryWhileBusy`.
 */
export function openDirectoryStore(path: string): DirectoryStore {
  const connection = openForWriting(path, 0);
  const lists = {
    school: entryList(connection, 'school'),
    major: entryList(connection, 'major'),
  };
  const version = connection.prepare<[], { value: number }>('SELECT value FROM version');
  return {
    ...entryEdits(connection),
    merges: {
      ...mergeLog(connection),
      ...mergePerformer(connection),
      obstacles: mergeObstacles(connection),
      undo: mergeUndoer(connection),
    },
    entries: (kind) => lists[kind](),
    version: () => version.get()?.value ?? 0,
    write: (work) => connection.transaction(work).immediate(),
    read: (work) => connection.transaction(work).deferred(),
    close: () => {
      connection.close();
    },
  };
}
