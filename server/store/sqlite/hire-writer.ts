import type { HireRow, HireWriter, StoredHire } from '../hire-ports.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { Connection } from './open.ts';

/** Every column that is written, in the table's order. */
export const HIRE_ROW_COLUMNS = [
  'company',
  'candidate_id',
  'employee_id',
  'row_key',
  'school_id',
  'college_id',
  'major_id',
  'degree',
  'graduation_year',
  'channel',
  'interned_from',
  'interned_to',
  'internship_base',
  'offered_on',
  'accepted_on',
  'declined_on',
  'hired_on',
  'left_on',
  'leave_type',
  'leave_reason',
  'department',
  'position',
  'city',
  'province',
  'salary',
  'major_match',
  'performance',
  'promoted_on',
  'stage',
  'known',
  'followed_to',
  'import_id',
] as const satisfies readonly (keyof HireRow)[];

/** Reading and writing single hires on a handle, by prepared statements. */
export function hireWriter(connection: Connection): HireWriter {
  const columns = HIRE_ROW_COLUMNS.join(', ');
  const select = `SELECT id, ${columns} FROM hires WHERE`;
  const byCandidate = connection.prepare<[string, string], StoredHire>(
    `${select} company = ? AND candidate_id = ?`,
  );
  const byEmployee = connection.prepare<[string, string], StoredHire>(
    `${select} company = ? AND employee_id = ?`,
  );
  const isCandidate = connection
    .prepare<[string, string], number>('SELECT 1 FROM hires WHERE company = ? AND candidate_id = ?')
    .pluck();
  const isEmployee = connection
    .prepare<[string, string], number>('SELECT 1 FROM hires WHERE company = ? AND employee_id = ?')
    .pluck();
  const byRowKey = connection.prepare<[string], StoredHire>(`${select} row_key = ?`);
  const places = HIRE_ROW_COLUMNS.map((column) => `@${column}`).join(', ');
  const insert = connection.prepare<[HireRow]>(`INSERT INTO hires (${columns}) VALUES (${places})`);
  const settings = HIRE_ROW_COLUMNS.map((column) => `${column} = @${column}`).join(', ');
  const update = connection.prepare<[StoredHire]>(`UPDATE hires SET ${settings} WHERE id = @id`);
  const any = connection.prepare('SELECT 1 FROM hires LIMIT 1');
  return {
    byCandidate: (company, id) => byCandidate.get(company, id) ?? null,
    byEmployee: (company, id) => byEmployee.get(company, id) ?? null,
    isCandidate: (company, id) => isCandidate.get(company, id) !== undefined,
    isEmployee: (company, id) => isEmployee.get(company, id) !== undefined,
    byRowKey: (rowKey) => byRowKey.get(rowKey) ?? null,
    insert: (row) => Number(insert.run(row).lastInsertRowid),
    isEmpty: () => any.get() === undefined,
    bulk: (rows) => bulkInsert(connection, rows),
    update: (id, row) => {
      update.run({ ...row, id });
    },
  };
}
