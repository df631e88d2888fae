import { z } from '@hono/zod-openapi';
import { ROLE_IDS } from '../../domain/roles.ts';
import type { LinkRecord, TokenRecord, UserRecord } from '../store/account-ports.ts';

const named = z.object({ id: z.number(), name: z.string(), nameZh: z.string().nullable() });

export const role = z.enum(ROLE_IDS);

export const me = z.object({
  user: z.object({ email: z.string(), name: z.string(), role }),
  scope: z.union([
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('school'), school: named, college: named.optional() }),
  ]),
});

const place = { role, schoolId: z.number().nullable(), collegeId: z.number().nullable() };

export const shownUser = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  ...place,
  disabled: z.boolean(),
  createdAt: z.string(),
});

export const shownLink = z.object({
  id: z.number(),
  purpose: z.enum(['first_administrator', 'invitation', 'password']),
  email: z.string().nullable(),
  name: z.string().nullable(),
  ...place,
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
});

export const shownToken = z.object({
  id: z.number(),
  name: z.string(),
  ...place,
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedOn: z.string().nullable(),
});

const DAY_MS = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString();

/** A user as it goes over the wire. */
export function showUser(user: UserRecord): z.output<typeof shownUser> {
  const { id, email, name, role: is, schoolId, collegeId, disabled, createdAt } = user;
  return { id, email, name, role: is, schoolId, collegeId, disabled, createdAt };
}

/** A link as it goes over the wire, without what opens it. */
export function showLink(link: LinkRecord): z.output<typeof shownLink> {
  const { id, purpose, email, name, role: is, schoolId, collegeId, createdBy } = link;
  const usedAt = link.usedAt === null ? null : iso(link.usedAt);
  const times = { createdAt: iso(link.createdAt), expiresAt: iso(link.expiresAt), usedAt };
  return { id, purpose, email, name, role: is, schoolId, collegeId, createdBy, ...times };
}

/** A token as it goes over the wire, without its secret. */
export function showToken(token: TokenRecord): z.output<typeof shownToken> {
  const { id, name, role: is, schoolId, collegeId, createdBy } = token;
  return {
    id,
    name,
    role: is,
    schoolId,
    collegeId,
    createdBy,
    createdAt: iso(token.createdAt),
    expiresAt: iso(token.expiresAt),
    lastUsedOn: token.lastUsedOn === null ? null : iso(token.lastUsedOn * DAY_MS).slice(0, 10),
  };
}
