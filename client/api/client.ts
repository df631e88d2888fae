import { hc } from 'hono/client';
import type { AppType } from '../../server/http/app.ts';

/** The typed client of the HTTP API; its types are inferred from the server's routes. */
export const client = hc<AppType>('/', {
  // Sentences for people come in the language of the page.
  headers: () => ({ 'Accept-Language': document.documentElement.lang }),
});
