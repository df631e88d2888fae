import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { refusalMessage } from '../../domain/records/refusals.ts';
import { readConfig, uploadsFolderOf } from '../config.ts';
import { createImports, type Imports } from '../import/create-imports.ts';
import { commitAndWait, prepareFile } from '../import/import-file.ts';
import { refuseCommit } from '../import/refuse-commit.ts';
import { openStore } from '../store/sqlite/store.ts';
import { readArguments, USAGE, type ImportArguments } from './import-arguments.ts';
import { interruption, type Interruption } from './import-interrupt.ts';
import { showProgress } from './import-progress.ts';
import { asBeforeLines, problemLines, resultLine, summaryLines } from './import-report.ts';

// npm run import -- hires file.csv …: the verbs of importing, from the command line.

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

function say(lines: readonly string[], to: NodeJS.WriteStream = process.stdout): void {
  for (const line of lines) to.write(`${line}\n`);
}

async function run(
  imports: Imports,
  options: ImportArguments,
  interrupted: Interruption,
): Promise<number> {
  const { skipInvalid, dryRun } = options;
  let hide = (): void => {};
  say([`Reading ${options.path} …`]);
  try {
    const { id, summary } = await prepareFile(imports, { ...options, createdBy: null }, (draft) => {
      interrupted.watch(draft.id);
      hide = showProgress(imports, draft.id, process.stdout);
    });
    hide();
    say([...asBeforeLines(options.mapping, imports.get(id).mapping), ...summaryLines(summary)]);
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
    hide = showProgress(imports, id, process.stdout);
    const { status, result, error } = await commitAndWait(imports, id, skipInvalid);
    hide();
    if (status !== 'committed' || result === null) {
      const why = error === null ? `The import is ${status}.` : refusalMessage(error, 'en');
      throw new AppError('conflict', why);
    }
    say([`Committed import ${id}: ${resultLine(result)}`]);
    return DONE;
  } finally {
    hide();
  }
}

async function main(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (!existsSync(options.path)) {
    throw new AppError('invalid_input', `There is no file ${options.path}.`);
  }
  const databasePath = resolve(options.database ?? readConfig(process.env).databasePath);
  (await openStore(databasePath)).close();
  const imports = createImports({
    databasePath,
    uploadsFolder: uploadsFolderOf(databasePath),
    onFault: (error) => console.error(error),
  });
  const interrupted = interruption(imports);
  try {
    await imports.recover();
    return await run(imports, options, interrupted);
  } catch (error) {
    const code = interrupted.exitCode();
    if (code === null) throw error;
    say(['Cancelled: nothing was stored.'], process.stderr);
    return code;
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
