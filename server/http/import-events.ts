import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Language } from '../../domain/language.ts';
import { REFUSALS, refusalMessage, type Refusal } from '../../domain/records/refusals.ts';
import type { Imports } from '../import/create-imports.ts';
import type { ImportEvent } from '../import/watchers.ts';
import { languageOf } from './request-language.ts';

/** A comment now and then keeps proxies from closing a quiet stream. */
const PING_MS = 15_000;

const CANCELLED: Refusal = { refusal: 'given_up', params: {} };

/** How an import stands, as the event that would have told it. */
function currentEvent(imports: Imports, id: number): ImportEvent {
  const { status, result, error, rows } = imports.get(id);
  if (status === 'committed' || status === 'undone') return { event: 'done', result };
  if (status === 'cancelled') return { event: 'failed', code: 'conflict', why: CANCELLED };
  if (status === 'failed') {
    const why: Refusal = error ?? { refusal: 'internal', params: {} };
    return { event: 'failed', code: REFUSALS[why.refusal].code, why };
  }
  const begun = { done: 0, total: rows, percent: 0, remainingSeconds: null };
  return { event: 'progress', status, ...(imports.progressOf(id) ?? begun) };
}

/** What an event carries. */
function dataOf(event: ImportEvent, language: Language): unknown {
  if (event.event === 'failed') {
    return { code: event.code, message: refusalMessage(event.why, language) };
  }
  const { event: _, ...data } = event;
  return data;
}

/** Tells how an import stands and what happens to it, as server-sent events, until it is over. */
export function importEvents(context: Context, imports: Imports, id: number): Response {
  // Throws for an unknown import before the stream begins.
  imports.get(id);
  const language = languageOf(context);
  return streamSSE(context, async (stream) => {
    await new Promise<void>((resolve) => {
      let last: Promise<unknown> = Promise.resolve();
      const send = (event: ImportEvent): void => {
        const data = JSON.stringify(dataOf(event, language));
        last = last.then(() => stream.writeSSE({ event: event.event, data }));
        if (event.event !== 'progress') void last.then(end, end);
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
