import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';

/**
 * The declared path of the route that answers, the first that matches: `/api/imports/:id`. Empty where none does. It
 * holds nothing of what was sent.
 */
export function routeOf(context: Context): string {
  return matchedRoutes(context).find(({ path }) => !path.includes('*'))?.path ?? '';
}
