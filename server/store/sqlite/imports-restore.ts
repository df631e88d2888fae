import { z } from 'zod';
import type { ChangedEntity } from '../import-ports.ts';
import { ENTRY_TABLES } from './entry-tables.ts';
import { entryUsers, type EntityColumn } from './entry-users.ts';
import { HIRE_ROW_COLUMNS } from './hire-writer.ts';
import { KEYED_TABLES } from './keyed-tables.ts';
import type { Connection } from './open.ts';

const beforeImage = z.object({
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  addedAliases: z.array(z.string()).optional(),
});

interface Change {
  readonly id: number;
  readonly before: string | null;
}

/** A table that imports change: what is restored, and how to tell whether something else needs a row. */
interface Table {
  readonly entity: ChangedEntity;
  readonly columns: readonly string[];
  /** The column by which a record uses the row, and the tables that have it; null where the row stands alone. */
  readonly user: { readonly column: EntityColumn; readonly tables: readonly string[] } | null;
  /** Deletes an alias that was added to a row. */
  readonly alias: string | null;
}

/** In the order in which rows can go: a hire before its college, a college before its school. */
const TABLES: readonly Table[] = [
  { entity: 'hires', columns: HIRE_ROW_COLUMNS, user: null, alias: null },
  ...(['cohorts', 'plans', 'cooperation'] as const).map((entity) => ({
    entity,
    columns: KEYED_TABLES[entity].columns,
    user: null,
    alias: null,
  })),
  {
    entity: 'colleges',
    columns: [],
    user: { column: 'college_id', tables: ['hires', 'cohorts', 'cooperation'] },
    alias: null,
  },
  {
    entity: 'schools',
    columns: ENTRY_TABLES.school.columns,
    user: { column: 'school_id', tables: ['hires', 'cohorts', 'cooperation'] },
    alias: 'DELETE FROM school_aliases WHERE school_id = ? AND normalized = ?',
  },
  {
    entity: 'majors',
    columns: ENTRY_TABLES.major.columns,
    user: { column: 'major_id', tables: ['hires', 'cohorts', 'plans'] },
    alias: 'DELETE FROM major_aliases WHERE major_id = ? AND normalized = ?',
  },
];

/**
 * Whether a person changed or deleted a record after the import did: then it stays as that person left it. Only
 * entries of the ledger are edited one by one.
 */
function changedByHand(
  connection: Connection,
  entity: ChangedEntity,
): (id: number, wasThere: boolean) => boolean {
  if (entity !== 'cooperation') return () => false;
  const record = connection.prepare<[number], { importId: number | null }>(
    'SELECT import_id AS importId FROM cooperation WHERE id = ?',
  );
  return (id, wasThere) => {
    const now = record.get(id);
    return now === undefined ? wasThere : now.importId === null;
  };
}

function restoreTable(connection: Connection, { entity, columns, user, alias }: Table) {
  const changes = connection.prepare<[number, string], Change>(
    'SELECT record_id AS id, before FROM import_changes WHERE import_id = ? AND entity = ?',
  );
  const remove = connection.prepare<[number]>(`DELETE FROM ${entity} WHERE id = ?`);
  const settings = columns.map((column) => `${column} = @${column}`).join(', ');
  const places = columns.map((column) => `@${column}`).join(', ');
  const write =
    columns.length === 0
      ? null
      : connection.prepare(
          // A record that the import removed comes back under its own id.
          `INSERT INTO ${entity} (id, ${columns.join(', ')}) VALUES (@id, ${places})
           ON CONFLICT (id) DO UPDATE SET ${settings}`,
        );
  const removeAlias = alias === null ? null : connection.prepare<[number, string]>(alias);
  const using = user === null ? null : entryUsers(connection, user.column, user.tables);
  const handOver = connection.prepare<[number, number, string, number]>(
    'UPDATE OR IGNORE import_changes SET import_id = ? WHERE import_id = ? AND entity = ? AND record_id = ?',
  );
  // What an import kept before a column was there says nothing of it.
  const blank = Object.fromEntries(columns.map((column) => [column, null]));
  const changed = changedByHand(connection, entity);
  const colleges = connection.prepare<[number], { id: number }>(
    `SELECT id FROM colleges WHERE school_id = ? LIMIT 1`,
  );

  return (importId: number): void => {
    for (const { id, before } of changes.all(importId, entity)) {
      if (changed(id, before !== null)) continue;
      if (before !== null) {
        const image = beforeImage.parse(JSON.parse(before));
        write?.run({ ...blank, ...image.row, id });
        for (const normalized of image.addedAliases ?? []) removeAlias?.run(id, normalized);
        continue;
      }
      // An entry that later hires use stays, and goes with the import that uses it.
      const users = using?.(importId, id) ?? 'nobody';
      if (typeof users === 'number') handOver.run(users, importId, entity, id);
      else if (users === 'by hand') continue;
      else if (entity !== 'schools' || colleges.get(id) === undefined) remove.run(id);
    }
  };
}

/** Puts every record back as it was before an import. Belongs into a transaction of the caller. */
export function importRestore(connection: Connection): (importId: number) => void {
  const tables = TABLES.map((table) => restoreTable(connection, table));
  return (importId) => {
    for (const restore of tables) restore(importId);
  };
}
