import type { Context } from 'hono';
import type { Actor } from '../store/audit-ports.ts';
import type { LedgerReader } from '../store/ledger-ports.ts';
import { principalOf, type Signed } from './principal.ts';

/** Who does something, for the audit trail. */
export function actorOf(context: Context<Signed>): Actor {
  const { email, name } = principalOf(context);
  return { email, name };
}

/** What whoever asks may read of the ledger: a dean what is shared of the own school. */
export function readerOf(context: Context<Signed>): LedgerReader {
  const { scope, place } = principalOf(context);
  return { scope, collegeId: place.collegeId };
}
