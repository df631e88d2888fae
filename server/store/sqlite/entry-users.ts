import type { Connection } from './open.ts';

/** A column by which records use an entry of a directory. */
export type EntityColumn = 'school_id' | 'college_id' | 'major_id';

/** Who needs an entry: an import that can take it over, somebody who worked on it or its records by hand, or nobody. */
export type EntryUser = number | 'by hand' | 'nobody';

interface Use {
  readonly used: number;
  readonly importId: number | null;
}

/**
 * Finds who needs an entry: records that name it, records that undoing another import or a merge would bring back,
 * and whoever edited it by hand.
 * Answers for an import that is being undone, whose own records are already as they were.
 */
export function entryUsers(
  connection: Connection,
  column: EntityColumn,
  tables: readonly string[],
): (importId: number, id: number) => EntryUser {
  const uses = tables.map(
    (table) => `SELECT import_id FROM ${table} WHERE ${column} = @id AND import_id IS NOT @undone`,
  );
  const live = connection.prepare<[{ id: number; undone: number }], Use>(
    `SELECT count(*) AS used, min(import_id) AS importId FROM (${uses.join(' UNION ALL ')})`,
  );
  const path = `'$.row.${column}'`;
  const images = connection.prepare<[number], { id: number; importId: number | null }>(
    `SELECT json_extract(before, ${path}) AS id, min(import_id) AS importId FROM import_changes
     WHERE import_id <> ? AND before IS NOT NULL AND json_extract(before, ${path}) IS NOT NULL
     GROUP BY 1
     UNION ALL
     SELECT json_extract(before, ${path}), min(json_extract(before, '$.row.import_id')) FROM merge_changes
     WHERE what = 'removed' AND json_extract(before, ${path}) IS NOT NULL
     GROUP BY 1`,
  );
  const edited =
    column === 'college_id'
      ? null
      : connection.prepare<[number]>(
          `SELECT 1 FROM ${column === 'school_id' ? 'schools' : 'majors'}
           WHERE id = ? AND edited_version IS NOT NULL`,
        );
  let remembered: { undone: number; byId: Map<number, EntryUser> } | null = null;

  return (undone, id) => {
    const { used, importId } = live.get({ id, undone }) ?? { used: 0, importId: null };
    if (importId !== null) return importId;
    if (used > 0) return 'by hand';
    if (remembered?.undone !== undone) {
      const byId = new Map(
        images.all(undone).map((image) => [image.id, image.importId ?? ('by hand' as const)]),
      );
      remembered = { undone, byId };
    }
    const image = remembered.byId.get(id);
    if (image !== undefined) return image;
    return edited?.get(id) === undefined ? 'nobody' : 'by hand';
  };
}
