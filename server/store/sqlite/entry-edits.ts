import type { DifferentPair, DirectoryStore } from '../directory-ports.ts';
import { ENTRY_TABLES } from './entry-tables.ts';
import type { Connection } from './open.ts';

/** What people change about single entries, on a handle. */
export function entryEdits(
  connection: Connection,
): Pick<
  DirectoryStore,
  'edit' | 'addAlias' | 'removeAlias' | 'differentPairs' | 'addDifferentPair'
> {
  const bump = connection.prepare('UPDATE version SET value = value + 1 WHERE id = 1');
  const pairs = connection.prepare<[string], DifferentPair>(
    'SELECT first, second FROM different_entries WHERE kind = ?',
  );
  const addPair = connection.prepare<[string, string, string]>(
    'INSERT OR IGNORE INTO different_entries (kind, first, second) VALUES (?, ?, ?)',
  );
  return {
    edit: (kind, id, row) => {
      const { table, columns } = ENTRY_TABLES[kind];
      bump.run();
      for (const [column, value] of Object.entries(row)) {
        if (!columns.includes(column)) throw new RangeError(`${table} have no column ${column}`);
        connection
          .prepare(`UPDATE ${table} SET ${column} = @value WHERE id = @id`)
          .run({ id, value });
      }
      connection
        .prepare(`UPDATE ${table} SET edited_version = (SELECT value FROM version) WHERE id = ?`)
        .run(id);
    },
    addAlias: (kind, id, alias, normalized) => {
      const { aliases, column } = ENTRY_TABLES[kind];
      const { changes } = connection
        .prepare(`INSERT OR IGNORE INTO ${aliases} (${column}, alias, normalized) VALUES (?, ?, ?)`)
        .run(id, alias, normalized);
      if (changes > 0) bump.run();
    },
    removeAlias: (kind, id, normalized) => {
      const { aliases, column } = ENTRY_TABLES[kind];
      const { changes } = connection
        .prepare(`DELETE FROM ${aliases} WHERE ${column} = ? AND normalized = ?`)
        .run(id, normalized);
      if (changes > 0) bump.run();
      return changes > 0;
    },
    differentPairs: (kind) => pairs.all(kind),
    addDifferentPair: (kind, { first, second }) => {
      addPair.run(kind, first, second);
    },
  };
}
