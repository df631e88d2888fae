import { createRoute, z } from '@hono/zod-openapi';
import type { Services } from '../services.ts';
import { errorBody, errors, json } from './response-schemas.ts';
import { router } from './router.ts';

const LONGEST_NAME = 80;
const LONGEST_QUERY = 8000;

const shownView = z
  .object({
    id: z.number(),
    name: z.string(),
    path: z.string(),
    query: z.string(),
    createdAt: z.string(),
  })
  .openapi('View');

const name = z
  .string()
  .trim()
  .min(1, 'give the view a name')
  .max(LONGEST_NAME, `give at most ${LONGEST_NAME} characters`);

/** A page of this application: never a place elsewhere. */
const path = z
  .string()
  .max(200)
  .regex(/^\/(?:[\w-]+(?:\/[\w-]+)*)?$/, 'must be the path of a page, such as /schools');

const query = z
  .string()
  .max(LONGEST_QUERY, `give at most ${LONGEST_QUERY} characters`)
  .regex(/^[^#?\s]*$/, 'must be the parameters of a page, without a question mark');

const one = {
  params: z.object({
    id: z
      .string()
      .regex(/^[1-9]\d{0,14}$/, 'must be the number of a view')
      .transform(Number),
  }),
};

function body<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true } as const;
}

const notFound = { 404: json(errorBody, 'There is no such view') } as const;
const conflict = { 409: json(errorBody, 'There is a view of that name') } as const;

const listRoute = createRoute({
  method: 'get',
  path: '/api/views',
  summary: 'The saved views by name',
  responses: { 200: json(z.array(shownView), 'Pages with their parameters') },
});

const saveRoute = createRoute({
  method: 'post',
  path: '/api/views',
  summary: 'Save a page with its parameters under a name',
  request: { body: body(z.strictObject({ name, path, query })) },
  responses: { ...errors, ...conflict, 201: json(shownView, 'The view') },
});

const renameRoute = createRoute({
  method: 'patch',
  path: '/api/views/{id}',
  summary: 'Give a view another name',
  request: { ...one, body: body(z.strictObject({ name })) },
  responses: { ...errors, ...notFound, ...conflict, 200: json(shownView, 'The view') },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/api/views/{id}',
  summary: 'Delete a view',
  request: one,
  responses: { ...errors, ...notFound, 200: json(shownView, 'The view that is gone') },
});

/** The routes of saved views. */
export function viewRoutes({ views }: Pick<Services, 'views'>) {
  return router()
    .openapi(listRoute, (context) => context.json(views.list(), 200))
    .openapi(saveRoute, async (context) =>
      context.json(await views.save(context.req.valid('json')), 201),
    )
    .openapi(renameRoute, async (context) => {
      const { id } = context.req.valid('param');
      return context.json(await views.rename(id, context.req.valid('json').name), 200);
    })
    .openapi(removeRoute, async (context) =>
      context.json(await views.remove(context.req.valid('param').id), 200),
    );
}
