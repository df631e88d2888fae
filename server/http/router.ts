import { OpenAPIHono } from '@hono/zod-openapi';
import { invalidInput } from './errors.ts';

/** A router whose requests are refused in the one error shape. */
export function router(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error);
    },
  });
}
