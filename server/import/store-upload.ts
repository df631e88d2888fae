import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, openSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AppError } from '../../domain/errors.ts';
import { LIMITS } from './limits.ts';
import type { Arrival } from './read-ahead.ts';
import { refusal } from './refusal.ts';

/** Bytes between one word about a coming file and the next. */
const TELL_BYTES = 1_048_576;

/** The refusal of a file that is too large. */
export function tooLarge(): AppError {
  return refusal('too_large', { megabytes: LIMITS.fileBytes / 1024 / 1024 });
}

/**
 * Streams a file into the uploads folder and answers the name it is stored under. What was refused or broke off
 * leaves no file. Of a large file `tell` hears now and then how much of it is stored, and how it ended.
 * @throws AppError `too_large`.
 */
export async function storeUpload(
  uploadsFolder: string,
  content: Readable,
  tell: (name: string, bytes: number, state: Arrival['state']) => void,
): Promise<string> {
  mkdirSync(uploadsFolder, { recursive: true });
  const name = `${randomUUID()}.csv`;
  const path = join(uploadsFolder, name);
  let bytes = 0;
  let told = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > LIMITS.fileBytes) done(tooLarge());
      else done(null, chunk);
      if (file.bytesWritten - told < TELL_BYTES) return;
      told = file.bytesWritten;
      tell(name, told, 'coming');
    },
  });
  // Opened at once: a content that breaks off before it is read from would never tell.
  const file = createWriteStream(path, { fd: openSync(path, 'wx') });
  try {
    await pipeline(content, limit, file);
    if (told > 0) tell(name, bytes, 'whole');
    return name;
  } catch (error) {
    if (told > 0) tell(name, told, 'broken');
    await rm(path, { force: true });
    throw error;
  }
}
