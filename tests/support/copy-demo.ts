import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { secretPathOf } from '../../server/auth/secret-file.ts';
import { uploadsFolderOf } from '../../server/config.ts';
import { createDemo } from '../../server/create-demo.ts';
import { DEMO_FOLDER, setup } from './demo-folder.ts';

let made: Promise<string> | null = null;

async function make(): Promise<string> {
  // A benchmark is started by nobody who makes the folder.
  if (process.env[DEMO_FOLDER] === undefined) process.once('exit', setup());
  const path = join(mkdtempSync(join(process.env[DEMO_FOLDER] ?? '', 'demo-')), 'demo.db');
  await createDemo(path, 'CNY');
  return path;
}

/** A demo database of one's own at a path: as the server makes it, which takes some seconds, once for many files. */
export async function copyDemo(path: string): Promise<void> {
  made ??= make();
  const demo = await made;
  cpSync(uploadsFolderOf(demo), uploadsFolderOf(path), { recursive: true });
  cpSync(secretPathOf(demo), secretPathOf(path));
  cpSync(demo, path);
}
