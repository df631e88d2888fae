import type { Selectable } from 'kysely';
import { z } from 'zod';
import { ROLE_IDS } from '../../../domain/roles.ts';
import type { CalendarFeed, LinkRecord, Place, TokenRecord, UserRecord } from '../account-ports.ts';
import type { CalendarFeedsTable, LinksTable, TokensTable, UsersTable } from './schema.ts';

const role = z.enum(ROLE_IDS);
const purpose = z.enum(['first_administrator', 'invitation', 'password']);

/** Where a stored user, link or token belongs. */
export function placeOf(row: {
  readonly role: string;
  readonly school_id: number | null;
  readonly college_id: number | null;
}): Place {
  return { role: role.parse(row.role), schoolId: row.school_id, collegeId: row.college_id };
}

/** A stored user as the rest of the server knows it. */
export function userOf(row: Selectable<UsersTable>): UserRecord {
  const { id, email, name, disabled, createdAt } = row;
  return { ...placeOf(row), id, email, name, disabled: disabled === 1, createdAt };
}

/** A stored link, without its secret. */
export function linkOf(row: Selectable<LinksTable>): LinkRecord {
  return {
    ...placeOf(row),
    id: row.id,
    purpose: purpose.parse(row.purpose),
    email: row.email,
    name: row.name,
    userId: row.user_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  };
}

/** A stored token, without its secret. */
export function tokenOf(row: Selectable<TokensTable>): TokenRecord {
  return {
    ...placeOf(row),
    id: row.id,
    name: row.name,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedOn: row.last_used_on,
  };
}

/** A stored calendar address, without its secret. */
export function calendarFeedOf(row: Selectable<CalendarFeedsTable>): CalendarFeed {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedOn: row.last_used_on,
  };
}
