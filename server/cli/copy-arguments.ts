import { resolve } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { readConfig } from '../config.ts';
import { parseCommand } from './parse-command.ts';

/** The two ends of a copy: a file that is named, and the database. */
export interface CopyArguments {
  readonly file: string;
  readonly database: string;
}

/**
 * Reads the command line of `backup` and `restore`.
 * @throws AppError `invalid_input` that says what is wrong with it.
 */
export function readCopyArguments(args: readonly string[]): CopyArguments {
  const { values, positionals } = parseCommand({
    args: [...args],
    options: { database: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new AppError('invalid_input', 'Give one file.');
  }
  return {
    file: resolve(file),
    database: resolve(values.database ?? readConfig(process.env).databasePath),
  };
}

/**
 * Does the work of a command and ends with its status: 0 done, 1 refused with the reason on standard error, 2 wrong
 * usage.
 * @param work answers the lines to print.
 */
export async function runCopy(
  usage: string,
  work: (args: CopyArguments) => Promise<readonly string[]>,
): Promise<void> {
  try {
    const lines = await work(readCopyArguments(process.argv.slice(2)));
    for (const line of lines) console.log(line);
  } catch (error) {
    const isUsage = error instanceof AppError && error.code === 'invalid_input';
    console.error(error instanceof Error ? error.message : String(error));
    if (isUsage) console.error(`\n${usage}`);
    process.exitCode = isUsage ? 2 : 1;
  }
}
