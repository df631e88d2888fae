import { z } from 'zod';
import type { LedgerEntry } from '../../../domain/cooperation/entry.ts';
import { forSchool } from '../../../domain/cooperation/for-school.ts';
import {
  COOPERATION_KINDS,
  COOPERATION_STATUSES,
  RESULTS_STAGES,
  type CooperationKind,
  type CooperationStatus,
  type ResultsStage,
} from '../../../domain/records/enumerations.ts';
import { NO_FILTERS, type LedgerReader, type LedgerStore } from '../ledger-ports.ts';
import type { RowPlace } from '../ports.ts';
import { actorOf, auditLog, type AuditRow } from './audit-log.ts';
import { newId } from './entry-tables.ts';
import { KEYED_TABLES } from './keyed-tables.ts';
import { ledgerColleges } from './ledger-colleges.ts';
import { ledgerCondition, SORTED_BY, type Bound } from './ledger-rows.ts';
import { openForWriting } from './open.ts';
import { proposalTable } from './proposal-rows.ts';

const { columns, key } = KEYED_TABLES.cooperation;
const CONFIRMED = `(SELECT nullif(json_group_array(json_object(
    'due_on', c.due_on, 'owner', c.owner, 'text', c.text, 'on', c.confirmed_on)), '[]')
  FROM promise_confirmations AS c WHERE c.entry_id = e.id) AS confirmed`;
const FIELDS = [...['id', ...columns].map((column) => `e.${column}`), CONFIRMED].join(', ');
const PLACES = columns.map((column) => `@${column}`).join(', ');

const number = z.number().nullable().default(null);
const text = z.string().nullable().default(null);
const keysOf = <Code extends string>(codes: Readonly<Record<Code, unknown>>) =>
  z.enum(Object.keys(codes) as Code[]);

/** An entry as a row or as the audit trail keeps it; one from before a column was there lacks it. */
const storedEntry = z.object({
  id: z.number(),
  school_id: z.number(),
  college_id: number,
  kind: keysOf<CooperationKind>(COOPERATION_KINDS),
  title: z.string(),
  starts_on: number,
  ends_on: number,
  status: keysOf<CooperationStatus>(COOPERATION_STATUSES).nullable().default(null),
  people: number,
  seats: number,
  amount: number,
  outcome: text,
  next_on: number,
  contact_role: text,
  shared: z.number(),
  used: text,
  courses: number,
  hours: number,
  mentors: number,
  results_stage: keysOf<ResultsStage>(RESULTS_STAGES).nullable().default(null),
  minutes: text,
  promises: text,
  links: text,
  confirmed: text,
  revision: z.number(),
  import_id: number,
});

const entryOf = (row: unknown): LedgerEntry => storedEntry.parse(row);

/** An entry as somebody may read it. */
function readBy({ scope }: LedgerReader): (row: unknown) => LedgerEntry {
  return scope.kind === 'all' ? entryOf : (row) => forSchool(entryOf(row));
}

/** An entry with the name of its college, as the audit trail keeps it. */
const keptEntry = z.object({ college: text });

const deletedOf = (kept: unknown) => ({ entry: entryOf(kept), ...keptEntry.parse(kept) });

const EVERYTHING = { sql: '1', values: [] } satisfies Bound;

/** What comes after a row in an order where missing values are last and ties go by id. */
function beyond(column: string, descending: boolean, after: RowPlace | null): Bound {
  if (after === null) return EVERYTHING;
  const { value, id } = after;
  if (value === null) return { sql: `(${column} IS NULL AND e.id > ?)`, values: [id] };
  const sign = descending ? '<' : '>';
  return {
    sql: `(${column} IS NULL OR ${column} ${sign} ? OR (${column} = ? AND e.id > ?))`,
    values: [value, value, id],
  };
}

/** Opens the ledger of a database of the current schema. A busy database is answered at once. */
export function openLedgerStore(path: string): LedgerStore {
  const connection = openForWriting(path, 0);
  const bump = connection.prepare('UPDATE version SET value = value + 1 WHERE id = 1');
  const compared = Object.entries(key).map(
    ([column, as]) => `${as(`e.${column}`)} = ${as(`@${column}`)}`,
  );
  const withKey = connection.prepare(
    `SELECT ${FIELDS} FROM cooperation AS e WHERE ${compared.join(' AND ')}`,
  );
  const add = connection.prepare(
    `INSERT INTO cooperation (id, ${columns.join(', ')}) VALUES (${newId('cooperation')}, ${PLACES})`,
  );
  const putBack = connection.prepare(
    `INSERT INTO cooperation (id, ${columns.join(', ')}) VALUES (@id, ${PLACES})`,
  );
  const change = connection.prepare(
    `UPDATE cooperation SET ${columns.map((column) => `${column} = @${column}`).join(', ')}
     WHERE id = @id`,
  );
  const remove = connection.prepare<[number]>('DELETE FROM cooperation WHERE id = ?');
  const confirm = connection.prepare(
    `INSERT OR IGNORE INTO promise_confirmations (entry_id, due_on, owner, text, confirmed_on)
     VALUES (@id, @due, @owner, @words, @on)`,
  );
  const deleted = connection.prepare<[], AuditRow>(
    `SELECT * FROM audit WHERE entity = 'cooperation' AND action = 'delete'
       AND id IN (SELECT max(id) FROM audit WHERE entity = 'cooperation' GROUP BY record_id)
     ORDER BY id DESC`,
  );
  const select = ({ sql, values }: Bound, rest = ''): unknown[] =>
    connection
      .prepare<(string | number)[]>(`SELECT ${FIELDS} FROM cooperation AS e WHERE ${sql} ${rest}`)
      .all(...values);

  return {
    list: ({ sort, descending, limit, after, ...filters }, reader) => {
      const condition = ledgerCondition(filters, reader);
      const column = SORTED_BY[sort];
      const place = beyond(column, descending, after);
      const way = descending ? 'DESC' : 'ASC';
      const page = connection
        .prepare<(string | number)[], { sorted: string | number | null; id: number }>(
          `SELECT ${FIELDS}, ${column} AS sorted FROM cooperation AS e
           WHERE ${condition.sql} AND ${place.sql}
           ORDER BY ${column} IS NULL, ${column} ${way}, e.id LIMIT ?`,
        )
        .all(...condition.values, ...place.values, limit + 1);
      const total = connection
        .prepare<(string | number)[], { total: number }>(
          `SELECT count(*) AS total FROM cooperation AS e WHERE ${condition.sql}`,
        )
        .get(...condition.values);
      const rows = page.slice(0, limit);
      const last = page.length > limit ? rows.at(-1) : undefined;
      return {
        rows: rows.map(readBy(reader)),
        next: last === undefined ? null : { value: last.sorted, id: last.id },
        total: total?.total ?? 0,
      };
    },
    all: (filters, reader) =>
      select(ledgerCondition(filters, reader), 'ORDER BY e.id').map(readBy(reader)),
    get: (id, reader) => {
      const { sql, values } = ledgerCondition(NO_FILTERS, reader);
      const [row] = select({ sql: `${sql} AND e.id = ?`, values: [...values, id] });
      return row === undefined ? null : readBy(reader)(row);
    },
    whole: (id) => {
      const [row] = select({ sql: 'e.id = ?', values: [id] });
      return row === undefined ? null : entryOf(row);
    },
    withKey: (wanted) => {
      const row = withKey.get(wanted);
      return row === undefined ? null : entryOf(row);
    },
    deleted: () =>
      deleted.all().map((row) => ({
        ...deletedOf(JSON.parse(row.before ?? 'null')),
        deletedAt: row.at,
        deletedBy: actorOf(row),
      })),
    add: (entry) => {
      bump.run();
      return Number(add.run(entry).lastInsertRowid);
    },
    putBack: (entry) => {
      bump.run();
      putBack.run(entry);
    },
    change: (entry) => {
      bump.run();
      change.run(entry);
    },
    remove: (id) => {
      bump.run();
      remove.run(id);
    },
    confirm: (id, { due_on: due, owner, text: words }, on) => {
      bump.run();
      confirm.run({ id, due, owner, words, on });
    },
    ...ledgerColleges(connection),
    proposals: proposalTable(connection),
    audit: auditLog(connection),
    write: (work) => connection.transaction(work).immediate(),
    read: (work) => connection.transaction(work).deferred(),
    close: () => {
      connection.close();
    },
  };
}
