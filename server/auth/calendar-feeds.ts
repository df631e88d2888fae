import { AppError } from '../../domain/errors.ts';
import type { CalendarFeed } from '../store/account-ports.ts';
import type { AccountContext } from './accounts.ts';
import { hashOfSecret, newOpener } from './opener.ts';
import { principalAt, type Principal } from './principal.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;
const MOST_FEEDS = 20;

function personBehind({ userId }: Principal): string {
  if (userId !== null) return userId;
  throw new AppError('conflict', {
    en: 'A script has no calendar: this is for people who signed in. It asks with its own token.',
    zh: '脚本没有日历订阅：仅供已登录的人员使用，脚本请使用自己的令牌。',
  });
}

/** The addresses by which calendar programs of somebody follow the ledger, oldest first; none for a script. */
export async function calendarFeedsOf(
  { store }: AccountContext,
  { userId }: Principal,
): Promise<CalendarFeed[]> {
  return userId === null ? [] : store.calendarFeedsOf(userId);
}

/**
 * Makes an address for a calendar program; its secret is in the answer and nowhere else.
 * @throws AppError `conflict` for a script and for one too many, `invalid_input` for too long a life.
 */
export async function createCalendarFeed(
  { store, now }: AccountContext,
  { name, days }: { readonly name: string; readonly days: number },
  by: Principal,
): Promise<{ feed: CalendarFeed; secret: string }> {
  const userId = personBehind(by);
  if (days < 1 || days > LONGEST_DAYS) {
    throw new AppError('invalid_input', {
      en: `days: a calendar address lives 1 to ${LONGEST_DAYS} days.`,
      zh: `days：订阅地址的有效期为 1 至 ${LONGEST_DAYS} 天。`,
    });
  }
  if ((await store.calendarFeedsOf(userId)).length >= MOST_FEEDS) {
    throw new AppError('conflict', {
      en: `You have ${MOST_FEEDS} calendar addresses. Revoke one first.`,
      zh: `您已有 ${MOST_FEEDS} 个订阅地址，请先撤销一个。`,
    });
  }
  const { secret, hash } = newOpener();
  const createdAt = now();
  const stored = { userId, name, createdAt, expiresAt: createdAt + days * DAY_MS };
  const id = await store.addCalendarFeed({ ...stored, secretHash: hash });
  return { feed: { ...stored, id, lastUsedOn: null }, secret };
}

/** Revokes one of the own addresses. Throws AppError `not_found`, the same for a foreign one. */
export async function removeCalendarFeed(
  { store }: AccountContext,
  id: number,
  by: Principal,
): Promise<void> {
  if (by.userId !== null && (await store.removeCalendarFeed(by.userId, id))) return;
  throw new AppError('not_found', {
    en: `You have no calendar address ${id}.`,
    zh: `您没有编号为 ${id} 的订阅地址。`,
  });
}

/**
 * Whose calendar an address is, as they are now; null where it is unknown, revoked or has expired, or its owner is shut
 * out. A use is noted once a day.
 */
export function principalOfCalendarFeed(
  { store, reader, now }: AccountContext,
  secret: string,
): Principal | null {
  const found = reader.calendarFeedByHash(hashOfSecret(secret), now());
  if (found === null) return null;
  const { feed, owner } = found;
  const today = Math.floor(now() / DAY_MS);
  if (feed.lastUsedOn !== today) {
    // The answer does not wait for the note, and a note that fails is made at the next use.
    void store.touchCalendarFeed(feed.id, today).catch(() => {});
  }
  const { role, schoolId, collegeId } = owner;
  return principalAt(
    reader,
    { role, schoolId, collegeId },
    { userId: null, email: `calendar:${feed.id}`, name: feed.name, session: null },
  );
}
