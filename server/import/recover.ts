import { readdir, rm, stat } from 'node:fs/promises';
import { mendAll } from './abandoned.ts';
import type { ImportsContext } from './context.ts';
import { rejectionsPath } from './rejections-file.ts';
import { uploadOfSheet } from './xlsx-path.ts';

/** A file this old that no import knows of was left by an upload that broke off. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/**
 * Brings imports that a stopped process left at work back to where they can go on, and removes files that belong
 * to none. For the start of a process; what another one is at work on it leaves alone.
 */
export async function recover(context: ImportsContext): Promise<void> {
  const { store, uploadsFolder, pathOf } = context;
  await mendAll(context, store.log.list());
  const known = store.log.list().map(({ filePath }) => filePath);
  const kept = new Set(known.flatMap((file) => [file, rejectionsPath(file)]));
  const files = await readdir(uploadsFolder).catch(() => []);
  for (const file of files.filter((name) => !kept.has(uploadOfSheet(name)))) {
    const { mtimeMs } = await stat(pathOf(file));
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(pathOf(file), { force: true });
  }
}
