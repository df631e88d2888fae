import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { z } from 'zod';

const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '::1'];

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'PORT must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'PORT must be a number from 0 to 65535')
    .default(8787),
  HOST: z
    .enum(
      LOOPBACK_HOSTS,
      `HOST must be one of ${LOOPBACK_HOSTS.join(', ')}: without a sign-in the server is open to this machine only`,
    )
    .default('127.0.0.1'),
  DATABASE: z.string().min(1, 'DATABASE must be a file path').optional(),
  CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'CURRENCY must be an ISO 4217 code such as CNY')
    .default('CNY'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databasePath: string;
  /** Whether the database is the embedded synthetic one. */
  readonly demo: boolean;
  readonly currency: string;
  readonly logLevel: string;
}

/** The project's own folder: the nearest one above this file that is named in no build output. */
export const PROJECT_ROOT = fileURLToPath(
  new URL(import.meta.url.includes('/dist/server/') ? '../..' : '..', import.meta.url),
);

/**
 * The configuration, parsed once at start.
 * @throws Error with a sentence for each variable that makes no sense.
 */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(variables);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
  const { PORT, HOST, DATABASE, CURRENCY, LOG_LEVEL } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    databasePath:
      DATABASE === undefined ? resolve(PROJECT_ROOT, 'data/demo.db') : resolve(DATABASE),
    demo: DATABASE === undefined,
    currency: CURRENCY,
    logLevel: LOG_LEVEL,
  };
}

/** Where the files uploaded to a database are kept: a folder beside it, of its own. */
export function uploadsFolderOf(databasePath: string): string {
  return `${databasePath}.uploads`;
}
