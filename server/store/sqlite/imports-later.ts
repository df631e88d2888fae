import type { ChangeLog } from '../import-ports.ts';
import type { Connection } from './open.ts';

/** Committed after this import, and changed a record that it changed too. */
const CHANGED_AGAIN = `
  SELECT later.id, later.file_name AS fileName
  FROM imports me
  JOIN import_changes mine ON mine.import_id = me.id
  JOIN import_changes theirs ON theirs.entity = mine.entity AND theirs.record_id = mine.record_id
  JOIN imports later ON later.id = theirs.import_id
  WHERE me.id = @id AND later.status = 'committed' AND later.committed_version > me.committed_version`;

/** Committed after this import, and changed a record among those that it inserted. */
const CHANGED_INSERTED = `
  SELECT later.id, later.file_name AS fileName
  FROM imports me
  JOIN import_ranges mine ON mine.import_id = me.id
  JOIN import_changes theirs ON theirs.entity = mine.entity
    AND theirs.record_id BETWEEN mine.first_id AND mine.last_id
  JOIN imports later ON later.id = theirs.import_id
  WHERE me.id = @id AND later.status = 'committed' AND later.committed_version > me.committed_version`;

/** Records of a table that use an entry this import of a directory added. */
const usedBy = (kind: string, column: string, table: string): string => `
  SELECT users.id, users.file_name AS fileName
  FROM imports me
  JOIN import_changes mine ON mine.import_id = me.id AND mine.entity = '${kind}' AND mine.before IS NULL
  JOIN ${table} AS used ON used.${column} = mine.record_id
  JOIN imports users ON users.id = used.import_id
  WHERE me.id = @id AND me.kind = '${kind}'`;

/** Hires that took the place of a row which this import removed: the same row came again, without ids. */
const CAME_AGAIN = `
  SELECT later.id, later.file_name AS fileName
  FROM import_changes mine
  JOIN hires ON hires.row_key = json_extract(mine.before, '$.row.row_key') AND hires.id <> mine.record_id
  JOIN imports later ON later.id = hires.import_id
  WHERE mine.import_id = @id AND mine.entity = 'hires' AND mine.before IS NOT NULL`;

/** Finds the imports in the way of undoing one, by id. */
export function laterImports(connection: Connection): ChangeLog['laterImports'] {
  const parts = [
    CHANGED_AGAIN,
    CHANGED_INSERTED,
    CAME_AGAIN,
    ...['hires', 'cohorts', 'cooperation'].map((table) => usedBy('schools', 'school_id', table)),
    ...['hires', 'cohorts', 'plans'].map((table) => usedBy('majors', 'major_id', table)),
  ];
  const statement = connection.prepare<[{ id: number }], { id: number; fileName: string }>(
    `${parts.join(' UNION ')} ORDER BY 1`,
  );
  return (id) => statement.all({ id });
}
