import { AppError } from '../../domain/errors.ts';

const ATTEMPTS = 5;

/**
 * Repeats a computation made of several reads until all of them saw the same version of the data, so that one
 * answer never mixes two states.
 * @param read answers its result and the versions it saw.
 * @throws AppError `conflict` where the data keeps changing.
 */
export async function consistent<T>(
  read: () => Promise<{ versions: readonly number[]; result: T }>,
): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { versions, result } = await read();
    if (new Set(versions).size <= 1) return result;
  }
  throw new AppError('conflict', 'The data changed while it was being read. Please ask again.');
}
