import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { readConfig, uploadsFolderOf } from '../config.ts';
import { createImports, type Imports } from '../import/create-imports.ts';
import { commitAndWait, prepareFile } from '../import/import-file.ts';
import { refuseCommit } from '../import/refuse-commit.ts';
import { openStore } from '../store/sqlite/store.ts';
import { readArguments, USAGE, type ImportArguments } from './import-arguments.ts';
import { problemLines, resultLine, summaryLines } from './import-report.ts';

// npm run import -- hires file.csv …: the verbs of importing, from the command line.

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

function say(lines: readonly string[], to: NodeJS.WriteStream = process.stdout): void {
  for (const line of lines) to.write(`${line}\n`);
}

async function run(imports: Imports, options: ImportArguments): Promise<number> {
  const { skipInvalid, dryRun } = options;
  say([`Reading ${options.path} …`]);
  const { id, summary } = await prepareFile(imports, { ...options, createdBy: null });
  say(summaryLines(summary));
  const problems = problemLines(summary);
  try {
    refuseCommit(summary, skipInvalid);
  } catch (error) {
    await imports.cancel(id);
    say(problems, process.stderr);
    throw error;
  }
  say(problems);
  if (dryRun) {
    await imports.cancel(id);
    say(['Nothing was stored: this was a dry run.']);
    return DONE;
  }
  say([`Committing import ${id} …`]);
  const stop = imports.watch(id, (event) => {
    if (event.event === 'progress' && process.stdout.isTTY) {
      process.stdout.write(`\r${event.done} of ${event.total} …\r`);
    }
  });
  const { status, result, error } = await commitAndWait(imports, id, skipInvalid);
  stop();
  if (status !== 'committed' || result === null) {
    say([error ?? `The import is ${status}.`], process.stderr);
    return REFUSED;
  }
  say([`Committed import ${id}: ${resultLine(result)}`]);
  return DONE;
}

async function main(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (!existsSync(options.path)) {
    throw new AppError('invalid_input', `There is no file ${options.path}.`);
  }
  const databasePath = resolve(options.database ?? readConfig(process.env).databasePath);
  (await openStore(databasePath)).close();
  const imports = createImports({ databasePath, uploadsFolder: uploadsFolderOf(databasePath) });
  try {
    return await run(imports, options);
  } finally {
    await imports.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const usage = error instanceof AppError && error.code === 'invalid_input';
  const message = error instanceof Error ? error.message : String(error);
  say(usage ? [message, '', USAGE] : [message], process.stderr);
  process.exitCode = usage ? WRONG_USAGE : REFUSED;
}
