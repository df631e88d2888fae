import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { IdentityProvider } from '../domain/sign-on.ts';

const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '::1'];

const hostOf = (url: string): string => new URL(url).hostname.replaceAll(/[[\]]/g, '');

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'PORT must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'PORT must be a number from 0 to 65535')
    .default(8787),
  HOST: z.string().min(1, 'HOST must be an address to listen on').default('127.0.0.1'),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'PUBLIC_URL must be an address such as https://talent.example.org',
    })
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUSTED_PROXY: z.enum(['0', '1'], 'TRUSTED_PROXY must be 1 or 0').default('0'),
  DATABASE: z.string().min(1, 'DATABASE must be a file path').optional(),
  OIDC_ISSUER: z
    .url({
      protocol: /^https?$/,
      error: 'OIDC_ISSUER must be the address that the provider calls itself by',
    })
    .refine(
      (url) =>
        !URL.canParse(url) || url.startsWith('https:') || LOOPBACK_HOSTS.includes(hostOf(url)),
      'OIDC_ISSUER must begin with https://',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1, 'OIDC_CLIENT_ID must not be empty').optional(),
  OIDC_CLIENT_SECRET: z.string().min(1, 'OIDC_CLIENT_SECRET must not be empty').optional(),
  OIDC_CLIENT_AUTH: z
    .enum(['basic', 'post'], 'OIDC_CLIENT_AUTH must be basic or post')
    .default('basic'),
  OIDC_LABEL: z
    .string()
    .min(1, 'OIDC_LABEL must not be empty')
    .max(60, 'OIDC_LABEL must have 60 characters at most')
    .optional(),
  CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'CURRENCY must be an ISO 4217 code such as CNY')
    .default('CNY'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where people reach the server: `PUBLIC_URL`, else the address it listens on. */
  readonly baseUrl: string;
  /** Whether a proxy in front of the server writes the last address of `X-Forwarded-For`. */
  readonly trustsProxy: boolean;
  /** The provider that people may sign in by; null where there is none. */
  readonly singleSignOn: IdentityProvider | null;
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
  const { PORT, HOST, PUBLIC_URL, TRUSTED_PROXY, DATABASE, CURRENCY, LOG_LEVEL } = parsed.data;
  if (!LOOPBACK_HOSTS.includes(HOST)) {
    if (DATABASE === undefined) {
      throw new Error(
        `HOST must be one of ${LOOPBACK_HOSTS.join(', ')} for the demonstration, to which anybody may sign in. Set DATABASE for data of your own.`,
      );
    }
    if (PUBLIC_URL === undefined) {
      throw new Error(
        `HOST is ${HOST}: say in PUBLIC_URL at which address people reach the server, such as https://talent.example.org.`,
      );
    }
  }
  const singleSignOn = singleSignOnOf(parsed.data);
  const shownHost = HOST.includes(':') ? `[${HOST}]` : HOST;
  return {
    port: PORT,
    host: HOST,
    baseUrl: PUBLIC_URL ?? `http://${shownHost}:${PORT}`,
    trustsProxy: TRUSTED_PROXY === '1',
    singleSignOn,
    databasePath:
      DATABASE === undefined ? resolve(PROJECT_ROOT, 'data/demo.db') : resolve(DATABASE),
    demo: DATABASE === undefined,
    currency: CURRENCY,
    logLevel: LOG_LEVEL,
  };
}

function singleSignOnOf({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_CLIENT_AUTH: clientAuth,
  OIDC_LABEL: label,
  PUBLIC_URL,
  DATABASE,
}: z.output<typeof environment>): IdentityProvider | null {
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new Error('Set all of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none.');
  }
  if (DATABASE === undefined) {
    throw new Error('Single sign-on is for data of your own: set DATABASE.');
  }
  if (PUBLIC_URL === undefined) {
    throw new Error('Set PUBLIC_URL: single sign-on sends people back to that address.');
  }
  return { issuer, clientId, clientSecret, clientAuth, label: label ?? null };
}

/** Where the files uploaded to a database are kept: a folder beside it, of its own. */
export function uploadsFolderOf(databasePath: string): string {
  return `${databasePath}.uploads`;
}
