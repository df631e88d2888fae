import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { AppError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/records/hidden-characters.ts';
import { LIMITS } from '../import/limits.ts';
import { refusal } from '../import/refusal.ts';
import { tooLarge } from '../import/store-upload.ts';

/** Room for the boundaries and headers of a multipart body. */
const OVERHEAD_BYTES = 65_536;

/** So much of a refused upload is still read. */
const MOST_DRAINED_BYTES = 5 * LIMITS.fileBytes;

const LONGEST_NAME = 200;

/** The refusal of a request without a file. */
function noFile(): AppError {
  return refusal('no_file');
}

/** The refusal of an upload that did not come to its end. */
function broken(): AppError {
  return refusal('broke_off');
}

/** A name that can be shown: without controls, and not endless. */
function shownName(fileName: string): string {
  const name = visibleText(fileName).slice(0, LONGEST_NAME);
  return name === '' ? 'file.csv' : name;
}

/**
 * Reads the rest of what is sent and drops it: whoever is still sending would not hear why it was refused. Gives up on
 * what is far beyond any file.
 */
async function drained(body: Readable): Promise<void> {
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += (chunk as Buffer).length;
      if (bytes > MOST_DRAINED_BYTES) return;
    }
  } catch {
    // Who broke off does not listen.
  }
}

/**
 * Hands the file in the multipart field `file` on while it is still coming in, so that it is never in memory.
 * @param use takes the file's name and content, and reads the content to its end.
 * @throws AppError `invalid_input` where there is no file, `too_large`, and what `use` throws.
 */
export async function receiveFile<T>(
  request: Request,
  use: (fileName: string, content: Readable) => Promise<T>,
): Promise<T> {
  const type = request.headers.get('content-type') ?? '';
  if (request.body === null || !/^multipart\/form-data\b.*boundary=/i.test(type)) throw noFile();
  if (Number(request.headers.get('content-length')) > LIMITS.fileBytes + OVERHEAD_BYTES) {
    await drained(Readable.fromWeb(request.body as ReadableStream));
    throw tooLarge();
  }

  const form = new Busboy({ headers: { 'content-type': type }, limits: { files: 1 } });
  const body = Readable.fromWeb(request.body as ReadableStream);
  let used: Promise<T> | null = null;
  let brokeOff = false;
  try {
    await new Promise<void>((resolve, reject) => {
      const breakOff = (): void => {
        brokeOff = true;
        if (used === null) reject(broken());
      };
      form.on('file', (field, content, fileName) => {
        // It may fail after its reader has turned away, and an unheard error would end the process.
        content.on('error', breakOff);
        if (field !== 'file' || used !== null) {
          content.resume();
          return;
        }
        used = use(shownName(fileName), content);
        used.catch(reject);
        // Its reader must not wait for an end that will not come.
        for (const source of [form, body]) source.on('error', () => content.destroy(broken()));
      });
      form.on('finish', resolve);
      form.on('error', breakOff);
      body.on('error', breakOff);
      body.pipe(form);
    });
  } catch (error) {
    body.unpipe(form);
    if (!brokeOff) await drained(body);
    throw brokeOff && !(error instanceof AppError) ? broken() : error;
  } finally {
    body.destroy();
  }
  // The compiler does not see that the handler above has set it.
  const result = used as Promise<T> | null;
  if (result === null) throw noFile();
  return result;
}
