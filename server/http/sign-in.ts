import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { setSignedCookie } from 'hono/cookie';
import { AppError } from '../../domain/errors.ts';
import type { Accounts } from '../auth/accounts.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../auth/library.ts';
import type { Services } from '../services.ts';
import type { NewAuditLine } from '../store/audit-ports.ts';
import { me, role, shownLink, showLink } from './account-shapes.ts';
import { actorOf } from './actor.ts';
import { askLibrary } from './ask-library.ts';
import { clientAddress } from './client-address.ts';
import { principalOf, type Signed } from './principal.ts';
import { errorBody, errors, json } from './response-schemas.ts';
import { router } from './router.ts';

const done = z.object({ done: z.literal(true) });
const signedOut = { 401: json(errorBody, 'Wrong address or password') } as const;
const tooMany = { 429: json(errorBody, 'Too many attempts: the message says when to try again') };
const linkGone = { 404: json(errorBody, 'The link cannot be used') } as const;

const password = z.string().max(1000);
const secret = z.object({ secret: z.string().max(200) });

function body<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true } as const;
}

const welcome = createRoute({
  method: 'get',
  path: '/api/welcome',
  summary:
    'Whether this is the demonstration, whether whoever asks is signed in, and how people sign in',
  responses: {
    200: json(
      z.object({
        demo: z.boolean(),
        signedIn: z.boolean(),
        company: z.object({ name: z.string().nullable(), logo: z.string().nullable() }),
        singleSignOn: z.object({ label: z.string().nullable() }).nullable(),
      }),
      'Nothing about the data',
    ),
  },
});

const signIn = createRoute({
  method: 'post',
  path: '/api/auth/sign-in/email',
  summary: 'Sign in with address and password; sets the session cookie',
  request: { body: body(z.object({ email: z.string().max(320), password })) },
  responses: { ...errors, ...signedOut, ...tooMany, 200: json(done, 'Signed in') },
});

const signOut = createRoute({
  method: 'post',
  path: '/api/auth/sign-out',
  summary: 'End this session',
  responses: { 200: json(done, 'Signed out') },
});

const changePassword = createRoute({
  method: 'post',
  path: '/api/auth/change-password',
  summary: 'Change the own password; all other sessions end',
  request: {
    body: body(
      z.object({
        currentPassword: password,
        newPassword: z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD),
      }),
    ),
  },
  responses: { ...errors, ...signedOut, ...tooMany, 200: json(done, 'Changed') },
});

const demoSignIn = createRoute({
  method: 'post',
  path: '/api/demo/sign-in',
  summary: 'Sign in to the demonstration with one click; elsewhere there is no such route',
  request: { body: body(z.object({ role })) },
  responses: { ...errors, ...linkGone, 200: json(done, 'Signed in') },
});

const lookAtLink = createRoute({
  method: 'get',
  path: '/api/links/{secret}',
  summary: 'What a link of an invitation or for a new password is for',
  request: { params: secret },
  responses: { ...linkGone, 200: json(shownLink, 'The link') },
});

const useLink = createRoute({
  method: 'post',
  path: '/api/links/{secret}',
  summary: 'Accept an invitation or choose a new password; signs in',
  request: {
    params: secret,
    body: body(
      z.object({
        password,
        email: z.email().max(320).optional(),
        name: z.string().min(1).max(200).optional(),
      }),
    ),
  },
  responses: {
    ...errors,
    ...linkGone,
    409: json(errorBody, 'The address has an account meanwhile'),
    200: json(done, 'Signed in'),
  },
});

const meRoute = createRoute({
  method: 'get',
  path: '/api/me',
  summary: 'Who asks, and what they may see',
  responses: { 200: json(me, 'The own account') },
});

const sessions = createRoute({
  method: 'get',
  path: '/api/auth/list-sessions',
  summary: 'The own sessions',
  responses: {
    200: json(
      z.array(
        z.object({
          id: z.string(),
          current: z.boolean(),
          createdAt: z.string(),
          expiresAt: z.string(),
          address: z.string().nullable(),
          browser: z.string().nullable(),
        }),
      ),
      'Latest first',
    ),
  },
});

const endSession = createRoute({
  method: 'post',
  path: '/api/auth/revoke-session',
  summary: 'End one of the own sessions',
  request: { body: body(z.object({ id: z.string().max(100) })) },
  responses: { ...errors, 404: json(errorBody, 'No such session'), 200: json(done, 'Ended') },
});

const endOthers = createRoute({
  method: 'post',
  path: '/api/auth/revoke-other-sessions',
  summary: 'End all own sessions but this one',
  responses: { 200: json(done, 'Ended') },
});

const DONE = { done: true } as const;

function originOf(context: Context<Signed>, { trustsProxy }: Accounts) {
  return {
    address: clientAddress(context, trustsProxy),
    browser: context.req.header('user-agent') ?? '',
  };
}

async function setSession(
  context: Context<Signed>,
  accounts: Accounts,
  token: string,
): Promise<void> {
  const { name, attributes } = (await accounts.library.$context).authCookies.sessionToken;
  await setSignedCookie(context, name, token, accounts.secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: attributes.secure === true,
    ...(attributes.maxAge === undefined ? {} : { maxAge: attributes.maxAge }),
  });
}

/** Coming in, going out, and the own account. */
export function signInRoutes({
  accounts,
  audit,
  demo,
  settings,
}: Pick<Services, 'accounts' | 'audit' | 'demo' | 'settings'>) {
  const noteOwn = (
    context: Context<Signed>,
    what: Pick<NewAuditLine, 'action' | 'kind'> & Partial<Pick<NewAuditLine, 'after'>>,
  ): Promise<void> => {
    const by = actorOf(context);
    return audit.note({ by, recordId: 0, label: by.email, before: null, after: null, ...what });
  };
  return router()
    .openapi(welcome, (context) => {
      const { singleSignOn } = accounts;
      const shown = singleSignOn === null ? null : { label: singleSignOn.label };
      const signedIn = context.get('principal') !== null;
      const { companyName: name } = settings.read();
      // The address changes with the picture.
      const logo = settings.logo() === null ? null : `/api/company/logo?v=${settings.version()}`;
      const company = { name, logo };
      return context.json({ demo, signedIn, company, singleSignOn: shown }, 200);
    })
    .openapi(signIn, async (context) => {
      await askLibrary(context, accounts, '/sign-in/email', context.req.valid('json'));
      return context.json(DONE, 200);
    })
    .openapi(signOut, async (context) => {
      await askLibrary(context, accounts, '/sign-out', {});
      return context.json(DONE, 200);
    })
    .openapi(changePassword, async (context) => {
      await askLibrary(context, accounts, '/change-password', {
        ...context.req.valid('json'),
        revokeOtherSessions: true,
      });
      await noteOwn(context, { action: 'change', kind: 'user', after: { changed: 'password' } });
      return context.json(DONE, 200);
    })
    .openapi(demoSignIn, async (context) => {
      if (!demo) throw new AppError('not_found', 'This is not the demonstration: sign in.');
      const { sessionToken } = await accounts.demoSession(
        context.req.valid('json').role,
        originOf(context, accounts),
      );
      await setSession(context, accounts, sessionToken);
      return context.json(DONE, 200);
    })
    .openapi(lookAtLink, async (context) => {
      const link = await accounts.findLink(context.req.valid('param').secret);
      return context.json(showLink(link), 200);
    })
    .openapi(useLink, async (context) => {
      const opener = context.req.valid('param').secret;
      const { sessionToken } = await accounts.acceptLink(
        opener,
        context.req.valid('json'),
        originOf(context, accounts),
      );
      await setSession(context, accounts, sessionToken);
      return context.json(DONE, 200);
    })
    .openapi(meRoute, (context) => {
      const { email, name, role: is, reach } = principalOf(context);
      return context.json({ user: { email, name, role: is }, scope: reach }, 200);
    })
    .openapi(sessions, async (context) => {
      const own = await accounts.sessionsOf(principalOf(context));
      return context.json(own, 200);
    })
    .openapi(endSession, async (context) => {
      await accounts.endSession(principalOf(context), context.req.valid('json').id);
      await noteOwn(context, { action: 'end', kind: 'session', after: { sessions: 'one' } });
      return context.json(DONE, 200);
    })
    .openapi(endOthers, async (context) => {
      await accounts.endOtherSessions(principalOf(context));
      await noteOwn(context, { action: 'end', kind: 'session', after: { sessions: 'all_others' } });
      return context.json(DONE, 200);
    });
}
