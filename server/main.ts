import { join, relative } from 'node:path';
import { serve } from '@hono/node-server';
import pino from 'pino';
import { PROJECT_ROOT, readConfig } from './config.ts';
import { createDemo } from './create-demo.ts';
import { createApp } from './http/app.ts';
import { pathOfLink } from './http/accounts.ts';
import { openServices, type OpenServices } from './open-services.ts';
import { publishDemo } from './publish-demo.ts';

/** How long requests under way may take to finish once the server is told to stop. */
const GRACE_MS = 3000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  if (config.demo) await createDemo(config.databasePath, config.currency);
  const services = await openServices(
    config,
    (error) => log.error({ err: error }, 'unexpected error in an import'),
    (refusal, reason) => log.warn({ refusal, reason }, 'single sign-on let nobody in'),
  );
  const welcome = config.demo ? null : await firstLink(services);

  // The static file server wants a path relative to the working directory.
  const clientFolder = relative(process.cwd(), join(PROJECT_ROOT, 'dist/client'));
  const app = createApp(services, log, clientFolder);
  const address = { port: config.port, hostname: config.host };
  const server = serve({ fetch: app.fetch, ...address }, ({ port }) => {
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    console.log(`Database: ${config.databasePath}${config.demo ? ' (synthetic demo data)' : ''}`);
    if (welcome !== null) {
      console.log(
        `The first administrator signs in once by ${addressAt(config.baseUrl, port)}${welcome}`,
      );
    }
    console.log(`Talentbridge listens on http://${host}:${port}`);
  });
  server.on('error', (error: Error) => {
    const isTaken = 'code' in error && error.code === 'EADDRINUSE';
    giveUp(
      isTaken
        ? `Port ${config.port} is taken. Set PORT to a free one, or end the program that holds it.`
        : error.message,
    );
  });

  let isEnding = false;
  if (config.demo) {
    publishDemo(services.releases).catch((error: unknown) => {
      if (!isEnding) log.error({ err: error }, 'the demo has no release');
    });
  }

  const stop = (): void => {
    isEnding = true;
    server.close(() => {
      void services.close().then(() => process.exit(0));
    });
    // Streams of events never end by themselves.
    if ('closeAllConnections' in server) {
      setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
    }
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** The address people use; one that was to be chosen when the server began to listen has its port by now. */
function addressAt(baseUrl: string, port: number): string {
  const url = new URL(baseUrl);
  if (url.port === '0') url.port = String(port);
  return url.origin;
}

/** The path by which the first administrator of a new database comes in; null where somebody is in already. */
async function firstLink({ accounts }: OpenServices): Promise<string | null> {
  if (await accounts.hasUsers()) return null;
  const { secret } = await accounts.firstAdministratorLink();
  return pathOfLink(secret);
}

function giveUp(reason: string): never {
  console.error(`Talentbridge could not start: ${reason}`);
  process.exit(1);
}

try {
  await start();
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}
