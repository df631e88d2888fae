import type { ImportLog } from '../import-ports.ts';
import { columnsOfChange, importOfRow, type ImportRow } from './imports-rows.ts';
import type { Connection } from './open.ts';

/** What a status becomes when the process that was at work is gone. */
const RECOVERED = [
  ['validating', 'draft'],
  ['committing', 'validated'],
] as const;

/** The list of imports on a handle. */
export function importLog(connection: Connection): ImportLog {
  const insert = connection.prepare(
    `INSERT INTO imports (kind, file_name, file_path, status, created_at, created_by, reading, columns, rows)
     VALUES (@kind, @fileName, @filePath, 'draft', @createdAt, @createdBy, @reading, @columns, @rows)`,
  );
  const one = connection.prepare<[number], ImportRow>('SELECT * FROM imports WHERE id = ?');
  const all = connection.prepare<[], ImportRow>('SELECT * FROM imports ORDER BY id DESC');
  const setStatus = connection.prepare('UPDATE imports SET status = ? WHERE status = ?');
  return {
    create: (entry) =>
      Number(
        insert.run({
          ...entry,
          createdAt: new Date().toISOString(),
          reading: JSON.stringify(entry.reading),
          columns: JSON.stringify(entry.columns),
        }).lastInsertRowid,
      ),
    get: (id) => {
      const row = one.get(id);
      return row === undefined ? null : importOfRow(row);
    },
    list: () => all.all().map(importOfRow),
    change: (id, change) => {
      const columns = columnsOfChange(change);
      const settings = Object.keys(columns).map((column) => `${column} = @${column}`);
      connection
        .prepare(`UPDATE imports SET ${settings.join(', ')} WHERE id = @id`)
        .run({ ...columns, id });
    },
    recover: () => {
      connection.transaction(() => {
        for (const [unfinished, recovered] of RECOVERED) setStatus.run(recovered, unfinished);
      })();
    },
  };
}
