import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROLE_IDS, type Role } from '../../domain/roles.ts';
import type { Accounts } from '../../server/auth/accounts.ts';
import { ACCESS } from '../../server/http/access.ts';
import { tokenHeader } from '../support/sign-in.ts';
import { readApp, type ReadApp } from './read-app.ts';

// Every route of the API × every role, and nobody: who is let in. What a route then says of a request that makes no
// sense (400, 404, 409, 415, 422) is no matter here; that it says 401 or 403 to exactly those it is closed to is.

const openapi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

let read: ReadApp;
let accounts: Accounts;
const headers = new Map<Role, Readonly<Record<string, string>>>();

beforeAll(async () => {
  read = await readApp(undefined, (services) => {
    accounts = services.accounts;
    return {};
  });
  for (const role of ROLE_IDS) {
    headers.set(role, await tokenHeader(accounts, role, role === 'dean' ? 1 : null));
  }
});
afterAll(() => read.remove());

/** Every route that the document lists, by method and declared path. */
async function routes(): Promise<{ method: string; path: string; key: string }[]> {
  const { paths } = openapi.parse((await read.ask('/api/openapi.json')).body);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => {
      const upper = method.toUpperCase();
      return { method: upper, path, key: `${upper} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}` };
    }),
  );
}

async function ask(method: string, path: string, own: Readonly<Record<string, string>>) {
  const { status } = await read.ask(path.replaceAll(/\{\w+\}/g, '999999'), {
    method,
    headers: { cookie: 'none=1', ...own },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });
  return status;
}

describe('who may use a route', () => {
  it('is decided for every route, and for nothing that is no route', async () => {
    const listed = (await routes()).map(({ key }) => key);
    expect(listed.toSorted()).toEqual(Object.keys(ACCESS).toSorted());
  });

  it('nobody gets past 401 where a route is not open to everybody', async () => {
    for (const { method, path, key } of await routes()) {
      const status = await ask(method, path, {});
      if (ACCESS[key] === 'everybody') expect([key, status]).not.toEqual([key, 403]);
      else expect([key, status]).toEqual([key, 401]);
    }
  });

  it.each(ROLE_IDS)(
    'somebody who is %s gets 403 exactly where the role is not named',
    async (role) => {
      for (const { method, path, key } of await routes()) {
        const access = ACCESS[key] ?? [];
        if (access === 'everybody') continue;
        const status = await ask(method, path, headers.get(role) ?? {});
        expect([key, status === 403]).toEqual([key, !access.includes(role)]);
        expect([key, status]).not.toEqual([key, 401]);
      }
    },
  );

  it('a dean is refused before anything of the request is looked at', async () => {
    const own = headers.get('dean') ?? {};
    for (const path of [
      '/api/query?metric=hires&school=1',
      '/api/query?metric=nonsense',
      '/api/records?school=2',
      '/api/records/1',
      '/api/retention?by=school',
    ]) {
      const { status, text } = await read.ask(path, { headers: own });
      expect([path, status]).toEqual([path, path === '/api/records/1' ? 404 : 403]);
      expect(text).not.toMatch(/school|nonsense/i);
    }
  });
});
