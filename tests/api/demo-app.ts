import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createApp } from '../../server/http/app.ts';
import { copyDemo } from '../support/copy-demo.ts';
import { tokenHeader } from '../support/sign-in.ts';
import { openServices, type OpenServices } from '../../server/open-services.ts';

export interface DemoApp {
  readonly services: OpenServices;
  /** A folder that goes when the application does. */
  readonly folder: string;
  get(path: string): Promise<Response>;
  /** The body of a successful answer. */
  json(path: string): Promise<ReturnType<typeof JSON.parse>>;
  close(): Promise<void>;
}

/** The real application on a database of its own: with the demo data, or empty. */
export async function demoApp(database: 'demo' | 'empty' = 'demo'): Promise<DemoApp> {
  const folder = mkdtempSync(join(tmpdir(), 'talentbridge-'));
  const databasePath = join(folder, 'demo.db');
  if (database === 'demo') await copyDemo(databasePath);
  const services = await openServices({ databasePath, demo: true, currency: 'CNY' });
  const app = createApp(services, pino({ level: 'silent' }), folder);
  const own = await tokenHeader(services.accounts);
  const get = async (path: string): Promise<Response> =>
    app.request(path, { headers: { host: '127.0.0.1:8787', ...own } });
  return {
    services,
    folder,
    get,
    json: async (path) => {
      const response = await get(path);
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
      return JSON.parse(text);
    },
    close: async () => {
      await services.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
