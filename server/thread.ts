import { Worker } from 'node:worker_threads';

/** Registers the TypeScript loader first: a `.ts` worker entry cannot be started directly on Node 20. */
const BOOTSTRAP = `
const { workerData } = require('node:worker_threads');
import(workerData.loader)
  .then(({ register }) => { register(); return import(workerData.entry); })
  .catch((error) => { setImmediate(() => { throw error; }); });
`;

/**
 * Starts a worker thread: the built `.js` file, or the `.ts` source where the server itself runs from source.
 * @param entry the module without its extension, relative to the server's folder: `import/worker`.
 * @param data what the worker finds as `workerData.data`.
 */
export function startThread(entry: string, data: unknown): Worker {
  const here = import.meta.url;
  const source = here.endsWith('.ts');
  const url = new URL(`${entry}${source ? '.ts' : '.js'}`, here);
  if (!source) return new Worker(url, { workerData: { data } });
  const loader = import.meta.resolve('tsx/esm/api');
  return new Worker(BOOTSTRAP, { eval: true, workerData: { loader, entry: url.href, data } });
}
