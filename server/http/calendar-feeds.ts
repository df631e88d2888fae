import { createRoute, z } from '@hono/zod-openapi';
import type { Services } from '../services.ts';
import type { CalendarFeed } from '../store/account-ports.ts';
import { CALENDAR_PATH } from './ledger-declarations.ts';
import { principalOf } from './principal.ts';
import { errorBody, errors, json } from './response-schemas.ts';
import { router } from './router.ts';

const LONGEST_NAME = 80;
const A_YEAR = 366;
const DAY_MS = 86_400_000;

const shownFeed = z
  .object({
    id: z.number(),
    name: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    lastUsedOn: z.string().nullable(),
  })
  .openapi('CalendarFeed');

const listRoute = createRoute({
  method: 'get',
  path: '/api/calendar-feeds',
  summary: 'The own addresses for calendar programs, without what opens them',
  responses: { 200: json(z.array(shownFeed), 'Oldest first; none for a script') },
});

const makeRoute = createRoute({
  method: 'post',
  path: '/api/calendar-feeds',
  summary: 'Make an address by which a calendar program follows the ledger',
  description:
    'It opens the calendar and nothing else, and shows what its owner may see at the time it is asked.',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z.strictObject({
            name: z.string().trim().min(1).max(LONGEST_NAME),
            days: z.number().int().default(A_YEAR),
          }),
        },
      },
      required: true,
    },
  },
  responses: {
    ...errors,
    409: json(errorBody, 'A script asks, or there are too many'),
    201: json(z.object({ feed: shownFeed, path: z.string() }), 'The path is shown this once'),
  },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/api/calendar-feeds/{id}',
  summary: 'Revoke one of the own addresses: it opens nothing any more',
  request: {
    params: z.object({
      id: z
        .string()
        .regex(/^[1-9]\d{0,14}$/, 'must be the number of an address')
        .transform(Number),
    }),
  },
  responses: {
    ...errors,
    404: json(errorBody, 'There is no such address of yours'),
    200: json(z.object({ done: z.literal(true) }), 'It is refused from now on'),
  },
});

const iso = (ms: number): string => new Date(ms).toISOString();

function showFeed(feed: CalendarFeed): z.output<typeof shownFeed> {
  const { id, name, createdAt, expiresAt, lastUsedOn } = feed;
  return {
    id,
    name,
    createdAt: iso(createdAt),
    expiresAt: iso(expiresAt),
    lastUsedOn: lastUsedOn === null ? null : iso(lastUsedOn * DAY_MS).slice(0, 10),
  };
}

/** Addresses for calendar programs, each made, listed and revoked by its owner. */
export function calendarFeedRoutes({ accounts }: Pick<Services, 'accounts'>) {
  return router()
    .openapi(listRoute, async (context) => {
      const feeds = await accounts.calendarFeedsOf(principalOf(context));
      return context.json(feeds.map(showFeed), 200);
    })
    .openapi(makeRoute, async (context) => {
      const made = await accounts.createCalendarFeed(
        context.req.valid('json'),
        principalOf(context),
      );
      const path = `${CALENDAR_PATH}?token=${made.secret}`;
      return context.json({ feed: showFeed(made.feed), path }, 201);
    })
    .openapi(removeRoute, async (context) => {
      await accounts.removeCalendarFeed(context.req.valid('param').id, principalOf(context));
      return context.json({ done: true as const }, 200);
    });
}
