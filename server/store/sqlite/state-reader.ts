import { sql, type Kysely, type Transaction } from 'kysely';
import { dayFromIso, today, type Day } from '../../../domain/dates.ts';
import type { State } from '../ports.ts';
import type { Database } from './schema.ts';

type Reader = Kysely<Database> | Transaction<Database>;

/** Reads the state of the data as a handle, or a transaction on it, sees it. */
export type ReadState = (db: Reader) => Promise<State>;

/** Rows that an import stored or found as they were: one that confirmed nothing says nothing of its as-of. */
const CONFIRMED = sql<number>`coalesce(json_extract(result, '$.inserted')
  + json_extract(result, '$.updated') + json_extract(result, '$.unchanged'), 1)`;

/** The day that figures are of where nobody asks for another; null where none was set. */
async function readSetDay(db: Reader): Promise<Day | null> {
  const set = await db
    .selectFrom('settings')
    .select(sql<string | null>`json_extract(value, '$.asOf')`.as('asOf'))
    .where('key', '=', 'deployment')
    .executeTakeFirst();
  return dayFromIso(set?.asOf ?? '');
}

/** Version and as-of of the data; without any import of hires the as-of is today. */
async function readAll(db: Reader): Promise<State> {
  const { value } = await db.selectFrom('version').select('value').executeTakeFirstOrThrow();
  const latest = await db
    .selectFrom('imports')
    .select(({ fn }) => fn.max('as_of').as('asOf'))
    .where('kind', '=', 'hires')
    .where('status', '=', 'committed')
    .where(CONFIRMED, '>', 0)
    .executeTakeFirst();
  const asOf = latest?.asOf ?? today();
  return { version: value, asOf, usualAsOf: Math.min(asOf, (await readSetDay(db)) ?? asOf) };
}

/**
 * A reader of the state for one handle that never writes. SQLite itself tells in one number whether another handle has
 * committed anything since (https://sqlite.org/pragma.html#pragma_data_version): only then is the state read again.
 */
export function stateReader(): ReadState {
  let known: { readonly commits: number; readonly day: Day; readonly state: State } | null = null;
  return async (db) => {
    const { rows } = await sql<{ data_version: number }>`PRAGMA data_version`.execute(db);
    const [commits, day] = [rows[0]?.data_version ?? Number.NaN, today()];
    // Without imports the data is of today, which no commit changes.
    if (known?.commits !== commits || known.day !== day) {
      known = { commits, day, state: await readAll(db) };
    }
    return known.state;
  };
}
