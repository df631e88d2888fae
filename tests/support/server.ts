import { randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContextOptions } from 'playwright-core';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../server/config.ts';
import { createAccounts } from '../../server/auth/accounts.ts';
import { openStore } from '../../server/store/sqlite/store.ts';
import { copyDemo } from './copy-demo.ts';
import { tokenHeader } from './sign-in.ts';

const ENTRY = 'dist/server/main.js';
const ADDRESS = /listens on (http:\S+)/;

/** What a context of a browser begins with. */
export type BrowserSession = Exclude<BrowserContextOptions['storageState'], string | undefined>;

export interface RunningServer {
  readonly url: string;
  readonly databasePath: string;
  readonly pid: number;
  /** A session of somebody from HR, for browsers; none for the embedded demo, where one signs in by a click. */
  readonly session: BrowserSession;
  /** A session of the dean of a school. */
  deanSession(schoolId: number): Promise<BrowserSession>;
  /** With these one asks as somebody from HR. */
  readonly headers: Readonly<Record<string, string>>;
  /** Asks as somebody from HR. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  fetchAsAdmin(path: string, init?: RequestInit): Promise<Response>;
  /** Ends the server by SIGTERM and removes its database, unless that was given. */
  stop(): Promise<void>;
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>;
  /** Starts another process on a database that was given, for the same people. */
  again(): Promise<RunningServer>;
}

export interface ServerOptions {
  /** What the temporary database holds: the demo data, or nothing. `embedded` opens the project's own demo. */
  readonly database?: 'demo' | 'empty' | 'embedded';
  /** A database that is opened instead, or made where there is none, and stays. */
  readonly databasePath?: string;
  /** Variables besides; `PORT` is a free one unless it is among them. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The address a server prints once it answers. Rejects where it ends before that. */
async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('The server has no output');
  const lines: string[] = [];
  for await (const line of createInterface({ input: server.stdout })) {
    const address = ADDRESS.exec(line)?.[1];
    if (address !== undefined) return address;
    lines.push(line);
  }
  throw new Error(`The server ended before it answered: ${lines.join('\n')}`);
}

/** Tokens of HR and of an administrator in a database. */
async function tokensIn(databasePath: string) {
  const accounts = createAccounts({
    databasePath,
    baseUrl: 'http://127.0.0.1',
    trustsProxy: false,
  });
  try {
    return { hr: await tokenHeader(accounts), admin: await tokenHeader(accounts, 'admin') };
  } finally {
    await accounts.close();
  }
}

/** Asks a server with some headers of one's own on each request. */
function fetchWith(url: string, headers: Readonly<Record<string, string>>) {
  return (path: string, init: RequestInit = {}): Promise<Response> => {
    const all = new Headers(init.headers);
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    return fetch(url + path, { ...init, headers: all });
  };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Invites somebody to a server, of HR or the dean of a school, and lets them come in as a browser does. */
async function sessionAt(
  url: string,
  ask: RunningServer['fetch'],
  schoolId: number | null = null,
): Promise<BrowserSession> {
  // The name stands on every page, and pages in Chinese are searched for English.
  const person = { email: `${randomUUID()}@test.invalid`, name: schoolId === null ? '林' : '吴' };
  const invitation = { ...person, role: schoolId === null ? 'hr' : 'dean', schoolId };
  const body = JSON.stringify(invitation);
  const invited = await ask('/api/invitations', { method: 'POST', headers: JSON_TYPE, body });
  const { path } = z.object({ path: z.string() }).parse(await invited.json());
  const entered = await fetch(url + path.replace('/join/', '/api/links/'), {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify({ password: randomUUID() }),
  });
  const [name = '', value = ''] =
    entered.headers.getSetCookie()[0]?.split(';')[0]?.split('=') ?? [];
  const rest = { httpOnly: true, secure: false, sameSite: 'Lax', expires: -1, path: '/' } as const;
  return { cookies: [{ name, value, domain: new URL(url).hostname, ...rest }], origins: [] };
}

/** Starts the built server on a free port with a database of its own. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { database = 'demo', databasePath: given, environment: more } = options;
  const folder = mkdtempSync(join(tmpdir(), 'talentbridge-'));
  const databasePath = given ?? join(folder, 'test.db');
  const isEmbedded = given === undefined && database === 'embedded';
  if (given === undefined && database === 'demo') await copyDemo(databasePath);
  else if (!isEmbedded && !existsSync(databasePath)) (await openStore(databasePath)).close();
  const tokens = isEmbedded ? { hr: {}, admin: {} } : await tokensIn(databasePath);
  const own = isEmbedded ? {} : { DATABASE: databasePath };
  return run({ folder, databasePath, tokens, environment: { ...own, ...more }, session: null });
}

interface Running {
  readonly folder: string;
  readonly databasePath: string;
  readonly tokens: Readonly<Record<'hr' | 'admin', Readonly<Record<string, string>>>>;
  readonly environment: Readonly<Record<string, string>>;
  /** Null for a new one. */
  readonly session: BrowserSession | null;
}

async function run(setup: Running): Promise<RunningServer> {
  const { folder, databasePath, tokens } = setup;
  const { DATABASE: _, ...environment } = process.env;
  const server = spawn(process.execPath, [ENTRY], {
    cwd: PROJECT_ROOT,
    env: { ...environment, PORT: '0', HOST: '127.0.0.1', ...setup.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const url = await addressOf(server);
  server.stdout.resume();
  const fetchAsAdmin = fetchWith(url, tokens.admin);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    server.kill(signal);
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const isEmbedded = setup.environment['DATABASE'] === undefined;
  const session =
    setup.session ??
    (isEmbedded ? { cookies: [], origins: [] } : await sessionAt(url, fetchAsAdmin));
  return {
    url,
    databasePath,
    pid: server.pid ?? 0,
    session,
    deanSession: (schoolId) => sessionAt(url, fetchAsAdmin, schoolId),
    headers: tokens.hr,
    fetch: fetchWith(url, tokens.hr),
    fetchAsAdmin,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    again: () => run({ ...setup, session }),
  };
}
