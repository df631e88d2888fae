import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Imports } from '../import/create-imports.ts';
import type { ImportEvent } from '../import/watchers.ts';

/** A comment now and then keeps proxies from closing a quiet stream. */
const PING_MS = 15_000;

/** How an import stands, as the event that would have told it. */
function currentEvent(imports: Imports, id: number): ImportEvent {
  const { status, result, error, rows } = imports.get(id);
  if (status === 'committed' || status === 'undone') return { event: 'done', result };
  if (status === 'failed') return { event: 'failed', code: 'failed', message: error ?? '' };
  return { event: 'progress', status, ...(imports.progressOf(id) ?? { done: 0, total: rows }) };
}

/** Tells how an import stands and what happens to it, as server-sent events, until it is over. */
export function importEvents(context: Context, imports: Imports, id: number): Response {
  // Throws for an unknown import before the stream begins.
  imports.get(id);
  return streamSSE(context, async (stream) => {
    await new Promise<void>((resolve) => {
      let last: Promise<unknown> = Promise.resolve();
      const send = (event: ImportEvent): void => {
        const { event: name, ...data } = event;
        last = last.then(() => stream.writeSSE({ event: name, data: JSON.stringify(data) }));
        if (name !== 'progress') void last.then(end, end);
      };
      const stop = imports.watch(id, send);
      const ping = setInterval(() => void stream.write(': still here\n\n'), PING_MS);
      const end = (): void => {
        stop();
        clearInterval(ping);
        resolve();
      };
      stream.onAbort(end);
      send(currentEvent(imports, id));
    });
  });
}
