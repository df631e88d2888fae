import { backUp } from '../store/sqlite/copies.ts';
import { runCopy } from './copy-arguments.ts';

// npm run backup -- to.db: a checked copy of a database that may be in use.

const USAGE = `Usage: npm run backup -- <to.db> [--database <path.db>]
  copies the database (DATABASE, or data/demo.db) as of one moment, while the server runs or not`;

await runCopy(USAGE, async ({ file, database }) => {
  const { hires, version } = await backUp(database, file);
  return [
    `Copied ${database} to ${file} and read the copy from end to end: ${hires} hires, version ${version}.`,
    'Uploaded files and the secret of the sessions lie beside the database, and are not in the copy.',
  ];
});
