import { createRoute, z } from '@hono/zod-openapi';
import type { Services } from '../services.ts';
import type { Place } from '../store/account-ports.ts';
import type { AuditValues } from '../store/audit-ports.ts';
import type { Names } from '../store/ports.ts';
import {
  role,
  shownLink,
  shownToken,
  shownUser,
  showLink,
  showToken,
  showUser,
} from './account-shapes.ts';
import { actorOf } from './actor.ts';
import { principalOf } from './principal.ts';
import { errorBody, errors, json } from './response-schemas.ts';
import { router } from './router.ts';

const notFound = { 404: json(errorBody, 'There is no such entry') } as const;
const conflict = { 409: json(errorBody, 'What is stored does not allow it') } as const;
const done = z.object({ done: z.literal(true) });
const DONE = { done: true } as const;

function body<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true } as const;
}

const place = {
  role,
  schoolId: z.number().int().positive().nullable().default(null),
  collegeId: z.number().int().positive().nullable().default(null),
};
const name = z.string().trim().min(1).max(200);
const number = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'must be a number')
  .transform(Number);
const numbered = { params: z.object({ id: number }) };
const user = { params: z.object({ id: z.string().max(100) }) };
const opened = z.object({ link: shownLink, path: z.string() });

const listUsers = createRoute({
  method: 'get',
  path: '/api/users',
  summary: 'Everybody with an account',
  responses: { 200: json(z.array(shownUser), 'By address') },
});

const changeUser = createRoute({
  method: 'patch',
  path: '/api/users/{id}',
  summary: 'Change what somebody is, or shut them out; they are signed out at once',
  request: {
    ...user,
    body: body(
      z.object({
        name: name.optional(),
        role: role.optional(),
        schoolId: z.number().int().positive().nullable().optional(),
        collegeId: z.number().int().positive().nullable().optional(),
        disabled: z.boolean().optional(),
      }),
    ),
  },
  responses: { ...errors, ...notFound, ...conflict, 200: json(shownUser, 'As it is now') },
});

const passwordLink = createRoute({
  method: 'post',
  path: '/api/users/{id}/password-link',
  summary: 'A one-time link by which somebody chooses a new password',
  request: user,
  responses: { ...notFound, 201: json(opened, 'The link; its path is shown this once') },
});

const listInvitations = createRoute({
  method: 'get',
  path: '/api/invitations',
  summary: 'Every link made so far, without what opens it',
  responses: { 200: json(z.array(shownLink), 'Latest first') },
});

const invite = createRoute({
  method: 'post',
  path: '/api/invitations',
  summary: 'Invite somebody',
  request: { body: body(z.object({ email: z.email().max(320), name, ...place })) },
  responses: { ...errors, ...conflict, 201: json(opened, 'The link; its path is shown this once') },
});

const removeInvitation = createRoute({
  method: 'delete',
  path: '/api/invitations/{id}',
  summary: 'Take an invitation back',
  request: numbered,
  responses: { ...errors, ...notFound, 200: json(done, 'It lets nobody in any more') },
});

const listTokens = createRoute({
  method: 'get',
  path: '/api/tokens',
  summary: 'Every token of scripts, without its secret',
  responses: { 200: json(z.array(shownToken), 'Oldest first') },
});

const makeToken = createRoute({
  method: 'post',
  path: '/api/tokens',
  summary: 'Make a token for a script',
  request: { body: body(z.object({ name, days: z.number().int(), ...place })) },
  responses: {
    ...errors,
    201: json(z.object({ token: shownToken, secret: z.string() }), 'The secret is shown this once'),
  },
});

const removeToken = createRoute({
  method: 'delete',
  path: '/api/tokens/{id}',
  summary: 'Revoke a token',
  request: numbered,
  responses: { ...errors, ...notFound, 200: json(done, 'It is refused from now on') },
});

/** The page on which a link is used. */
export function pathOfLink(secret: string): string {
  return `/join/${secret}`;
}

/** What somebody or a token is, as the audit trail keeps it: with the names of the day. */
function placeValues({ role: is, schoolId, collegeId }: Place, names: Names): AuditValues {
  return {
    role: is,
    school: schoolId === null ? null : names.of('school', schoolId).name,
    college: collegeId === null ? null : names.of('college', collegeId).name,
  };
}

/** Users, invitations and tokens, for administrators. */
export function accountRoutes({
  accounts,
  audit,
  directory,
}: Pick<Services, 'accounts' | 'audit' | 'directory'>) {
  return router()
    .openapi(listUsers, async (context) =>
      context.json((await accounts.users()).map(showUser), 200),
    )
    .openapi(changeUser, async (context) => {
      const { id } = context.req.valid('param');
      const before = (await accounts.users()).find((one) => one.id === id);
      const changed = await accounts.changeUser(
        id,
        context.req.valid('json'),
        principalOf(context),
      );
      const names = await directory.names();
      const valuesOf = (one: typeof changed): AuditValues => ({
        ...placeValues(one, names),
        name: one.name,
        state: one.disabled ? 'shut_out' : 'active',
      });
      await audit.note({
        by: actorOf(context),
        action: 'change',
        kind: 'user',
        recordId: 0,
        label: changed.email,
        before: before === undefined ? null : valuesOf(before),
        after: valuesOf(changed),
      });
      return context.json(showUser(changed), 200);
    })
    .openapi(passwordLink, async (context) => {
      const { id } = context.req.valid('param');
      const { link, secret } = await accounts.passwordLink(id, principalOf(context));
      await audit.note({
        by: actorOf(context),
        action: 'add',
        kind: 'password_link',
        recordId: link.id,
        label: link.email ?? '',
        before: null,
        after: null,
      });
      return context.json({ link: showLink(link), path: pathOfLink(secret) }, 201);
    })
    .openapi(listInvitations, async (context) =>
      context.json((await accounts.links()).map(showLink), 200),
    )
    .openapi(invite, async (context) => {
      const { link, secret } = await accounts.invite(
        context.req.valid('json'),
        principalOf(context),
      );
      await audit.note({
        by: actorOf(context),
        action: 'add',
        kind: 'invitation',
        recordId: link.id,
        label: link.email ?? '',
        before: null,
        after: { name: link.name, ...placeValues(link, await directory.names()) },
      });
      return context.json({ link: showLink(link), path: pathOfLink(secret) }, 201);
    })
    .openapi(removeInvitation, async (context) => {
      const { id } = context.req.valid('param');
      const link = (await accounts.links()).find((one) => one.id === id);
      await accounts.removeLink(id);
      await audit.note({
        by: actorOf(context),
        action: 'delete',
        kind: link?.purpose === 'password' ? 'password_link' : 'invitation',
        recordId: id,
        label: link?.email ?? '',
        before: null,
        after: null,
      });
      return context.json(DONE, 200);
    })
    .openapi(listTokens, async (context) =>
      context.json((await accounts.tokens()).map(showToken), 200),
    )
    .openapi(makeToken, async (context) => {
      const { token, secret } = await accounts.createToken(
        context.req.valid('json'),
        principalOf(context),
      );
      await audit.note({
        by: actorOf(context),
        action: 'add',
        kind: 'token',
        recordId: token.id,
        label: token.name,
        before: null,
        after: {
          ...placeValues(token, await directory.names()),
          expires_on: showToken(token).expiresAt.slice(0, 10),
        },
      });
      return context.json({ token: showToken(token), secret }, 201);
    })
    .openapi(removeToken, async (context) => {
      const { id } = context.req.valid('param');
      const token = (await accounts.tokens()).find((one) => one.id === id);
      await accounts.removeToken(id);
      await audit.note({
        by: actorOf(context),
        action: 'delete',
        kind: 'token',
        recordId: id,
        label: token?.name ?? '',
        before: null,
        after: null,
      });
      return context.json(DONE, 200);
    });
}
