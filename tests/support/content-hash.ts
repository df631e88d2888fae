import { createHash } from 'node:crypto';
import { openForReading } from '../../server/store/sqlite/open.ts';

const CONTENT = [
  'schools',
  'school_aliases',
  'colleges',
  'majors',
  'major_aliases',
  'terms',
  'hires',
  'cohorts',
  'plans',
  'cooperation',
  'import_changes',
  'import_ranges',
];

/** A hash of everything that imports change, but not of their list; read from outside. */
export function contentHash(databasePath: string): string {
  const connection = openForReading(databasePath);
  try {
    const hash = createHash('sha256');
    for (const table of CONTENT) {
      hash.update(
        JSON.stringify(connection.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all()),
      );
    }
    return hash.digest('hex');
  } finally {
    connection.close();
  }
}
