import type { Selectable } from 'kysely';
import type { NamedPlace, SessionReader } from '../account-ports.ts';
import { calendarFeedOf, placeOf, tokenOf, userOf } from './account-rows.ts';
import type { Connection } from './open.ts';
import type { CalendarFeedsTable, TokensTable, UsersTable } from './schema.ts';

/** Reads who is signed in, on a read-only handle. */
export function sessionReader(connection: Connection): SessionReader {
  const user = connection.prepare<[string, string], Selectable<UsersTable>>(
    `SELECT users.* FROM sessions JOIN users ON users.id = sessions.userId
     WHERE sessions.token = ? AND sessions.expiresAt > ? AND users.disabled = 0`,
  );
  const token = connection.prepare<[string, number], Selectable<TokensTable>>(
    'SELECT * FROM tokens WHERE secret_hash = ? AND expires_at > ?',
  );
  const feed = connection.prepare<
    [string, number],
    Selectable<CalendarFeedsTable> &
      Pick<Selectable<UsersTable>, 'role' | 'school_id' | 'college_id'>
  >(
    `SELECT calendar_feeds.*, users.role, users.school_id, users.college_id
     FROM calendar_feeds JOIN users ON users.id = calendar_feeds.user_id
     WHERE calendar_feeds.secret_hash = ? AND calendar_feeds.expires_at > ? AND users.disabled = 0`,
  );
  const school = connection.prepare<[number], NamedPlace>(
    'SELECT id, name, name_zh AS nameZh FROM schools WHERE id = ?',
  );
  const merged = connection.prepare<[number], { into: number }>(
    `SELECT into_id AS "into" FROM merges WHERE kind = 'school' AND from_id = ? AND undone_at IS NULL
     ORDER BY id DESC LIMIT 1`,
  );
  const college = connection.prepare<[number], NamedPlace>(
    'SELECT id, name, name_zh AS nameZh FROM colleges WHERE id = ?',
  );
  return {
    userOfSession: (secret, now) => {
      const row = user.get(secret, new Date(now).toISOString());
      return row === undefined ? null : userOf(row);
    },
    tokenByHash: (hash, now) => {
      const row = token.get(hash, now);
      return row === undefined ? null : tokenOf(row);
    },
    calendarFeedByHash: (hash, now) => {
      const row = feed.get(hash, now);
      return row === undefined ? null : { feed: calendarFeedOf(row), owner: placeOf(row) };
    },
    schoolName: (id) => {
      // Each merge leads to a school that was there at its time, so that this ends.
      for (let at: number | undefined = id; at !== undefined; at = merged.get(at)?.into) {
        const found = school.get(at);
        if (found !== undefined) return found;
      }
      return null;
    },
    collegeName: (id) => college.get(id) ?? null,
  };
}
