import { z } from 'zod';
import type { MergeStore } from '../directory-ports.ts';
import type { DirectoryKind } from '../import-ports.ts';
import { ENTRY_TABLES } from './entry-tables.ts';
import { KEYED_TABLES } from './keyed-tables.ts';
import type { Connection } from './open.ts';

const value = z.union([z.string(), z.number(), z.null()]);
const removedImage = z.object({
  row: z.record(z.string(), value),
  aliases: z.array(z.object({ alias: z.string(), normalized: z.string() })).optional(),
});
const filledImage = z.object({ filled: z.record(z.string(), value) });
const addedAliases = z.array(z.object({ normalized: z.string() }));

type What = 'removed' | 'touched';

interface Line {
  readonly id: number;
  readonly before: string | null;
}

/** What a journaled column of a record that moved was before. */
const before = (record: string, column: string): string =>
  `(SELECT json_extract(before, '$.row.${column}') FROM merge_changes
    WHERE merge_id = @merge AND entity = '${record}' AND record_id = ${record}.id)`;

/**
 * What a record that goes back gets besides its entry. One that a person edited meanwhile keeps the edit, and its
 * revision goes on.
 */
function whenGoingBack(kind: DirectoryKind, record: string): string {
  if (kind === 'major') return '';
  const college = `, college_id = ifnull(${before(record, 'college_id')}, college_id)`;
  if (record !== 'cooperation') return college;
  const revision = before(record, 'revision');
  return `${college}, revision = CASE WHEN revision = ${revision} + 1 THEN ${revision} ELSE revision + 1 END`;
}

/** Undoes a merge that nothing stands in the way of, on a handle. */
export function mergeUndoer(connection: Connection): MergeStore['undo'] {
  const lines = connection.prepare<[number, string, What], Line>(
    'SELECT record_id AS id, before FROM merge_changes WHERE merge_id = ? AND entity = ? AND what = ?',
  );
  const insertRows = (
    merge: number,
    entity: string,
    columns: readonly string[],
    each: (id: number, image: z.infer<typeof removedImage>) => void = () => {},
  ): void => {
    const insert = connection.prepare(
      `INSERT INTO ${entity} (id, ${columns.join(', ')})
       VALUES (@id, ${columns.map((column) => `@${column}`).join(', ')})`,
    );
    const blank = Object.fromEntries(columns.map((column) => [column, null]));
    for (const line of lines.all(merge, entity, 'removed')) {
      const image = removedImage.parse(JSON.parse(line.before ?? ''));
      insert.run({ ...blank, ...image.row, id: line.id });
      each(line.id, image);
    }
  };
  /** Blanks what the merge filled in, where it still is what the merge filled in. */
  const unfill = (merge: number, entity: string): void => {
    for (const line of lines.all(merge, entity, 'touched')) {
      if (line.before === null) continue;
      for (const [column, filled] of Object.entries(
        filledImage.parse(JSON.parse(line.before)).filled,
      )) {
        connection
          .prepare(`UPDATE ${entity} SET ${column} = NULL WHERE id = ? AND ${column} IS ?`)
          .run(line.id, filled);
      }
    }
  };
  const moveBack = (merge: number, from: number, kind: DirectoryKind): void => {
    const { column, records } = ENTRY_TABLES[kind];
    for (const record of records) {
      connection
        .prepare(
          `UPDATE ${record} SET ${column} = @from${whenGoingBack(kind, record)} WHERE id IN
             (SELECT record_id FROM merge_changes
              WHERE merge_id = @merge AND entity = '${record}' AND what = 'moved')`,
        )
        .run({ merge, from });
    }
  };
  const bump = connection.prepare('UPDATE version SET value = value + 1 WHERE id = 1');
  const forget = connection.prepare<[number]>('DELETE FROM merge_changes WHERE merge_id = ?');
  const mark = connection.prepare('UPDATE merges SET undone_at = ?, undone_by = ? WHERE id = ?');
  const added = connection.prepare<[number], { aliases: string }>(
    'SELECT aliases FROM merges WHERE id = ?',
  );
  const collegesBack = connection.prepare(
    `UPDATE colleges SET school_id = ? WHERE id IN (SELECT record_id FROM merge_changes
       WHERE merge_id = ? AND entity = 'colleges' AND what = 'moved')`,
  );

  return ({ id: merge, kind, from, into }, by) => {
    const { table, aliases, columns, column, records } = ENTRY_TABLES[kind];
    const addAlias = connection.prepare(
      `INSERT INTO ${aliases} (${column}, alias, normalized) VALUES (?, ?, ?)`,
    );
    const removeAlias = connection.prepare(
      `DELETE FROM ${aliases} WHERE ${column} = ? AND normalized = ?`,
    );
    insertRows(merge, table, [...columns, 'edited_version'], (id, image) => {
      for (const { alias, normalized } of image.aliases ?? []) addAlias.run(id, alias, normalized);
    });
    unfill(merge, table);
    for (const { normalized } of addedAliases.parse(JSON.parse(added.get(merge)?.aliases ?? ''))) {
      removeAlias.run(into.id, normalized);
    }
    if (kind === 'school') {
      insertRows(merge, 'colleges', ['school_id', 'name', 'name_zh', 'normalized']);
      collegesBack.run(from.id, merge);
      unfill(merge, 'colleges');
    }
    moveBack(merge, from.id, kind);
    for (const record of records) {
      if (record !== 'hires') insertRows(merge, record, KEYED_TABLES[record].columns);
    }
    bump.run();
    forget.run(merge);
    mark.run(new Date().toISOString(), by, merge);
  };
}
