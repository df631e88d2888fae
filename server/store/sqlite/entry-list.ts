import type { ListedCollege, ListedEntry } from '../directory-ports.ts';
import type { DirectoryKind, DirectoryRow } from '../import-ports.ts';
import { nameDirectory } from './directory.ts';
import { ENTRY_TABLES } from './entry-tables.ts';
import type { Connection } from './open.ts';

const NOTHING = { hires: 0, cohorts: 0, plans: 0, cooperation: 0, colleges: 0 };

/** Lists the entries of a directory with what uses them, on a handle. */
export function entryList(connection: Connection, kind: DirectoryKind): () => ListedEntry[] {
  const { table, columns, column, records } = ENTRY_TABLES[kind];
  const directory = nameDirectory(connection);
  const rows = connection.prepare<[], DirectoryRow & { readonly id: number }>(
    `SELECT id, ${columns.join(', ')} FROM ${table}`,
  );
  const counts = records.map((record) => ({
    record,
    statement: connection.prepare<[], { id: number; count: number }>(
      `SELECT ${column} AS id, count(*) AS count FROM ${record} WHERE ${column} IS NOT NULL GROUP BY 1`,
    ),
  }));
  const colleges = connection.prepare<[], ListedCollege & { schoolId: number }>(
    'SELECT id, school_id AS schoolId, name, name_zh AS nameZh FROM colleges ORDER BY id',
  );

  return () => {
    const fields = new Map(rows.all().map(({ id, ...row }) => [id, row]));
    const counted = counts.map(({ record, statement }) => {
      const byId = new Map(statement.all().map(({ id, count }) => [id, count]));
      return [record, byId] as const;
    });
    const taughtAt = new Map<number, ListedCollege[]>();
    for (const { schoolId, ...college } of kind === 'school' ? colleges.all() : []) {
      taughtAt.set(schoolId, [...(taughtAt.get(schoolId) ?? []), college]);
    }
    return directory.names(kind).map((entry) => {
      const taught = taughtAt.get(entry.id) ?? [];
      const uses = counted.map(([record, byId]) => [record, byId.get(entry.id) ?? 0] as const);
      return {
        ...entry,
        fields: fields.get(entry.id) ?? {},
        counts: { ...NOTHING, ...Object.fromEntries(uses), colleges: taught.length },
        colleges: taught,
      };
    });
  };
}
