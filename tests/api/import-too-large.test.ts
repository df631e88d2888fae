import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { LIMITS } from '../../server/import/limits.ts';
import { startServer, type RunningServer } from '../support/server.ts';

const CHUNK = 1024 * 1024;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ database: 'empty' });
});
afterAll(() => server.stop());

const errorOf = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** A multipart body of a file that is larger than any may be. */
function* parts(): Generator<Uint8Array> {
  yield Buffer.from(
    '--x\r\nContent-Disposition: form-data; name="file"; filename="large.csv"\r\n\r\n',
  );
  const chunk = Buffer.alloc(CHUNK, 'a,b,c\n');
  for (let bytes = 0; bytes <= LIMITS.fileBytes; bytes += CHUNK) yield chunk;
  yield Buffer.from('\r\n--x--\r\n');
}

function streamed(): ReadableStream<Uint8Array> {
  const all = parts();
  return new ReadableStream({
    pull: (controller) => {
      const { value } = all.next();
      if (value === undefined) controller.close();
      else controller.enqueue(value);
    },
  });
}

it.each([
  ['its size said', true],
  ['its size not said', false],
])('a file that is too large, with %s, is refused in a sentence that arrives', async (_, said) => {
  const size = [...parts()].reduce((sum, { length }) => sum + length, 0);
  const response = await server.fetch('/api/imports?kind=hires', {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body: said ? Buffer.concat([...parts()], size) : streamed(),
    ...(said ? {} : { duplex: 'half' }),
  });
  expect(response.status).toBe(413);
  expect(errorOf.parse(await response.json()).error).toEqual({
    code: 'too_large',
    message: 'The file is larger than 200 MB: split it, or leave out columns that are not needed.',
  });
  expect(await (await server.fetch('/api/imports')).json()).toEqual([]);
  const uploads = `${server.databasePath}.uploads`;
  expect(existsSync(uploads) ? readdirSync(uploads) : []).toEqual([]);
});
