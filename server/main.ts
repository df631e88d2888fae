import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { serve } from '@hono/node-server';
import pino from 'pino';
import { remembered } from './analytics/remembered.ts';
import { PROJECT_ROOT, readConfig } from './config.ts';
import { createApp } from './http/app.ts';
import { openStore } from './store/sqlite/store.ts';

const REMEMBERED_ANSWERS = 1000;

const config = readConfig(process.env);
const log = pino({ level: config.logLevel });
const isNew = !existsSync(config.databasePath);
const store = await openStore(config.databasePath);

// The static file server wants a path relative to the working directory.
const clientFolder = relative(process.cwd(), join(PROJECT_ROOT, 'dist/client'));
const services = {
  aggregator: remembered(store.aggregator, REMEMBERED_ANSWERS),
  directory: store.directory,
  demo: config.demo,
  currency: config.currency,
};
const app = createApp(services, log, clientFolder);

const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, ({ port }) => {
  console.log(`Database: ${config.databasePath}${isNew ? ' (new)' : ''}`);
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  console.log(`Talentbridge listens on http://${host}:${port}`);
});

function stop(): void {
  server.close(() => {
    store.close();
    process.exit(0);
  });
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
