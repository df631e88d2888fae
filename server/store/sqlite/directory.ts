import type { Term, DirectoryKind, DirectoryRow, NameDirectory, Named } from '../import-ports.ts';
import { ENTRY_TABLES, newId } from './entry-tables.ts';
import type { Connection } from './open.ts';

function kindStatements(connection: Connection, kind: DirectoryKind) {
  const { table, aliases, columns } = ENTRY_TABLES[kind];
  const places = columns.map((column) => `@${column}`);
  const settings = columns.map((column) => `${column} = @${column}`);
  return {
    columns,
    all: connection.prepare<[], Omit<Named, 'aliases'>>(
      `SELECT id, name, name_zh AS nameZh, code FROM ${table} ORDER BY id`,
    ),
    aliases: connection.prepare<[], { id: number; alias: string }>(
      `SELECT ${kind}_id AS id, alias FROM ${aliases} ORDER BY ${kind}_id, alias`,
    ),
    row: connection.prepare<[number], DirectoryRow>(
      `SELECT ${columns.join(', ')} FROM ${table} WHERE id = ?`,
    ),
    add: connection.prepare(
      `INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (${newId(table)}, ${places.join(', ')})`,
    ),
    set: connection.prepare(`UPDATE ${table} SET ${settings.join(', ')} WHERE id = @id`),
    addAlias: connection.prepare<[number, string, string]>(
      `INSERT OR IGNORE INTO ${aliases} (${kind}_id, alias, normalized) VALUES (?, ?, ?)`,
    ),
  };
}

/** Every column of a directory that is written, with null for what a row does not give. */
function complete(columns: readonly string[], row: DirectoryRow): DirectoryRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

/** Schools, majors and colleges on a handle. */
export function nameDirectory(connection: Connection): NameDirectory {
  const of = {
    school: kindStatements(connection, 'school'),
    major: kindStatements(connection, 'major'),
  };
  const colleges = connection.prepare<[], ReturnType<NameDirectory['colleges']>[number]>(
    'SELECT id, school_id AS schoolId, name_zh AS nameZh, normalized FROM colleges ORDER BY id',
  );
  const addCollege = connection.prepare<[number, string, string]>(
    `INSERT INTO colleges (id, school_id, name, normalized) VALUES (${newId('colleges')}, ?, ?, ?)`,
  );
  const setTerm = connection.prepare<[Term]>(
    `INSERT INTO terms (dimension, value, name_zh) VALUES (@dimension, @value, @nameZh)
     ON CONFLICT (dimension, value) DO UPDATE SET name_zh = excluded.name_zh`,
  );
  const setCollege = connection.prepare<[Term]>(
    'UPDATE colleges SET name_zh = @nameZh WHERE name = @value',
  );
  const merged = connection.prepare<[DirectoryKind], { from: number; into: number }>(
    'SELECT from_id AS "from", into_id AS "into" FROM merges WHERE kind = ? AND undone_at IS NULL',
  );
  const bump = connection.prepare('UPDATE version SET value = value + 1 WHERE id = 1');
  return {
    names: (kind) => {
      const aliases = new Map<number, string[]>();
      for (const { id, alias } of of[kind].aliases.all()) {
        aliases.set(id, [...(aliases.get(id) ?? []), alias]);
      }
      return of[kind].all.all().map((row) => ({ ...row, aliases: aliases.get(row.id) ?? [] }));
    },
    colleges: () => colleges.all(),
    row: (kind, id) => {
      const row = of[kind].row.get(id);
      if (row === undefined) throw new RangeError(`There is no ${kind} ${id}`);
      return row;
    },
    add: (kind, row) => Number(of[kind].add.run(complete(of[kind].columns, row)).lastInsertRowid),
    set: (kind, id, row) => {
      of[kind].set.run({ ...complete(of[kind].columns, row), id });
    },
    addAlias: (kind, id, alias, normalized) =>
      of[kind].addAlias.run(id, alias, normalized).changes > 0,
    addCollege: (schoolId, name, normalized) =>
      Number(addCollege.run(schoolId, name, normalized).lastInsertRowid),
    mergedInto: (kind) => {
      const stepOf = new Map(merged.all(kind).map(({ from, into }) => [from, into]));
      const end = (id: number): number => {
        const next = stepOf.get(id);
        return next === undefined ? id : end(next);
      };
      return new Map([...stepOf].map(([from, into]) => [from, end(into)]));
    },
    setTerms: (terms) => {
      connection
        .transaction(() => {
          for (const term of terms) (term.dimension === 'college' ? setCollege : setTerm).run(term);
          bump.run();
        })
        .immediate();
    },
  };
}
