import { statSync } from 'node:fs';
import { getMigrations } from 'better-auth/db/migration';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAccounts, type Accounts } from '../../../server/auth/accounts.ts';
import { libraryOptions } from '../../../server/auth/library.ts';
import { openAccounts } from '../../../server/store/sqlite/account-store.ts';
import { HERE, HR } from '../../support/sign-in.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

const PASSWORD = 'four words in a row';
const DAY_MS = 86_400_000;
const HR_PLACE = { role: 'hr', schoolId: null, collegeId: null } as const;

let database: TemporaryDatabase;
let accounts: Accounts;

beforeEach(async () => {
  database = await temporaryDatabase();
  database.write((handle) => {
    handle.exec(`INSERT INTO schools (id, name) VALUES (1, 'North'), (2, 'South');
      INSERT INTO colleges (id, school_id, name, normalized) VALUES (1, 1, 'Arts', 'arts'), (2, 2, 'Law', 'law')`);
  });
  accounts = createAccounts({
    databasePath: database.path,
    baseUrl: 'http://127.0.0.1',
    trustsProxy: false,
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await accounts.close();
  database.remove();
});

async function invited(place: Parameters<Accounts['invite']>[0]) {
  const { secret } = await accounts.invite(place, HR);
  const { sessionToken } = await accounts.acceptLink(secret, { password: PASSWORD }, HERE);
  return accounts.principalOfSession(sessionToken);
}

describe('the tables of accounts', () => {
  it('are what the sign-in library wants: it would change nothing', async () => {
    const opened = openAccounts(database.path);
    const { toBeCreated, toBeAdded } = await getMigrations(
      libraryOptions({
        db: opened.db,
        secret: 'x',
        baseUrl: 'http://127.0.0.1',
        secure: false,
        mayComeIn: () => Promise.resolve(true),
      }),
    );
    await opened.close();
    expect([toBeCreated, toBeAdded]).toEqual([[], []]);
  });

  it('keep no secret that opens anything, and sign cookies with one that only the owner can read', async () => {
    const { secret } = await accounts.invite({ ...HR_PLACE, email: 'a@x.org', name: 'A' }, HR);
    const token = await accounts.createToken({ ...HR_PLACE, name: 'script', days: 1 }, HR);
    const stored = JSON.stringify([await accounts.links(), await accounts.tokens()]);
    for (const one of [secret, token.secret]) expect(stored).not.toContain(one);
    database.write((handle) => {
      const all = ['links', 'tokens', 'accounts', 'users'].flatMap((table) =>
        handle.prepare(`SELECT * FROM ${table}`).all(),
      );
      const text = JSON.stringify(all);
      for (const one of [secret, token.secret, PASSWORD]) expect(text).not.toContain(one);
    });
    expect(statSync(`${database.path}.secret`).mode & 0o777).toBe(0o600);
  });
});

describe('an invitation', () => {
  it('lets one person in once, as what it says', async () => {
    const { secret } = await accounts.invite(
      { role: 'dean', schoolId: 1, collegeId: 1, email: 'Dean@X.org', name: 'D' },
      HR,
    );
    expect(await accounts.findLink(secret)).toMatchObject({ email: 'dean@x.org', role: 'dean' });
    const [first, second] = await Promise.allSettled([
      accounts.acceptLink(secret, { password: PASSWORD }, HERE),
      accounts.acceptLink(secret, { password: PASSWORD }, HERE),
    ]);
    const statuses = [first?.status, second?.status].toSorted();
    expect(statuses).toEqual(['fulfilled', 'rejected']);
    expect(await accounts.users()).toMatchObject([
      { email: 'dean@x.org', role: 'dean', schoolId: 1, collegeId: 1, disabled: false },
    ]);
    await expect(accounts.findLink(secret)).rejects.toThrow('cannot be used');
  });

  it('cannot be used after a week, when withdrawn, or with a short password', async () => {
    const { secret } = await accounts.invite({ ...HR_PLACE, email: 'a@x.org', name: 'A' }, HR);
    await expect(accounts.acceptLink(secret, { password: 'short' }, HERE)).rejects.toThrow(
      '12 to 128',
    );
    vi.setSystemTime(Date.now() + 7 * DAY_MS + 1);
    await expect(accounts.findLink(secret)).rejects.toThrow('cannot be used');
    vi.useRealTimers();
    const other = await accounts.invite({ ...HR_PLACE, email: 'b@x.org', name: 'B' }, HR);
    await accounts.removeLink(other.link.id);
    await expect(accounts.findLink(other.secret)).rejects.toThrow('cannot be used');
    await expect(accounts.removeLink(other.link.id)).rejects.toThrow('no link');
  });

  it.each([
    [{ role: 'dean', schoolId: null, collegeId: null }, 'say which'],
    [{ role: 'dean', schoolId: 9, collegeId: null }, 'no school 9'],
    [{ role: 'dean', schoolId: 1, collegeId: 2 }, 'no college 2'],
    [{ role: 'hr', schoolId: 1, collegeId: null }, 'Only a dean'],
  ] as const)('for %j is refused', async (place, words) => {
    await expect(accounts.invite({ ...place, email: 'a@x.org', name: 'A' }, HR)).rejects.toThrow(
      words,
    );
    await expect(accounts.createToken({ ...place, name: 't', days: 1 }, HR)).rejects.toThrow(words);
  });

  it('of somebody who is in already is refused', async () => {
    await invited({ ...HR_PLACE, email: 'a@x.org', name: 'A' });
    await expect(accounts.invite({ ...HR_PLACE, email: 'A@X.org', name: 'A' }, HR)).rejects.toThrow(
      'has an account already',
    );
  });
});

describe('a session', () => {
  it('tells who asks and what they may see', async () => {
    const dean = await invited({
      role: 'dean',
      schoolId: 2,
      collegeId: 2,
      email: 'd@x.org',
      name: 'D',
    });
    expect(dean?.reach).toEqual({
      kind: 'school',
      school: { id: 2, name: 'South', nameZh: null },
      college: { id: 2, name: 'Law', nameZh: null },
    });
    expect(dean?.scope).toEqual({ kind: 'school', schoolId: 2 });
    const hr = await invited({ ...HR_PLACE, email: 'h@x.org', name: 'H' });
    expect(hr?.reach).toEqual({ kind: 'all' });
  });

  it('ends at once when its owner is shut out, moved to another school, or gets a new password', async () => {
    const admin = await invited({ ...HR_PLACE, role: 'admin', email: 'b@x.org', name: 'B' });
    const place = { role: 'dean', schoolId: 1, collegeId: null } as const;
    const dean = await invited({ ...place, email: 'd@x.org', name: 'D' });
    if (admin === null || typeof dean?.userId !== 'string' || dean.session === null)
      throw new Error('nobody');
    const stillIn = () => accounts.principalOfSession(dean.session ?? '') !== null;

    await accounts.changeUser(dean.userId, { name: 'Dean' }, admin);
    expect(stillIn()).toBe(true);
    await accounts.changeUser(dean.userId, { schoolId: 2 }, admin);
    expect(stillIn()).toBe(false);

    const link = await accounts.passwordLink(dean.userId, admin);
    const again = await accounts.acceptLink(link.secret, { password: `${PASSWORD} more` }, HERE);
    const second = await accounts.passwordLink(dean.userId, admin);
    await accounts.acceptLink(second.secret, { password: `${PASSWORD} yet more` }, HERE);
    expect(accounts.principalOfSession(again.sessionToken)).toBeNull();

    await accounts.changeUser(dean.userId, { disabled: true }, admin);
    expect(await accounts.users()).toMatchObject([{ name: 'B' }, { name: 'Dean', disabled: true }]);
  });

  it('is nobody’s after a week, and nobody’s for a guessed token', async () => {
    const { secret } = await accounts.invite({ ...HR_PLACE, email: 'a@x.org', name: 'A' }, HR);
    const { sessionToken } = await accounts.acceptLink(secret, { password: PASSWORD }, HERE);
    expect(accounts.principalOfSession(sessionToken)?.email).toBe('a@x.org');
    expect(accounts.principalOfSession(`${sessionToken}x`)).toBeNull();
    vi.setSystemTime(Date.now() + 7 * DAY_MS + 1000);
    expect(accounts.principalOfSession(sessionToken)).toBeNull();
  });

  it('can be ended by its owner only', async () => {
    const one = await invited({ ...HR_PLACE, email: 'a@x.org', name: 'A' });
    const other = await invited({ ...HR_PLACE, email: 'b@x.org', name: 'B' });
    if (one === null || other === null) throw new Error('nobody');
    const [foreign] = await accounts.sessionsOf(other);
    await expect(accounts.endSession(one, foreign?.id ?? '')).rejects.toThrow('no such session');
    await accounts.endOtherSessions(one);
    expect(await accounts.sessionsOf(other)).toHaveLength(1);
    await accounts.endSession(other, foreign?.id ?? '');
    expect(accounts.principalOfSession(other.session ?? '')).toBeNull();
  });
});

describe('administration', () => {
  it('cannot be left without an administrator', async () => {
    const admin = await invited({ ...HR_PLACE, role: 'admin', email: 'b@x.org', name: 'B' });
    if (typeof admin?.userId !== 'string') throw new Error('nobody');
    await expect(accounts.changeUser(admin.userId, { role: 'hr' }, admin)).rejects.toThrow('own');
    await expect(accounts.changeUser(admin.userId, { disabled: true }, HR)).rejects.toThrow('last');
  });

  it('begins by a link of which only the last one works', async () => {
    expect(await accounts.hasUsers()).toBe(false);
    const first = await accounts.firstAdministratorLink();
    const second = await accounts.firstAdministratorLink();
    await expect(accounts.findLink(first.secret)).rejects.toThrow('cannot be used');
    const acceptance = { password: PASSWORD, email: 'Boss@X.org', name: 'Boss' };
    await accounts.acceptLink(second.secret, acceptance, HERE);
    expect(await accounts.users()).toMatchObject([{ email: 'boss@x.org', role: 'admin' }]);
  });
});

describe('a token', () => {
  it('is somebody with its role until it expires or is revoked', async () => {
    const place = { role: 'dean', schoolId: 1, collegeId: null } as const;
    const { token, secret } = await accounts.createToken({ ...place, name: 't', days: 2 }, HR);
    expect(accounts.principalOfToken(secret)).toMatchObject({ role: 'dean', userId: null });
    await vi.waitFor(async () => expect((await accounts.tokens())[0]?.lastUsedOn).not.toBeNull());
    vi.setSystemTime(Date.now() + 2 * DAY_MS + 1);
    expect(accounts.principalOfToken(secret)).toBeNull();
    vi.useRealTimers();
    await accounts.removeToken(token.id);
    expect(accounts.principalOfToken(secret)).toBeNull();
    await expect(accounts.createToken({ ...place, name: 't', days: 400 }, HR)).rejects.toThrow(
      '1 to 366',
    );
  });
});
