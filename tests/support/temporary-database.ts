import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForWriting } from '../../server/store/sqlite/open.ts';
import { openStore, type SqliteStore } from '../../server/store/sqlite/store.ts';

export interface TemporaryDatabase {
  readonly path: string;
  readonly folder: string;
  readonly store: SqliteStore;
  /** Runs SQL statements on a writing handle of their own. */
  write(statements: (handle: ReturnType<typeof openForWriting>) => void): void;
  remove(): void;
}

/** A migrated database file in a folder of its own. */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'talentbridge-'));
  const path = join(folder, 'test.db');
  const store = await openStore(path);
  return {
    path,
    folder,
    store,
    write: (statements) => {
      const handle = openForWriting(path, 5000);
      statements(handle);
      handle.close();
    },
    remove: () => {
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
