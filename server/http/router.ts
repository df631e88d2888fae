import { OpenAPIHono } from '@hono/zod-openapi';
import { invalidInput } from './errors.ts';
import type { Signed } from './principal.ts';

/** A router whose requests are refused in the one error shape. */
export function router(): OpenAPIHono<Signed> {
  return new OpenAPIHono<Signed>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error);
    },
  });
}
