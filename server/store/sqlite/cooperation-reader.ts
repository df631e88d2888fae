import type { Kysely } from 'kysely';
import {
  COOPERATION_KINDS,
  COOPERATION_STATUSES,
  type CooperationKind,
  type CooperationStatus,
} from '../../../domain/records/enumerations.ts';
import type { CooperationReader } from '../ports.ts';
import type { Database } from './schema.ts';
import type { ReadState } from './state-reader.ts';

const isKind = (text: string): text is CooperationKind => Object.hasOwn(COOPERATION_KINDS, text);
const isStatus = (text: string): text is CooperationStatus =>
  Object.hasOwn(COOPERATION_STATUSES, text);

/** Reads what company and schools do together over a read-only handle. */
export function cooperationReader(db: Kysely<Database>, readState: ReadState): CooperationReader {
  return {
    cooperation: (scope) =>
      db.transaction().execute(async (snapshot) => {
        const { version } = await readState(snapshot);
        const all = snapshot
          .selectFrom('cooperation')
          .selectAll()
          .orderBy('school_id')
          .orderBy('starts_on')
          .orderBy('id');
        const seen =
          scope.kind === 'all'
            ? all
            : all.where('school_id', '=', scope.schoolId).where('shared', '=', 1);
        const rows = (await seen.execute()).map((row) => ({
          id: row.id,
          school: row.school_id,
          kind: isKind(row.kind) ? row.kind : 'other',
          title: row.title,
          startsOn: row.starts_on,
          endsOn: row.ends_on,
          nextOn: row.next_on,
          status: row.status !== null && isStatus(row.status) ? row.status : null,
          people: row.people,
          seats: row.seats,
          amount: row.amount,
        }));
        return { version, rows };
      }),
  };
}
