import type { Connection } from './open.ts';

/** A column by which records use an entry of a directory. */
export type EntityColumn = 'school_id' | 'college_id' | 'major_id';

/** Who needs an entry: an import that can take it over, somebody who entered a record by hand, or nobody. */
export type EntryUser = number | 'by hand' | 'nobody';

interface Use {
  readonly used: number;
  readonly importId: number | null;
}

/**
 * Finds who needs an entry: records that name it, and records that undoing another import would bring back.
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
  const images = connection.prepare<[number], { id: number; importId: number }>(
    `SELECT json_extract(before, ${path}) AS id, min(import_id) AS importId FROM import_changes
     WHERE import_id <> ? AND before IS NOT NULL AND json_extract(before, ${path}) IS NOT NULL
     GROUP BY 1`,
  );
  let remembered: { undone: number; byId: Map<number, number> } | null = null;

  return (undone, id) => {
    const { used, importId } = live.get({ id, undone }) ?? { used: 0, importId: null };
    if (importId !== null) return importId;
    if (used > 0) return 'by hand';
    if (remembered?.undone !== undone) {
      const byId = new Map(images.all(undone).map((image) => [image.id, image.importId]));
      remembered = { undone, byId };
    }
    return remembered.byId.get(id) ?? 'nobody';
  };
}
