import { serveStatic } from '@hono/node-server/serve-static';
import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { AppError } from '../../domain/errors.ts';
import type { Services } from '../services.ts';
import { accountRoutes } from './accounts.ts';
import { apiPage } from './api-page.ts';
import { calendarFeedRoutes } from './calendar-feeds.ts';
import { auditRoutes } from './audit.ts';
import { catalogRoutes } from './catalog.ts';
import { comparisonRoutes } from './comparison.ts';
import { directoryRoutes } from './directory.ts';
import { dockingRoutes } from './docking.ts';
import { effectRoutes } from './effect.ts';
import { answerError } from './errors.ts';
import { followMerges } from './follow-merges.ts';
import { forecastRoutes } from './forecast.ts';
import { freshness } from './freshness.ts';
import { importRoutes } from './imports.ts';
import { knownHosts } from './known-hosts.ts';
import { ledgerRoutes } from './ledger.ts';
import { partnerRoutes } from './partners.ts';
import { pipelineRoutes } from './pipeline.ts';
import { signedIn, type Signed } from './principal.ts';
import { proposalRoutes } from './proposals.ts';
import { questionRoutes } from './questions.ts';
import { recordFileRoutes } from './records-files.ts';
import { recordRoutes } from './records.ts';
import { releaseRoutes } from './releases.ts';
import { retentionRoutes } from './retention.ts';
import { requestLog } from './request-log.ts';
import { json } from './response-schemas.ts';
import { seasonRoutes } from './season.ts';
import { pictureOnly, settingsRoutes } from './settings.ts';
import { signInRoutes } from './sign-in.ts';
import { singleSignOnRoutes } from './single-sign-on.ts';
import { sameOriginWrites } from './same-origin-writes.ts';
import { supplyFileRoutes } from './supply-files.ts';
import { viewRoutes } from './views.ts';

const LARGEST_BODY = 4 * 1024 * 1024;

const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
};

const REFERENCE = {
  openapi: '3.1.0',
  info: {
    title: 'Talentbridge',
    version: '0.1.0',
    description: 'How partner universities feed a talent pipeline',
  },
};

const healthz = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the server can answer questions, and the version of its data',
  responses: { 200: json(z.object({ status: z.literal('ok'), version: z.number() }), 'It can') },
});

const openapi = createRoute({
  method: 'get',
  path: '/api/openapi.json',
  summary: 'This reference for machines, as OpenAPI 3.1',
  responses: { 200: json(z.record(z.string(), z.unknown()), 'The document') },
});

const docs = createRoute({
  method: 'get',
  path: '/api/docs',
  summary: 'This reference for people',
  responses: {
    200: { description: 'A page', content: { 'text/html': { schema: z.string() } } },
  },
});

function apiRoutes(services: Services) {
  return new OpenAPIHono<Signed>()
    .route('/', catalogRoutes(services))
    .route('/', questionRoutes(services))
    .route('/', comparisonRoutes(services))
    .route('/', retentionRoutes(services))
    .route('/', pipelineRoutes(services))
    .route('/', seasonRoutes(services))
    .route('/', forecastRoutes(services))
    .route('/', dockingRoutes(services))
    .route('/', effectRoutes(services))
    .route('/', recordRoutes(services))
    .route('/', recordFileRoutes(services))
    .route('/', supplyFileRoutes(services))
    .route('/', importRoutes(services))
    .route('/', directoryRoutes(services))
    .route('/', ledgerRoutes(services))
    .route('/', proposalRoutes(services))
    .route('/', calendarFeedRoutes(services))
    .route('/', partnerRoutes(services))
    .route('/', viewRoutes(services))
    .route('/', releaseRoutes(services))
    .route('/', signInRoutes(services))
    .route('/', singleSignOnRoutes(services))
    .route('/', accountRoutes(services))
    .route('/', auditRoutes(services))
    .route('/', settingsRoutes(services));
}

/** The type that the typed client is made of. */
export type AppType = ReturnType<typeof apiRoutes>;

/** Bounds every body but an uploaded file, which has a limit of its own. */
const limitBody = bodyLimit({
  maxSize: LARGEST_BODY,
  onError: () => {
    throw new AppError('too_large', 'The body is larger than 4 MB. Only files may be larger.');
  },
});

const limitedBody: MiddlewareHandler = (context, next) =>
  context.req.header('content-type')?.startsWith('multipart/') === true
    ? next()
    : limitBody(context, next);

function nothingHere({ req }: Context): never {
  throw new AppError(
    'not_found',
    `There is no ${req.method} ${req.path}. /api/docs lists what there is.`,
  );
}

/**
 * The whole application: API, its reference, the health check and the client's files.
 * @param clientFolder where the built client lies.
 */
export function createApp(services: Services, log: Logger, clientFolder: string): OpenAPIHono {
  const app = new OpenAPIHono();
  app.onError((error, context) => answerError(error, context, log));
  app.use('/api/company/logo', pictureOnly);
  app.use(
    requestId(),
    requestLog(log),
    secureHeaders({ contentSecurityPolicy: CONTENT_POLICY, xFrameOptions: 'DENY' }),
    knownHosts(services.baseUrl),
    sameOriginWrites(),
  );
  app.openapi(healthz, async (context) => {
    const { version } = await services.aggregator.snapshot();
    return context.json({ status: 'ok' as const, version }, 200);
  });
  app.use('/api/*', limitedBody, signedIn(services.accounts, log));
  app.use('/api/*', freshness(services));
  app.use('/api/*', followMerges(services));
  app.route('/', apiRoutes(services));
  for (const route of [openapi, docs]) app.openAPIRegistry.registerPath(route);
  app.doc31(openapi.path, REFERENCE);
  app.get(docs.path, (context) => context.html(apiPage(app.getOpenAPI31Document(REFERENCE))));
  app.all('/api/*', nothingHere);
  app.notFound(nothingHere);
  app.use('/assets/*', async (context, next) => {
    await next();
    if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.use(serveStatic({ root: clientFolder }));
  // Not the page instead of a file that is gone: a browser would keep it for as long as the file.
  app.get('/assets/*', nothingHere);
  app.get('*', serveStatic({ root: clientFolder, path: 'index.html' }));
  return app;
}
