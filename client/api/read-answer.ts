import type { ClientResponse } from 'hono/client';
import { RequestError } from './request-error.ts';

type Answered<R, Status extends 200 | 201> =
  R extends ClientResponse<infer Body, Status, 'json'> ? Body : never;

function refusalOf(details: unknown): string | null {
  if (typeof details !== 'object' || details === null || !('refusal' in details)) return null;
  return typeof details.refusal === 'string' ? details.refusal : null;
}

function errorOf(body: unknown, status: number): RequestError {
  if (typeof body === 'object' && body !== null && 'error' in body) {
    const { error } = body;
    if (typeof error === 'object' && error !== null && 'code' in error && 'message' in error) {
      const details = 'details' in error ? error.details : undefined;
      const refusal = refusalOf(details);
      return new RequestError(String(error.code), String(error.message), status, refusal, details);
    }
  }
  return new RequestError('internal', `HTTP ${status}`, status);
}

async function bodyOf(request: Promise<ClientResponse<unknown>>): Promise<unknown> {
  const response = await request.catch((cause: unknown) => {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new RequestError('offline', message, 0);
  });
  if (response.ok) return response.json();
  const body: unknown = await response.json().catch(() => null);
  throw errorOf(body, response.status);
}

/**
 * The body of a successful answer.
 * @throws RequestError with the server's code and sentence, or `offline` where the server did not answer.
 */
export async function readAnswer<R extends ClientResponse<unknown>>(
  request: Promise<R>,
): Promise<Answered<R, 200>> {
  return (await bodyOf(request)) as Answered<R, 200>;
}

/** The same for an answer that says what was made. */
export async function readCreated<R extends ClientResponse<unknown>>(
  request: Promise<R>,
): Promise<Answered<R, 201>> {
  return (await bodyOf(request)) as Answered<R, 201>;
}
