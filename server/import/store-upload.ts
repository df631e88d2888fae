import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, openSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../domain/errors.ts';
import { LIMITS } from './limits.ts';

/** The refusal of a file that is too large. */
export function tooLarge(): AppError {
  const megabytes = LIMITS.fileBytes / 1024 / 1024;
  return new AppError(
    'too_large',
    `The file is larger than ${megabytes} MB: split it, or leave out columns that are not needed.`,
  );
}

/**
 * Streams a file into the uploads folder and answers the name it is stored under. What was refused or broke off
 * leaves no file.
 * @throws AppError `too_large`.
 */
export async function storeUpload(uploadsFolder: string, content: Readable): Promise<string> {
  mkdirSync(uploadsFolder, { recursive: true });
  const name = `${randomUUID()}.csv`;
  const path = join(uploadsFolder, name);
  let bytes = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > LIMITS.fileBytes) done(tooLarge());
      else done(null, chunk);
    },
  });
  // Opened at once: a content that breaks off before it is read from would never tell.
  const fd = openSync(path, 'wx');
  try {
    await pipeline(content, limit, createWriteStream(path, { fd }));
    return name;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
