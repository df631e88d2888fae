import { existsSync, renameSync, rmSync } from 'node:fs';
import { secretPathOf } from './auth/secret-file.ts';
import { uploadsFolderOf } from './config.ts';
import { openServices } from './open-services.ts';
import { seedDemo } from './seed-demo.ts';

function remove(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`, secretPathOf(path)])
    rmSync(file, { force: true });
  rmSync(uploadsFolderOf(path), { recursive: true, force: true });
}

/**
 * Makes the demo database where there is none. It is made under another name and moved when complete, so that a
 * start that was interrupted leaves nothing half-filled behind.
 * @throws Error where a row of the demo data is rejected.
 */
export async function createDemo(path: string, currency: string): Promise<void> {
  if (existsSync(path)) return;
  const making = `${path}.making`;
  remove(making);
  const services = await openServices({ databasePath: making, demo: true, currency });
  try {
    await seedDemo(services);
  } finally {
    await services.close();
  }
  // Somebody who deletes the demo to have it made anew leaves its uploads and its secret behind, and perhaps its log.
  remove(path);
  renameSync(uploadsFolderOf(making), uploadsFolderOf(path));
  renameSync(secretPathOf(making), secretPathOf(path));
  renameSync(making, path);
}
