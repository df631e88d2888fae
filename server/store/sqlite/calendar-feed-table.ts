import type { Kysely } from 'kysely';
import type { AccountStore } from '../account-ports.ts';
import { calendarFeedOf } from './account-rows.ts';
import type { Database } from './schema.ts';

/** The verbs of addresses for calendar programs. */
export function calendarFeedTable(
  db: Kysely<Database>,
): Pick<
  AccountStore,
  'addCalendarFeed' | 'calendarFeedsOf' | 'removeCalendarFeed' | 'touchCalendarFeed'
> {
  return {
    addCalendarFeed: async (feed) => {
      const { insertId } = await db
        .insertInto('calendar_feeds')
        .values({
          user_id: feed.userId,
          name: feed.name,
          secret_hash: feed.secretHash,
          created_at: feed.createdAt,
          expires_at: feed.expiresAt,
          last_used_on: null,
        })
        .executeTakeFirstOrThrow();
      return Number(insertId);
    },
    calendarFeedsOf: async (userId) =>
      (
        await db
          .selectFrom('calendar_feeds')
          .selectAll()
          .where('user_id', '=', userId)
          .orderBy('id')
          .execute()
      ).map(calendarFeedOf),
    removeCalendarFeed: async (userId, id) => {
      const { numDeletedRows } = await db
        .deleteFrom('calendar_feeds')
        .where('user_id', '=', userId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
    touchCalendarFeed: async (id, day) => {
      await db
        .updateTable('calendar_feeds')
        .set({ last_used_on: day })
        .where('id', '=', id)
        .execute();
    },
  };
}
