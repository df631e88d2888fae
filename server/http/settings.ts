import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { isoFromDay } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import { THRESHOLD_IDS } from '../../domain/releases/thresholds.ts';
import type { Services } from '../services.ts';
import { LOGO_TYPES } from '../store/settings-ports.ts';
import { actorOf } from './actor.ts';
import { errorBody, errors, json } from './response-schemas.ts';
import { router } from './router.ts';

const picture = Object.fromEntries(
  LOGO_TYPES.map((type) => [type, { schema: z.string().openapi({ format: 'binary' }) }]),
);

const thresholds = z.partialRecord(z.enum(THRESHOLD_IDS), z.number());

const shown = z.object({
  companyName: z.string().nullable(),
  currency: z.string().nullable(),
  /** The currency at work: the one that was set, else the configured one. */
  currencyNow: z.string(),
  asOf: z.string().nullable(),
  /** The last day that the data tells of. */
  knownTo: z.string(),
  /** Those that were set. */
  thresholds,
  hasLogo: z.boolean(),
});

const readRoute = createRoute({
  method: 'get',
  path: '/api/settings',
  summary: 'The settings of this deployment',
  responses: { 200: json(shown, 'The settings') },
});

const changeRoute = createRoute({
  method: 'patch',
  path: '/api/settings',
  summary: 'Change settings; what is left out stays, null takes a value away',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z.object({
            companyName: z.string().trim().min(1).max(60).nullable().optional(),
            currency: z.string().max(3).nullable().optional(),
            asOf: z.string().max(10).nullable().optional(),
            thresholds: thresholds
              .optional()
              .describe('All that are to be set, each only stricter than usual; {} for none'),
          }),
        },
      },
      required: true,
    },
  },
  responses: { ...errors, 200: json(shown, 'As they are now') },
});

const setLogoRoute = createRoute({
  method: 'put',
  path: '/api/settings/logo',
  summary: 'Set the company’s logo: a PNG, JPEG or plain SVG of 512 KB at most',
  request: { body: { content: picture, required: true } },
  responses: {
    413: json(errorBody, 'Too large'),
    422: json(errorBody, 'No such picture, or a drawing with more than a drawing in it'),
    200: json(shown, 'The settings'),
  },
});

const removeLogoRoute = createRoute({
  method: 'delete',
  path: '/api/settings/logo',
  summary: 'Take the logo away',
  responses: { 200: json(shown, 'The settings') },
});

const logoRoute = createRoute({
  method: 'get',
  path: '/api/company/logo',
  summary: 'The company’s logo',
  responses: {
    404: json(errorBody, 'There is none'),
    200: { description: 'A picture', content: picture },
  },
});

/**
 * A picture stays a picture, also where somebody opens a drawing by itself: nothing in it runs or loads. Stands outside
 * the page's own headers, which would be written over it.
 */
export const pictureOnly: MiddlewareHandler = async (context, next) => {
  await next();
  context.header(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
  );
};

/** What a deployment is set up with, for administrators, and its logo, which stands on the sign-in page too. */
export function settingsRoutes({
  settings,
  aggregator,
}: Pick<Services, 'settings' | 'aggregator'>) {
  const lastDay = async () => (await aggregator.snapshot()).asOf;
  const show = async (): Promise<z.output<typeof shown>> => ({
    ...settings.read(),
    currencyNow: settings.currency(),
    knownTo: isoFromDay(await lastDay()),
    hasLogo: settings.logo() !== null,
  });
  return router()
    .openapi(readRoute, async (context) => context.json(await show(), 200))
    .openapi(changeRoute, async (context) => {
      await settings.change(context.req.valid('json'), actorOf(context), await lastDay());
      return context.json(await show(), 200);
    })
    .openapi(setLogoRoute, async (context) => {
      await settings.changeLogo(Buffer.from(await context.req.arrayBuffer()), actorOf(context));
      return context.json(await show(), 200);
    })
    .openapi(removeLogoRoute, async (context) => {
      await settings.changeLogo(null, actorOf(context));
      return context.json(await show(), 200);
    })
    .openapi(logoRoute, (context) => {
      const logo = settings.logo();
      if (logo === null) {
        throw new AppError('not_found', { en: 'There is no logo.', zh: '尚未设置徽标。' });
      }
      return context.body(new Uint8Array(logo.bytes), 200, {
        'Content-Type': logo.type,
        'Content-Disposition': 'inline',
      });
    });
}
