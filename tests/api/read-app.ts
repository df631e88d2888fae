import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import pino from 'pino';
import { fixedDay } from '../../domain/dates.ts';
import type { Hire } from '../../domain/records/hire.ts';
import type { Config } from '../../server/config.ts';
import { createApp } from '../../server/http/app.ts';
import { openServices } from '../../server/open-services.ts';
import type { Services } from '../../server/services.ts';
import { datedHire } from '../support/random-hires.ts';
import { tokenHeader } from '../support/sign-in.ts';
import { storeHires } from '../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

export const AS_OF = fixedDay(2022, 12, 31);
export const AS_OF_ISO = '2022-12-31';

const TEXTS = ['Anna', 'anna', "O'Neil", '质量部', '数据', 'Zürich', '', '100%', 'a_b'];
const pick = <T>(values: readonly T[], index: number): T | null =>
  values[index % (values.length + 1)] ?? null;

/** The same 240 people every time, with blanks, ties and texts of many kinds in every field. */
export const PEOPLE: readonly Hire[] = fc
  .sample(datedHire, { seed: 20_241_685, numRuns: 240 })
  .map((one, index) => ({
    ...one,
    candidateId: index % 3 === 0 ? null : `C${index}`,
    employeeId: index % 5 === 0 ? `00${index}` : null,
    collegeId: one.schoolId === 1 && index % 2 === 0 ? 1 : null,
    internshipBase: pick(TEXTS, index),
    position: pick(TEXTS, index * 7),
    leaveReason: pick(TEXTS, index * 11),
    department: pick([...TEXTS.filter(Boolean), 'Quality', 'Research'], index * 5),
  }));

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined where it is no JSON. Answers arrive without types: the tests look at them. */
  readonly body: ReturnType<typeof JSON.parse>;
}

/** What the tests touch of rows, nodes and links. */
export interface Row {
  readonly key: Readonly<Record<string, number | null>> & { readonly school?: { id: number } };
  readonly values: Readonly<Record<string, Figure>>;
}

export interface Figure {
  readonly value: number;
  readonly n: number;
  readonly status: string;
}

export interface Node {
  readonly id: string;
  readonly dimension: string;
  readonly kind: string;
  readonly label: string;
  readonly labelZh: string;
}

export interface Link {
  readonly source: number;
  readonly target: number;
  readonly value: number;
}

export interface ReadApp {
  readonly app: ReturnType<typeof createApp>;
  /** Headers of somebody of HR, for requests of one's own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly database: TemporaryDatabase;
  /** Lines of the log so far. */
  readonly log: string[];
  /** Asks as somebody of HR, or as an administrator; as nobody or somebody else where `init` says who. */
  ask(path: string, init?: RequestInit, as?: 'admin' | 'hr'): Promise<Answer>;
  remove(): Promise<void>;
}

/** A query string of repeated parameters. */
export function withParameters(path: string, parameters: readonly (readonly [string, string])[]) {
  const search = new URLSearchParams(
    parameters.map(([name, value]): [string, string] => [name, value]),
  );
  return `${path}?${search}`;
}

let apps = 0;

/** A client with an address of its own for each application: attempts to sign in are counted for the whole process. */
function newClient() {
  apps += 1;
  return {
    incoming: { socket: { remoteAddress: `10.0.${Math.floor(apps / 250)}.${apps % 250}` } },
  };
}

/** The real application over a real database file. */
export async function readApp(
  people: readonly Hire[] = PEOPLE,
  change: (services: Services) => Partial<Services> = () => ({}),
  more: Partial<Pick<Config, 'baseUrl' | 'trustsProxy' | 'singleSignOn'>> = {},
): Promise<ReadApp> {
  const database = await temporaryDatabase();
  const settings = { databasePath: database.path, demo: false, currency: 'CNY', ...more };
  const opened = await openServices(settings);
  const { accounts } = opened;
  const headersOf = {
    admin: await tokenHeader(accounts, 'admin'),
    hr: await tokenHeader(accounts, 'hr'),
  };
  const services = { ...opened, ...change(opened) };
  storeHires(database, people, AS_OF);
  const log: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) });
  const clientFolder = join(database.folder, 'client');
  mkdirSync(join(clientFolder, 'assets'), { recursive: true });
  writeFileSync(join(clientFolder, 'assets/app-1a2b.js'), 'export {};');
  writeFileSync(join(clientFolder, 'index.html'), '<!doctype html><title>Client</title>');
  const client = newClient();
  const app = createApp(services, logger, relative(process.cwd(), clientFolder));
  return {
    app,
    headers: headersOf.hr,
    database,
    log,
    ask: async (path, init = {}, as = 'hr') => {
      const headers = new Headers(init.headers);
      if (!headers.has('host')) headers.set('host', '127.0.0.1:8787');
      if (!headers.has('authorization') && !headers.has('cookie')) {
        headers.set('authorization', headersOf[as].Authorization);
      }
      const response = await app.request(path, { ...init, headers }, client);
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson && text !== '' ? JSON.parse(text) : undefined,
      };
    },
    remove: async () => {
      await opened.close();
      database.remove();
    },
  };
}
