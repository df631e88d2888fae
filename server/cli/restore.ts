import { restore } from '../store/sqlite/copies.ts';
import { runCopy } from './copy-arguments.ts';

// npm run restore -- from.db: puts a copy in the place of the database.

const USAGE = `Usage: npm run restore -- <from.db> [--database <path.db>]
  puts a copy in the place of the database (DATABASE, or data/demo.db), which nobody may have open`;

await runCopy(USAGE, async ({ file, database }) => {
  const { hires, version, kept } = await restore(file, database, new Date());
  return [
    `Restored ${database} from ${file}: ${hires} hires, version ${version}.`,
    ...(kept === null ? [] : [`What was there before is kept as ${kept}.`]),
  ];
});
