import type { MergeRecord, MergeStore, Obstacle } from '../directory-ports.ts';
import { ENTRY_TABLES } from './entry-tables.ts';
import type { Connection } from './open.ts';

/** Later imports that had an effect. */
const LATER_IMPORTS = `later.status = 'committed' AND later.committed_version > @version`;

/** Imports that changed a record which the merge moved, removed or filled in. */
const CHANGED_AGAIN = `
  SELECT later.id, later.file_name AS fileName FROM merge_changes AS mine
  JOIN import_changes AS theirs ON theirs.entity = mine.entity AND theirs.record_id = mine.record_id
  JOIN imports AS later ON later.id = theirs.import_id
  WHERE mine.merge_id = @id AND ${LATER_IMPORTS}`;

/** Imports that stored something and said one of the names that the entry which is gone had. */
const USED_ITS_NAMES = `
  SELECT later.id, later.file_name AS fileName FROM merges AS me
  JOIN import_names AS used ON used.kind = me.kind AND used.entry_id = me.into_id
    AND used.name IN (SELECT value FROM json_each(me.names))
  JOIN imports AS later ON later.id = used.import_id
  WHERE me.id = @id AND ${LATER_IMPORTS}
    AND json_extract(later.result, '$.inserted') + json_extract(later.result, '$.updated') > 0`;

/** Records that came to a college which would go back to its school. */
const usedItsColleges = (record: string): string => `
  SELECT later.id, later.file_name AS fileName FROM merge_changes AS mine
  JOIN ${record} AS used ON used.college_id = mine.record_id
  JOIN imports AS later ON later.id = used.import_id
  WHERE mine.merge_id = @id AND mine.entity = 'colleges' AND mine.what = 'moved'
    AND NOT EXISTS (SELECT 1 FROM merge_changes AS own
      WHERE own.merge_id = @id AND own.entity = '${record}' AND own.record_id = used.id)`;

/** Cohorts of the same people as some that would come back: they would count twice. */
const COUNTED_AGAIN = `
  SELECT later.id, later.file_name AS fileName FROM merge_changes AS mine
  JOIN cohorts AS new ON new.school_id = json_extract(mine.before, '$.row.school_id')
    AND new.major_id = json_extract(mine.before, '$.row.major_id')
    AND new.graduation_year = json_extract(mine.before, '$.row.graduation_year')
    AND new.counted_on IS json_extract(mine.before, '$.row.counted_on')
  JOIN imports AS later ON later.id = new.import_id
  WHERE mine.merge_id = @id AND mine.entity = 'cohorts' AND mine.what = 'removed' AND ${LATER_IMPORTS}
    AND NOT EXISTS (SELECT 1 FROM merge_changes AS own
      WHERE own.merge_id = @id AND own.entity = 'cohorts' AND own.record_id = new.id)`;

/** Merges of the same entries or records, or of entries that what would come back names. */
const MERGED_AGAIN = `
  SELECT later.id, later.from_name AS "from", later.into_name AS "into" FROM merges AS later
  WHERE later.version > @version AND later.undone_at IS NULL AND (
    later.kind = @kind AND (later.from_id = @into OR later.into_id = @into)
    OR EXISTS (SELECT 1 FROM merge_changes AS mine
      JOIN merge_changes AS theirs ON theirs.entity = mine.entity AND theirs.record_id = mine.record_id
      WHERE mine.merge_id = @id AND theirs.merge_id = later.id)
    OR EXISTS (SELECT 1 FROM merge_changes AS mine WHERE mine.merge_id = @id AND mine.what = 'removed'
      AND later.from_id = json_extract(mine.before, '$.row.' || later.kind || '_id')))
  ORDER BY later.id`;

/** Records entered by hand at a college which would go back to its school. */
const ENTERED_AT_ITS_COLLEGES = `
  SELECT used.title FROM merge_changes AS mine
  JOIN cooperation AS used ON used.college_id = mine.record_id AND used.import_id IS NULL
  WHERE mine.merge_id = @id AND mine.entity = 'colleges' AND mine.what = 'moved'
    AND NOT EXISTS (SELECT 1 FROM merge_changes AS own
      WHERE own.merge_id = @id AND own.entity = 'cooperation' AND own.record_id = used.id)`;

/** The name of the entry that is gone, given by hand to the one that stayed. */
const takenName = (table: string): string => `
  SELECT kept.name FROM merges AS me JOIN ${table} AS kept ON kept.id = me.into_id
  WHERE me.id = @id AND (kept.name = me.from_name AND kept.name <> me.into_name
    OR kept.name_zh = me.from_name_zh AND kept.name_zh IS NOT me.into_name_zh
      AND kept.name_zh IS NOT (SELECT json_extract(before, '$.filled.name_zh') FROM merge_changes
        WHERE merge_id = @id AND entity = '${table}' AND record_id = me.into_id))`;

/** Finds what is in the way of undoing a merge, on a handle. */
export function mergeObstacles(connection: Connection): MergeStore['obstacles'] {
  type Parameters = { id: number; version: number; kind: string; into: number };
  const imports = connection.prepare<[Parameters], { id: number; fileName: string }>(
    `${[
      CHANGED_AGAIN,
      USED_ITS_NAMES,
      COUNTED_AGAIN,
      ...['hires', 'cohorts', 'cooperation'].map(usedItsColleges),
    ].join(' UNION ')} ORDER BY 1`,
  );
  const merges = connection.prepare<[Parameters], { id: number; from: string; into: string }>(
    MERGED_AGAIN,
  );
  const entered = connection.prepare<[Parameters], { title: string }>(ENTERED_AT_ITS_COLLEGES);
  const names = {
    school: connection.prepare<[Parameters], { name: string }>(
      takenName(ENTRY_TABLES.school.table),
    ),
    major: connection.prepare<[Parameters], { name: string }>(takenName(ENTRY_TABLES.major.table)),
  };
  return ({ id, version, kind, into }: MergeRecord): Obstacle[] => {
    const parameters = { id, version, kind, into: into.id };
    return [
      ...imports.all(parameters).map((found) => ({ what: 'import' as const, ...found })),
      ...merges.all(parameters).map((found) => ({ what: 'merge' as const, ...found })),
      ...entered.all(parameters).map((found) => ({ what: 'record' as const, ...found })),
      ...names[kind].all(parameters).map((found) => ({ what: 'name' as const, ...found })),
    ];
  };
}
