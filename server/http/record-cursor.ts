import { z } from '@hono/zod-openapi';
import { AppError } from '../../domain/errors.ts';
import type { RecordsQuery, RowPlace } from '../store/ports.ts';

/** The way from a page to its neighbor. */
export type Way = 'next' | 'previous';

const sortValue = z.union([z.string(), z.number(), z.null()]);

/** The order the page came from, the sorted field's value of the row at its edge, and that row's id; which way else. */
const cursorContent = z.union([
  z.tuple([z.string(), sortValue, z.number().int()]),
  z.tuple([z.string(), sortValue, z.number().int(), z.literal('previous')]),
]);

/** The page beyond a row, as a text to ask for it with; null where there is none. */
export function cursorOf(sort: string, place: RowPlace | null, way: Way): string | null {
  if (place === null) return null;
  const content = [sort, place.value, place.id, ...(way === 'previous' ? [way] : [])];
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/**
 * The row that a page begins or ends at.
 * @throws AppError `invalid_input` for a cursor that was not given, or was given for another order.
 */
export function placeOf(sort: string, cursor: string | undefined): RecordsQuery['from'] {
  if (cursor === undefined) return null;
  const { data } = cursorContent.safeParse(decoded(cursor));
  if (data !== undefined) {
    const [, value, id, way = 'next'] = data;
    // Written again it is the same only if it came from here, and from this order.
    if (cursorOf(sort, { value, id }, way) === cursor)
      return { value, id, back: way === 'previous' };
  }
  throw new AppError(
    'invalid_input',
    'cursor: use the "next" or "previous" of another page, unchanged and with the same sort.',
  );
}
