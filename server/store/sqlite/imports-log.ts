import type { ImportStatus } from '../../../domain/records/import-shapes.ts';
import type { ImportChange, ImportLog } from '../import-ports.ts';
import {
  columnsOfChange,
  importOfRow,
  LISTED_COLUMNS,
  listedOfRow,
  type ImportRow,
  type ListedRow,
} from './imports-rows.ts';
import type { Connection } from './open.ts';

/** The list of imports on a handle. */
export function importLog(connection: Connection): ImportLog {
  const insert = connection.prepare(
    `INSERT INTO imports (kind, file_name, file_path, status, created_at, created_by,
       school_id, college_id, reading, columns, rows)
     VALUES (@kind, @fileName, @filePath, 'draft', @createdAt, @createdBy,
       @schoolId, @collegeId, @reading, @columns, @rows)`,
  );
  const one = connection.prepare<[number], ImportRow>('SELECT * FROM imports WHERE id = ?');
  const all = connection.prepare<[], ListedRow>(
    `SELECT ${LISTED_COLUMNS.join(', ')} FROM imports ORDER BY id DESC`,
  );
  const change = (id: number, changed: ImportChange, status: ImportStatus | null): boolean => {
    const columns = columnsOfChange(changed);
    const settings = Object.keys(columns).map((column) => `${column} = @${column}`);
    const only = status === null ? '' : ' AND status = @only';
    const { changes } = connection
      .prepare(`UPDATE imports SET ${settings.join(', ')} WHERE id = @id${only}`)
      .run({ ...columns, id, ...(status === null ? {} : { only: status }) });
    return changes > 0;
  };
  return {
    create: ({ owner, ...entry }) =>
      Number(
        insert.run({
          ...entry,
          schoolId: owner?.schoolId ?? null,
          collegeId: owner?.collegeId ?? null,
          createdAt: new Date().toISOString(),
          reading: JSON.stringify(entry.reading),
          columns: JSON.stringify(entry.columns),
        }).lastInsertRowid,
      ),
    get: (id) => {
      const row = one.get(id);
      return row === undefined ? null : importOfRow(row);
    },
    list: () => all.all().map(listedOfRow),
    change: (id, changed) => {
      change(id, changed, null);
    },
    changeIf: (id, status, changed) => change(id, changed, status),
  };
}
