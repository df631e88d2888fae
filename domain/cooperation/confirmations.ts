import { z } from 'zod';
import type { Promised } from './promises.ts';

/** That the school confirmed a promise as kept: which one, in its words, and on which day. */
export interface Confirmation extends Pick<Promised, 'due_on' | 'owner' | 'text'> {
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

const stored = z.array(
  z.object({
    due_on: z.string().nullable(),
    owner: z.string().nullable(),
    text: z.string(),
    on: z.string(),
  }),
);

/** Confirmations as an entry holds them: a JSON text, null for none. */
export function confirmationsOf(json: string | null): Confirmation[] {
  return json === null ? [] : stored.parse(JSON.parse(json));
}

/** Whether two promises are the same: one that is worded, given or dated otherwise is another. */
export function isSamePromise(
  a: Pick<Promised, 'due_on' | 'owner' | 'text'>,
  b: Pick<Promised, 'due_on' | 'owner' | 'text'>,
): boolean {
  return a.due_on === b.due_on && a.owner === b.owner && a.text === b.text;
}

/** The day on which the school confirmed a promise as kept; null where it did not. */
export function confirmedOn(
  promise: Promised,
  confirmations: readonly Confirmation[],
): string | null {
  return confirmations.find((one) => isSamePromise(one, promise))?.on ?? null;
}
