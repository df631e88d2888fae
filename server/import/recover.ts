import { readdir, rm, stat } from 'node:fs/promises';
import type { Recovered } from '../store/import-ports.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import type { ImportsContext } from './context.ts';
import { rejectionsPath } from './rejections-file.ts';
import { uploadOfSheet } from './xlsx-path.ts';

/** A file this old that no import knows of was left by an upload that broke off. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** What a process that ended without a word leaves behind. A commit is one transaction: nothing of it is stored. */
const CUT_SHORT: readonly Recovered[] = [
  ['validating', 'draft', { refusal: 'check_cut_short', params: {} }],
  ['committing', 'validated', { refusal: 'commit_cut_short', params: {} }],
];

/**
 * Brings imports that a stopped process left at work back to where they can go on, and removes files that belong
 * to none. For the start of the server.
 */
export async function recover({ store, uploadsFolder, pathOf }: ImportsContext): Promise<void> {
  await retryWhileBusy(() => store.log.recover(CUT_SHORT));
  const known = store.log.list().map(({ filePath }) => filePath);
  const kept = new Set(known.flatMap((file) => [file, rejectionsPath(file)]));
  const files = await readdir(uploadsFolder).catch(() => []);
  for (const file of files.filter((name) => !kept.has(uploadOfSheet(name)))) {
    const { mtimeMs } = await stat(pathOf(file));
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(pathOf(file), { force: true });
  }
}
