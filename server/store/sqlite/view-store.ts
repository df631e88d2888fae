import type { NewView, SavedView, ViewStore } from '../view-ports.ts';
import { openForWriting } from './open.ts';

const COLUMNS = 'id, name, path, query, created_at AS createdAt';

/** Opens the saved views of a database of the current schema. A busy database is answered at once. */
export function openViewStore(path: string): ViewStore {
  const connection = openForWriting(path, 0);
  const all = connection.prepare<[], SavedView>(`SELECT ${COLUMNS} FROM views ORDER BY folded, id`);
  const one = connection.prepare<[number], SavedView>(`SELECT ${COLUMNS} FROM views WHERE id = ?`);
  const named = connection.prepare<[string], SavedView>(
    `SELECT ${COLUMNS} FROM views WHERE folded = ?`,
  );
  const add = connection.prepare<[NewView]>(
    `INSERT INTO views (name, folded, path, query, created_at)
     VALUES (@name, @folded, @path, @query, @createdAt)`,
  );
  const rename = connection.prepare<[string, string, number]>(
    'UPDATE views SET name = ?, folded = ? WHERE id = ?',
  );
  const remove = connection.prepare<[number]>('DELETE FROM views WHERE id = ?');
  return {
    list: () => all.all(),
    get: (id) => one.get(id) ?? null,
    named: (folded) => named.get(folded) ?? null,
    add: (view) => Number(add.run(view).lastInsertRowid),
    rename: (id, name, folded) => {
      rename.run(name, folded, id);
    },
    remove: (id) => {
      remove.run(id);
    },
    close: () => {
      connection.close();
    },
  };
}
