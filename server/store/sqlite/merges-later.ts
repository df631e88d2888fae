import type { ChangeLog, LaterDirectoryChanges } from '../import-ports.ts';
import type { Connection } from './open.ts';

/**
 * Merges made after an import which touched a record that it changed or inserted, or which took away a school,
 * college or major that undoing it would bring a record back to.
 */
const LATER_MERGES = `
  SELECT later.id, later.from_name AS "from", later.into_name AS "into"
  FROM imports AS me JOIN merges AS later
    ON later.version > me.committed_version AND later.undone_at IS NULL
  WHERE me.id = @id AND (
    EXISTS (SELECT 1 FROM import_changes AS mine
      JOIN merge_changes AS theirs ON theirs.entity = mine.entity AND theirs.record_id = mine.record_id
      WHERE mine.import_id = me.id AND theirs.merge_id = later.id)
    OR EXISTS (SELECT 1 FROM import_ranges AS mine
      JOIN merge_changes AS theirs ON theirs.merge_id = later.id AND theirs.entity = mine.entity
        AND theirs.record_id BETWEEN mine.first_id AND mine.last_id
      WHERE mine.import_id = me.id)
    OR EXISTS (SELECT 1 FROM import_changes AS mine
      WHERE mine.import_id = me.id AND mine.before IS NOT NULL
        AND json_extract(mine.before, '$.row.' || later.kind || '_id') = later.from_id))
  ORDER BY later.id`;

/** Entries that an import changed and a person has edited since. */
const editedSince = (table: 'schools' | 'majors'): string => `
  SELECT entry.name FROM imports AS me
  JOIN import_changes AS mine ON mine.import_id = me.id AND mine.entity = '${table}' AND mine.before IS NOT NULL
  JOIN ${table} AS entry ON entry.id = mine.record_id AND entry.edited_version > me.committed_version
  WHERE me.id = @id`;

/** Finds what people did to the directory that is in the way of undoing an import, on a handle. */
export function laterDirectoryChanges(connection: Connection): ChangeLog['laterDirectoryChanges'] {
  const merges = connection.prepare<[{ id: number }], LaterDirectoryChanges['merges'][number]>(
    LATER_MERGES,
  );
  const edited = connection.prepare<[{ id: number }], { name: string }>(
    `${editedSince('schools')} UNION ${editedSince('majors')} ORDER BY 1`,
  );
  return (id) => ({
    merges: merges.all({ id }),
    edited: edited.all({ id }).map(({ name }) => name),
  });
}
