import { z } from 'zod';
import { isoFromDay } from '../../../domain/dates.ts';
import { AUDIT_ACTION_IDS, AUDIT_KIND_IDS } from '../../../domain/audit.ts';
import type { AuditLine, AuditLog } from '../audit-ports.ts';
import { openForWriting, type Connection } from './open.ts';

const values = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const action = z.enum(AUDIT_ACTION_IDS);
const kind = z.enum(AUDIT_KIND_IDS);

/** A row of `audit` as SQLite answers it. */
export interface AuditRow {
  readonly id: number;
  readonly at: string;
  readonly by_email: string | null;
  readonly by_name: string | null;
  readonly action: string;
  /** The kind of what it was done to. */
  readonly entity: string;
  readonly record_id: number;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

const valuesOf = (json: string | null) => (json === null ? null : values.parse(JSON.parse(json)));

/** Who a row says did it. */
export function actorOf({ by_email: email, by_name: name }: AuditRow): AuditLine['by'] {
  return email === null ? null : { email, name: name ?? email };
}

function lineOf(row: AuditRow): AuditLine {
  return {
    id: row.id,
    at: row.at,
    by: actorOf(row),
    action: action.parse(row.action),
    kind: kind.parse(row.entity),
    recordId: row.record_id,
    label: row.label,
    before: valuesOf(row.before),
    after: valuesOf(row.after),
  };
}

/** The audit trail on a handle. */
export function auditLog(connection: Connection): AuditLog {
  const add = connection.prepare(
    `INSERT INTO audit (at, by_email, by_name, action, entity, record_id, label, before, after)
     VALUES (@at, @email, @name, @action, @kind, @recordId, @label, @before, @after)`,
  );
  return {
    add: ({ by, action: done, kind: of, recordId, label, before, after }) => {
      add.run({
        at: new Date().toISOString(),
        email: by?.email ?? null,
        name: by?.name ?? null,
        action: done,
        kind: of,
        recordId,
        label,
        before: before === null ? null : JSON.stringify(before),
        after: after === null ? null : JSON.stringify(after),
      });
    },
    list: ({ kind: of, recordId, action: done, by, from, to, limit, before }) => {
      const conditions = [
        ...(of === null ? [] : [['entity = ?', of] as const]),
        ...(recordId === null ? [] : [['record_id = ?', recordId] as const]),
        ...(done === null ? [] : [['action = ?', done] as const]),
        ...(by === null ? [] : [['by_email = ?', by] as const]),
        ...(from === null ? [] : [['at >= ?', isoFromDay(from)] as const]),
        ...(to === null ? [] : [['at < ?', isoFromDay(to + 1)] as const]),
        ...(before === null ? [] : [['id < ?', before] as const]),
      ];
      const where = ['1', ...conditions.map(([sql]) => sql)].join(' AND ');
      return connection
        .prepare<(string | number)[], AuditRow>(
          `SELECT * FROM audit WHERE ${where} ORDER BY id DESC LIMIT ?`,
        )
        .all(...conditions.map(([, value]) => value), limit)
        .map(lineOf);
    },
  };
}

/** The audit trail on a handle of its own. A busy database is answered at once. */
export function openAuditLog(path: string): AuditLog & { close(): void } {
  const connection = openForWriting(path, 0);
  return { ...auditLog(connection), close: () => connection.close() };
}
