import type { ImportStore } from '../import-ports.ts';
import { nameDirectory } from './directory.ts';
import { hireWriter } from './hire-writer.ts';
import { idlessHires } from './idless-hires.ts';
import { changeLog } from './imports-changes.ts';
import { importLog } from './imports-log.ts';
import { keyedWriter } from './keyed-writer.ts';
import { openForWriting } from './open.ts';
import { buildIdentities, foldLongLog, settle } from './postponed-indexes.ts';
import { transactions } from './transactions.ts';

const WORKER_CACHE_KIB = 65_536;

/**
 * Opens a database of the current schema for imports.
 * @param busyTimeout milliseconds to wait for another writer: 0 on the main thread, where waiting is
 *   `retryWhileBusy`; more in a worker.
 */
export function openImportStore(path: string, busyTimeout: number): ImportStore {
  const connection = openForWriting(path, busyTimeout);
  // A worker writes whole files: what it touches again and again has to fit.
  if (busyTimeout > 0) connection.pragma(`cache_size = -${WORKER_CACHE_KIB}`);
  const version = connection.prepare<[], { value: number }>('SELECT value FROM version');
  return {
    log: importLog(connection),
    directory: nameDirectory(connection),
    hires: hireWriter(connection),
    idless: idlessHires(connection),
    keyed: keyedWriter(connection),
    changes: changeLog(connection),
    version: () => version.get()?.value ?? 0,
    ...transactions(connection),
    prepareIdentities: () => buildIdentities(connection),
    foldLongLog: () => foldLongLog(connection),
    settle: () => settle(connection),
    close: () => {
      connection.close();
    },
  };
}
