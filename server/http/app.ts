import { serveStatic } from '@hono/node-server/serve-static';
import { OpenAPIHono } from '@hono/zod-openapi';
import { csrf } from 'hono/csrf';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { AppError } from '../../domain/errors.ts';
import type { Services } from '../services.ts';
import { apiPage } from './api-page.ts';
import { catalogRoutes } from './catalog.ts';
import { answerError } from './errors.ts';
import { freshness } from './freshness.ts';
import { loopbackOnly } from './loopback-only.ts';
import { questionRoutes } from './questions.ts';
import { recordRoutes } from './records.ts';
import { requestLog } from './request-log.ts';

const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
};

function apiRoutes(services: Services) {
  return new OpenAPIHono()
    .route('/', catalogRoutes(services))
    .route('/', questionRoutes(services))
    .route('/', recordRoutes(services));
}

/** The type that the typed client is made of. */
export type AppType = ReturnType<typeof apiRoutes>;

/**
 * The whole application: API, its reference, the health check and the client's files.
 * @param clientFolder where the built client lies.
 */
export function createApp(services: Services, log: Logger, clientFolder: string): OpenAPIHono {
  const app = new OpenAPIHono();
  app.onError((error, context) => answerError(error, context, log));
  app.use(
    requestId(),
    requestLog(log),
    loopbackOnly(),
    csrf(),
    secureHeaders({ contentSecurityPolicy: CONTENT_POLICY }),
  );
  app.get('/healthz', async (context) => {
    const { version } = await services.aggregator.snapshot();
    return context.json({ status: 'ok', version });
  });
  app.use('/api/*', freshness(services.aggregator));
  app.route('/', apiRoutes(services));
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Talentbridge',
      version: '0.1.0',
      description: 'How partner universities feed a talent pipeline',
    },
  });
  app.get('/api/docs', (context) =>
    context.html(
      apiPage(
        app.getOpenAPI31Document({
          openapi: '3.1.0',
          info: { title: 'Talentbridge', version: '0.1.0' },
        }),
      ),
    ),
  );
  app.all('/api/*', (context) => {
    throw new AppError(
      'not_found',
      `There is no ${context.req.method} ${context.req.path}. /api/docs lists what there is.`,
    );
  });
  app.use('/assets/*', async (context, next) => {
    await next();
    if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.use(serveStatic({ root: clientFolder }));
  app.get('*', serveStatic({ root: clientFolder, path: 'index.html' }));
  return app;
}
