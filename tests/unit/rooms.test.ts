import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkRooms, type Rooms } from './rooms/check-rooms.ts';

// The rooms of this codebase and what each may import: the one place to change when a room is
// added. Data travels from import through store and analytics to http and the client; an import
// against that direction fails here.

/** Configuration, logging, threads and bytes: what any server room below http may need. */
const GROUND = ['server/config.ts', 'server/log.ts', 'server/thread.ts', 'server/bytes.ts'];
/** Type and text pieces every visible part of the client is made of. */
const FRAME = ['client/frame/', 'client/i18n/'];
/** One folder per capability, on top of the store and analytics. */
const CAPABILITIES = ['audit', 'auth', 'records', 'cooperation', 'settings', 'views'].map(
  (name) => `server/${name}/`,
);
/** Every server room but the ways in: command line and HTTP. */
const SERVER = [
  'server/store/',
  'server/import/',
  'server/directory/',
  'server/analytics/',
  'server/releases/',
  ...CAPABILITIES,
  ...GROUND,
];

const ROOMS: Rooms = {
  rooms: [
    { name: 'domain/statistics', has: ['domain/statistics/'], mayImport: [], packages: [] },
    { name: 'domain', has: ['domain/'], mayImport: ['domain/statistics/'], packages: ['zod'] },

    { name: 'server ground', has: GROUND, mayImport: ['domain/'] },
    {
      // Writes the bytes of many rows in two threads.
      name: 'server/store',
      has: ['server/store/'],
      mayImport: ['domain/', 'server/thread.ts', 'server/bytes.ts'],
    },
    {
      name: 'server/import',
      has: ['server/import/'],
      mayImport: ['domain/', 'server/store/', ...GROUND],
    },
    {
      // Keeps the names that imports resolve, by the same rules.
      name: 'server/directory',
      has: ['server/directory/'],
      mayImport: ['domain/', 'server/store/', 'server/import/'],
    },
    {
      name: 'server/analytics',
      has: ['server/analytics/'],
      mayImport: ['domain/', 'server/store/ports.ts', 'server/store/action-ports.ts'],
    },
    ...CAPABILITIES.map((place) => ({
      name: place.slice(0, -1),
      has: [place],
      mayImport: [
        'domain/',
        'server/store/',
        'server/analytics/',
        // Colleges that a person names are compared as those of files are.
        ...(place === 'server/cooperation/' ? ['server/import/normalize.ts'] : []),
      ],
    })),
    {
      // Drafts in a thread of its own.
      name: 'server/releases',
      has: ['server/releases/'],
      mayImport: ['domain/', 'server/store/', 'server/analytics/', 'server/thread.ts'],
    },
    { name: 'server services', has: ['server/services.ts'], mayImport: ['domain/', ...SERVER] },
    {
      name: 'server/cli',
      has: ['server/cli/'],
      mayImport: ['domain/', ...SERVER, 'server/services.ts'],
    },
    {
      name: 'server/http',
      has: ['server/http/'],
      mayImport: ['domain/', ...SERVER, 'server/services.ts'],
    },
    {
      name: 'server entries',
      has: ['server/*'],
      mayImport: ['domain/', ...SERVER, 'server/services.ts', 'server/http/', 'server/cli/'],
    },

    { name: 'client/i18n', has: ['client/i18n/'], mayImport: ['domain/'] },
    {
      name: 'client/api',
      has: ['client/api/'],
      mayImport: ['domain/'],
      mayImportType: [{ file: 'server/http/app.ts', name: 'AppType' }],
    },
    {
      name: 'client/frame',
      has: ['client/frame/'],
      mayImport: ['domain/', 'client/api/', 'client/i18n/'],
    },
    { name: 'client/charts', has: ['client/charts/'], mayImport: ['domain/', ...FRAME] },
    {
      name: 'client/panels',
      has: ['client/panels/'],
      mayImport: ['domain/', 'client/api/', 'client/charts/', ...FRAME],
    },
    { name: 'client/pages', has: ['client/pages/'], mayImport: ['client/panels/', ...FRAME] },
    {
      name: 'client/app',
      has: ['client/app/', 'client/*'],
      mayImport: ['domain/', 'client/api/', 'client/pages/', ...FRAME],
    },

    { name: 'data/generator', has: ['data/generator/'], mayImport: ['domain/'] },
  ],
  kept: { 'better-sqlite3': 'server/store/', kysely: 'server/store/' },
};

/** A small tree that keeps to the table; each case below plants one file in it. */
const CLEAN = {
  'domain/statistics/wilson.ts': `export const wilson = () => 0;`,
  'domain/errors.ts': `import { z } from 'zod'; export const E = z.string();`,
  'domain/metrics/compute.ts': `import { wilson } from '../statistics/wilson.ts'; export { wilson };`,
  'server/config.ts': `import { E } from '../domain/errors.ts'; export const config = E;`,
  'server/thread.ts': `import { Worker } from 'node:worker_threads'; export { Worker };`,
  'server/store/ports.ts': `import type { E } from '../../domain/errors.ts'; export type { E };`,
  'server/store/sqlite/open.ts': `import Database from 'better-sqlite3';
    import { Kysely } from 'kysely';
    export type { E } from '../ports.ts';
    export const open = () => new Kysely(new Database(''));`,
  'server/import/commit.ts': `import { open } from '../store/sqlite/open.ts'; import '../thread.ts';
    export const commit = open;`,
  'server/analytics/query.ts': `import type { E } from '../store/ports.ts'; export type Q = E;`,
  'server/auth/scope.ts': `export * from '../analytics/query.ts';`,
  'server/http/app.ts': `import '../auth/scope.ts'; import '../import/commit.ts';
    import { Hono } from 'hono'; export type AppType = Hono; export const app = new Hono();`,
  'server/cli/import.ts': `const { commit } = await import('../import/commit.ts'); commit();`,
  'server/main.ts': `import { app } from './http/app.ts'; import './config.ts'; console.log(app);`,
  'client/i18n/words.ts': `import words from './zh.json'; export { words };`,
  'client/api/client.ts': `import type { AppType } from '../../server/http/app.ts';
    import { hc } from 'hono/client'; export const client = hc<AppType>('/');`,
  'client/frame/panel.tsx': `import '../i18n/words.ts'; export const Panel = () => <div />;`,
  'client/charts/funnel.tsx': `import { Panel } from '../frame/panel.tsx'; export { Panel };`,
  'client/panels/hires.tsx': `import '../api/client.ts'; import '../charts/funnel.tsx';`,
  'client/pages/overview.tsx': `import '../panels/hires.tsx'; import './overview.css';`,
  'client/app/router.tsx': `const page = () => import('../pages/overview.tsx'); export { page };`,
  'client/main.tsx': `import './app/router.tsx'; import 'react';`,
  'data/generator/main.ts': `import '../../domain/errors.ts'; import 'node:fs';`,
};

function check(planted: Record<string, string> = {}): string[] {
  return checkRooms(new Map(Object.entries({ ...CLEAN, ...planted })), ROOMS);
}

describe('the rooms checker', () => {
  it('passes a clean tree', () => {
    expect(check()).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    [
      'a value import where only a type is allowed',
      'client/api/a.ts',
      `import { app } from '../../server/http/app.ts';`,
      'client/api may only `import type` from server/http/app.ts',
    ],
    [
      'an inline type, which still loads the module',
      'client/api/a.ts',
      `import { type AppType } from '../../server/http/app.ts';`,
      'client/api may only `import type` from server/http/app.ts',
    ],
    [
      'another type than the allowed one',
      'client/api/a.ts',
      `import type { app } from '../../server/http/app.ts';`,
      'client/api may import only AppType of server/http/app.ts, not app',
    ],
    [
      'the allowed type in another room',
      'client/pages/a.ts',
      `import type { AppType } from '../../server/http/app.ts';`,
      'client/pages may not import server/http/app.ts',
    ],
    [
      'an import type expression',
      'client/charts/a.ts',
      `export type A = import('../../server/http/app.ts').AppType;`,
      'client/charts may not import server/http/app.ts',
    ],
    [
      'a dynamic import',
      'client/charts/a.ts',
      `export const load = () => import('../api/client.ts');`,
      'client/charts may not import client/api/client.ts',
    ],
    [
      'a dynamic import in a template literal',
      'domain/a.ts',
      'export const load = () => import(`../server/config.ts`);',
      'domain may not import server/config.ts',
    ],
    [
      'a computed import',
      'server/store/a.ts',
      `export const load = (path: string) => import(path);`,
      'imports a computed path, which cannot be checked',
    ],
    [
      'a glob import',
      'client/charts/a.ts',
      `export const all = import.meta.glob(['./*.tsx', '../panels/*.tsx']);`,
      'client/charts may not import client/panels/*.tsx',
    ],
    [
      'export … from',
      'server/analytics/a.ts',
      `export { open } from '../store/sqlite/open.ts';`,
      'server/analytics may not import server/store/sqlite/open.ts',
    ],
    [
      'export * from',
      'domain/a.ts',
      `export * from '../server/store/ports.ts';`,
      'domain may not import server/store/ports.ts',
    ],
    [
      'require',
      'server/cli/a.ts',
      `const { app } = require('../http/app.ts'); app();`,
      'server/cli may not import server/http/app.ts',
    ],
    [
      'import … = require',
      'server/cli/a.ts',
      `import http = require('../http/app.ts'); export { http };`,
      'server/cli may not import server/http/app.ts',
    ],
    [
      'a path without its extension',
      'client/pages/a.ts',
      `import '../api/client';`,
      'client/pages may not import client/api/client.ts',
    ],
    [
      'a path with the extension of the built file',
      'client/pages/a.ts',
      `import '../api/client.js';`,
      'client/pages may not import client/api/client.ts',
    ],
    [
      'a path that leaves the repository',
      'server/store/a.ts',
      `import '../../../elsewhere.ts';`,
      'server/store may not import ../elsewhere.ts',
    ],
    [
      'an alias in place of a path',
      'client/pages/a.ts',
      `import '@/api/client.ts';`,
      '@/api/client.ts must be written as a relative path',
    ],
    [
      'another room out of statistics',
      'domain/statistics/a.ts',
      `import type { E } from '../errors.ts';`,
      'domain/statistics may not import domain/errors.ts',
    ],
    [
      'an npm package in statistics',
      'domain/statistics/a.ts',
      `import { z } from 'zod';`,
      'domain/statistics may not import zod',
    ],
    [
      'a package other than zod in domain',
      'domain/a.ts',
      `import type { Hono } from 'hono';`,
      'domain may not import hono',
    ],
    [
      'Node in domain',
      'domain/a.ts',
      `import { readFileSync } from 'node:fs';`,
      'domain may not import node:fs',
    ],
    [
      'SQL outside the store',
      'server/analytics/a.ts',
      `import { sql } from 'kysely/helpers/sqlite';`,
      'kysely is kept to server/store/',
    ],
    [
      'the driver outside the store, for a type',
      'server/http/a.ts',
      `import type { Database } from 'better-sqlite3';`,
      'better-sqlite3 is kept to server/store/',
    ],
    [
      'a command that starts the web server',
      'server/cli/a.ts',
      `import '../main.ts';`,
      'server/cli may not import server/main.ts',
    ],
    [
      'the shell out of a page',
      'client/pages/a.ts',
      `import '../app/router.tsx';`,
      'client/pages may not import client/app/router.tsx',
    ],
    [
      'the server out of the generator',
      'data/generator/a.ts',
      `import '../../server/config.ts';`,
      'data/generator may not import server/config.ts',
    ],
    ['a folder without a row in the table', 'server/helpers/a.ts', '', 'stands in no room'],
  ])('finds %s', (_, path, source, sentence) => {
    const violations = check({ [path]: source });
    expect(violations).toContainEqual(expect.stringMatching(new RegExp(`^${path}(:1)?: `)));
    expect(violations.join('\n')).toContain(sentence);
  });

  it('names the line', () => {
    const [violation] = check({ 'domain/a.ts': `\n\nimport 'react';` });
    expect(violation).toBe('domain/a.ts:3: domain may not import react');
  });

  it('finds a circle between rooms even where the table allows each step', () => {
    const open: Rooms = {
      rooms: ['a/', 'b/', 'c/'].map((place) => ({
        name: place.slice(0, -1),
        has: [place],
        mayImport: ['a/', 'b/', 'c/'],
      })),
      kept: {},
    };
    const files = new Map([
      ['a/1.ts', `import '../b/1.ts';`],
      ['b/1.ts', `import type { C } from '../c/1.ts'; export type B = C;`],
      ['c/1.ts', `export type C = 1;`],
      ['c/2.ts', `export const a = () => import('../a/1.ts');`],
    ]);
    expect(checkRooms(files, open)).toEqual([
      'circle between rooms: a → b → c → a (a/1.ts:1, b/1.ts:1, c/2.ts:1)',
    ]);
    files.delete('c/2.ts');
    expect(checkRooms(files, open)).toEqual([]);
  });

  it('throws where a file does not parse, rather than pass it unread', () => {
    expect(() => check({ 'domain/a.ts': `import { from 'zod'` })).toThrow(SyntaxError);
  });
});

describe('this codebase', () => {
  const root = new URL('../../', import.meta.url);

  function readSources(folder: string): [path: string, source: string][] {
    const base = new URL(`${folder}/`, root);
    return readdirSync(fileURLToPath(base), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !path.includes('node_modules/'))
      .sort()
      .map((path) => [path, readFileSync(new URL(path, root), 'utf8')]);
  }

  const FOLDERS = ['client', 'server', 'domain', 'data'];
  const files = new Map(FOLDERS.flatMap(readSources));

  it.each(FOLDERS)('has sources to check in %s', (folder) => {
    expect([...files.keys()].filter((path) => path.startsWith(`${folder}/`))).not.toHaveLength(0);
  });

  it('keeps to the rooms', () => {
    expect(files.size).toBeGreaterThan(0);
    expect(checkRooms(files, ROOMS)).toEqual([]);
  });
});
