import type { LedgerStore } from '../ledger-ports.ts';
import { newId } from './entry-tables.ts';
import type { Connection } from './open.ts';

/** The schools and colleges that entries name, on a handle. */
export function ledgerColleges(
  connection: Connection,
): Pick<
  LedgerStore,
  'schoolsNamed' | 'schoolNow' | 'schoolName' | 'collegeOf' | 'collegeNamed' | 'addCollege'
> {
  const schoolsNamed = connection.prepare<{ name: string }[], { id: number }>(
    `SELECT id FROM schools WHERE @name IN (name, name_zh, code)
     UNION SELECT school_id FROM school_aliases WHERE alias = @name ORDER BY 1`,
  );
  const school = connection.prepare<[number], { name: string }>(
    'SELECT name FROM schools WHERE id = ?',
  );
  const mergedInto = connection.prepare<[number], { id: number }>(
    `SELECT into_id AS id FROM merges WHERE kind = 'school' AND from_id = ? AND undone_at IS NULL
     ORDER BY id DESC LIMIT 1`,
  );
  const college = connection.prepare<[number], { name: string; schoolId: number }>(
    'SELECT name, school_id AS schoolId FROM colleges WHERE id = ?',
  );
  const named = connection.prepare<[number, string], { id: number }>(
    'SELECT id FROM colleges WHERE school_id = ? AND normalized = ?',
  );
  const addCollege = connection.prepare<[number, string, string]>(
    `INSERT INTO colleges (id, school_id, name, normalized) VALUES (${newId('colleges')}, ?, ?, ?)`,
  );
  const schoolNow = (id: number): number | null => {
    if (school.get(id) !== undefined) return id;
    const into = mergedInto.get(id)?.id;
    return into === undefined ? null : schoolNow(into);
  };
  return {
    schoolsNamed: (name) => schoolsNamed.all({ name }).map(({ id }) => id),
    schoolNow,
    schoolName: (id) => school.get(id)?.name ?? null,
    collegeOf: (id) => college.get(id) ?? null,
    collegeNamed: (schoolId, normalized) => named.get(schoolId, normalized)?.id ?? null,
    addCollege: (schoolId, name, normalized) =>
      Number(addCollege.run(schoolId, name, normalized).lastInsertRowid),
  };
}
