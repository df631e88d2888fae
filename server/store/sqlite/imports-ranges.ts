import type { ChangedEntity } from '../import-ports.ts';
import type { Connection } from './open.ts';

/**
 * The records that imports inserted in bulk, by the first and the last of their ids: one line for a whole file. All
 * ids between them belong to the import, since it was the only writer.
 */
export function insertedRanges(connection: Connection) {
  const remember = connection.prepare<[number, string, number, number]>(
    'INSERT INTO import_ranges (import_id, entity, first_id, last_id) VALUES (?, ?, ?, ?)',
  );
  const remove = connection.prepare<[number]>(
    `DELETE FROM hires WHERE id IN (
       SELECT hires.id FROM import_ranges JOIN hires ON hires.id BETWEEN first_id AND last_id
       WHERE import_ranges.import_id = ? AND entity = 'hires')`,
  );
  const forget = connection.prepare<[number]>('DELETE FROM import_ranges WHERE import_id = ?');
  return {
    remember: (importId: number, entity: ChangedEntity, first: number, last: number): void => {
      remember.run(importId, entity, first, last);
    },
    remove: (importId: number): void => {
      remove.run(importId);
    },
    forget: (importId: number): void => {
      forget.run(importId);
    },
  };
}
