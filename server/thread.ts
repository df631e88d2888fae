import { Worker, type WorkerOptions } from 'node:worker_threads';

/** For a thread that makes few objects: it takes less memory before it tidies up. */
export const FEW_OBJECTS = { resourceLimits: { maxYoungGenerationSizeMb: 4 } } as const;

/** Registers the TypeScript loader first: a `.ts` worker entry cannot be started directly on Node 20. */
const BOOTSTRAP = `
const { workerData } = require('node:worker_threads');
import(workerData.loader)
  .then(({ register }) => { register(); return import(workerData.entry); })
  .catch((error) => { setImmediate(() => { throw error; }); });
`;

/**
 * Starts a worker thread: the built `.js` file, or the `.ts` source where the server itself runs from source and nobody
 * vouches for the build by setting `BUILT_THREADS`; reading the source takes five times as long.
 * @param entry the module without its extension, relative to the server's folder: `import/worker`.
 * @param data what the worker finds as `workerData.data`.
 * @param options of the thread; what is in `transferList` is handed over instead of copied.
 */
export function startThread(
  entry: string,
  data: unknown,
  options: Pick<WorkerOptions, 'resourceLimits' | 'transferList'> = {},
): Worker {
  const here = import.meta.url;
  const source = here.endsWith('.ts');
  if (!source || process.env['BUILT_THREADS'] === '1') {
    const built = source ? new URL('../dist/server/', here) : here;
    return new Worker(new URL(`${entry}.js`, built), { ...options, workerData: { data } });
  }
  const url = new URL(`${entry}.ts`, here);
  const loader = import.meta.resolve('tsx/esm/api');
  const workerData = { loader, entry: url.href, data };
  return new Worker(BOOTSTRAP, { ...options, eval: true, workerData });
}
