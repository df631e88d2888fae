import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { AppError } from '../../domain/errors.ts';
import type { SignOnRequest, SingleSignOn } from '../auth/single-sign-on.ts';
import type { Services } from '../services.ts';
import { clientAddress } from './client-address.ts';
import type { Signed } from './principal.ts';
import { errorBody, errors, json } from './response-schemas.ts';
import { router } from './router.ts';

const notConfigured = { 404: json(errorBody, 'No provider is configured') } as const;

const begin = createRoute({
  method: 'post',
  path: '/api/auth/sign-in/sso',
  summary: 'Begin to sign in by the company’s own provider (OpenID Connect)',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z.object({
            returnTo: z
              .string()
              .max(2000)
              .regex(/^\/(?![/\\])/, 'must be a path of this server')
              .default('/'),
          }),
        },
      },
      required: true,
    },
  },
  responses: {
    ...errors,
    ...notConfigured,
    429: json(errorBody, 'Too many attempts'),
    503: json(errorBody, 'The provider does not answer, or is not the one that is configured'),
    200: json(z.object({ url: z.string() }), 'Where the provider asks who somebody is'),
  },
});

const finish = createRoute({
  method: 'get',
  path: '/api/auth/callback/sso',
  summary: 'Where the provider sends people back to; sets the session cookie',
  responses: {
    ...notConfigured,
    302: {
      description: 'On to the page that was asked for; `refused` says why nobody was signed in',
    },
  },
});

/** Signing in by the provider that is configured. */
export function singleSignOnRoutes({ accounts }: Pick<Services, 'accounts'>) {
  const { singleSignOn, trustsProxy } = accounts;
  const configured = (): SingleSignOn => {
    if (singleSignOn !== null) return singleSignOn;
    throw new AppError('not_found', {
      en: 'No single sign-on is set up here: sign in with address and password.',
      zh: '此处未设置单点登录，请使用电子邮箱和密码登录。',
    });
  };
  const requestOf = (context: Context<Signed>): SignOnRequest => ({
    cookie: context.req.header('cookie'),
    browser: context.req.header('user-agent'),
    address: clientAddress(context, trustsProxy),
  });
  const setCookies = (context: Context<Signed>, cookies: readonly string[]): void => {
    for (const one of cookies) context.header('Set-Cookie', one, { append: true });
  };
  return router()
    .openapi(begin, async (context) => {
      const { returnTo } = context.req.valid('json');
      const { location, cookies } = await configured().begin(returnTo, requestOf(context));
      setCookies(context, cookies);
      return context.json({ url: location }, 200);
    })
    .openapi(finish, async (context) => {
      const { search } = new URL(context.req.url);
      const { location, cookies } = await configured().finish(search.slice(1), requestOf(context));
      setCookies(context, cookies);
      return context.redirect(location, 302);
    });
}
