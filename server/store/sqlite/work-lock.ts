import { existsSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { isBusy } from './retry.ts';

// Shows other processes that one is at work. The operating system takes such a lock away with its process, however
// that ended.

/** Tries to take the lock that a file stands for; null where somebody has it. */
function tryLock(path: string): Sqlite.Database | null {
  const connection = new Sqlite(path, { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
    return connection;
  } catch (error) {
    connection.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

/** Takes a lock until the function it answers is called; does nothing where somebody has it already. */
export function holdLock(path: string): () => void {
  const held = tryLock(path);
  return () => {
    if (held === null) return;
    held.close();
    rmSync(path, { force: true });
  };
}

/** Whether a process that lives, this one or another, holds a lock. */
export function isLocked(path: string): boolean {
  if (!existsSync(path)) return false;
  const free = tryLock(path);
  free?.close();
  return free === null;
}
