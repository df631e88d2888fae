import { Kysely } from 'kysely';
import type { AccountStore, Place } from '../account-ports.ts';
import { calendarFeedTable } from './calendar-feed-table.ts';
import { linkOf, tokenOf, userOf } from './account-rows.ts';
import { openForWriting } from './open.ts';
import { patientDialect } from './retrying-dialect.ts';
import type { Database } from './schema.ts';

/** The tables of accounts, and the handle that the sign-in library writes its own with. */
export interface OpenAccounts {
  readonly store: AccountStore;
  readonly db: Kysely<Database>;
  close(): Promise<void>;
}

function placed({ role, schoolId, collegeId }: Place) {
  return { role, school_id: schoolId, college_id: collegeId };
}

/** Opens accounts on an existing database of the current schema. */
export function openAccounts(path: string): OpenAccounts {
  const connection = openForWriting(path, 0);
  const db = new Kysely<Database>({ dialect: patientDialect(connection) });
  const close = async (): Promise<void> => {
    await db.destroy();
    // Kysely closes what it has asked something only.
    connection.close();
  };
  return { store: accountStore(db), db, close };
}

function accountStore(db: Kysely<Database>): AccountStore {
  const users = () => db.selectFrom('users').selectAll();
  const links = () => db.selectFrom('links').selectAll();
  return {
    hasUsers: async () => (await users().limit(1).execute()).length > 0,
    users: async () => (await users().orderBy('email').execute()).map(userOf),
    user: async (id) => {
      const row = await users().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : userOf(row);
    },
    userByEmail: async (email) => {
      const row = await users().where('email', '=', email.toLowerCase()).executeTakeFirst();
      return row === undefined ? null : userOf(row);
    },
    changeUser: async (id, { role, schoolId, collegeId, disabled, name }) => {
      await db
        .updateTable('users')
        .set({
          ...(role === undefined ? {} : { role }),
          ...(schoolId === undefined ? {} : { school_id: schoolId }),
          ...(collegeId === undefined ? {} : { college_id: collegeId }),
          ...(disabled === undefined ? {} : { disabled: disabled ? 1 : 0 }),
          ...(name === undefined ? {} : { name }),
          updatedAt: new Date().toISOString(),
        })
        .where('id', '=', id)
        .execute();
    },
    endSessions: async (userId) => {
      await db.deleteFrom('sessions').where('userId', '=', userId).execute();
    },
    sessionsOf: async (userId) =>
      (
        await db
          .selectFrom('sessions')
          .selectAll()
          .where('userId', '=', userId)
          .where('expiresAt', '>', new Date().toISOString())
          .orderBy('createdAt', 'desc')
          .execute()
      ).map(({ id, token, createdAt, expiresAt, ipAddress, userAgent }) => ({
        id,
        token,
        createdAt,
        expiresAt,
        address: ipAddress,
        browser: userAgent,
      })),
    endSession: async (userId, id) => {
      const { numDeletedRows } = await db
        .deleteFrom('sessions')
        .where('userId', '=', userId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
    endOtherSessions: async (userId, token) => {
      await db
        .deleteFrom('sessions')
        .where('userId', '=', userId)
        .where('token', '!=', token)
        .execute();
    },
    administrators: async () =>
      (await users().where('role', '=', 'admin').where('disabled', '=', 0).execute()).length,
    identitiesOf: async (userId, provider) =>
      (
        await db
          .selectFrom('accounts')
          .select('accountId')
          .where('userId', '=', userId)
          .where('providerId', '=', provider)
          .execute()
      ).map(({ accountId }) => accountId),
    removeIdentities: async (userId, provider) => {
      await db
        .deleteFrom('accounts')
        .where('userId', '=', userId)
        .where('providerId', '=', provider)
        .execute();
    },

    addLink: async (link) => {
      const { insertId } = await db
        .insertInto('links')
        .values({
          ...placed(link),
          purpose: link.purpose,
          secret_hash: link.secretHash,
          email: link.email,
          name: link.name,
          user_id: link.userId,
          created_by: link.createdBy,
          created_at: link.createdAt,
          expires_at: link.expiresAt,
          used_at: null,
        })
        .executeTakeFirstOrThrow();
      return Number(insertId);
    },
    links: async () => (await links().orderBy('id', 'desc').execute()).map(linkOf),
    openInvitation: async (email, now) => {
      const row = await links()
        .where('purpose', '=', 'invitation')
        .where('email', '=', email.toLowerCase())
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .orderBy('id', 'desc')
        .executeTakeFirst();
      return row === undefined ? null : linkOf(row);
    },
    linkByHash: async (hash) => {
      const row = await links().where('secret_hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : linkOf(row);
    },
    useLink: async (id, now) => {
      const { numUpdatedRows } = await db
        .updateTable('links')
        .set({ used_at: now })
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    removeLink: async (id) => {
      const { numDeletedRows } = await db
        .deleteFrom('links')
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
    removeLinks: async (purpose) => {
      await db.deleteFrom('links').where('purpose', '=', purpose).execute();
    },

    addToken: async (token) => {
      const { insertId } = await db
        .insertInto('tokens')
        .values({
          ...placed(token),
          name: token.name,
          secret_hash: token.secretHash,
          created_by: token.createdBy,
          created_at: token.createdAt,
          expires_at: token.expiresAt,
          last_used_on: null,
        })
        .executeTakeFirstOrThrow();
      return Number(insertId);
    },
    tokens: async () =>
      (await db.selectFrom('tokens').selectAll().orderBy('id').execute()).map(tokenOf),
    removeToken: async (id) => {
      const { numDeletedRows } = await db
        .deleteFrom('tokens')
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
    touchToken: async (id, day) => {
      await db.updateTable('tokens').set({ last_used_on: day }).where('id', '=', id).execute();
    },

    ...calendarFeedTable(db),

    schoolExists: async (id) =>
      (await db.selectFrom('schools').select('id').where('id', '=', id).executeTakeFirst()) !==
      undefined,
    collegeBelongs: async (collegeId, schoolId) =>
      (await db
        .selectFrom('colleges')
        .select('id')
        .where('id', '=', collegeId)
        .where('school_id', '=', schoolId)
        .executeTakeFirst()) !== undefined,
  };
}
