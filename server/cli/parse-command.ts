import { parseArgs, type ParseArgsConfig } from 'node:util';
import { AppError } from '../../domain/errors.ts';

/**
 * Takes a command line apart.
 * @throws AppError `invalid_input` that says which option is unknown, or lacks its value.
 */
export function parseCommand<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new AppError('invalid_input', error instanceof Error ? error.message : String(error));
  }
}
