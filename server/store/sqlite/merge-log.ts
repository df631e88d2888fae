import { z } from 'zod';
import { ENTRY_USES } from '../../../domain/directory/directories.ts';
import type { MergeRecord } from '../directory-ports.ts';
import type { Connection } from './open.ts';

const COLUMNS = `id, kind, from_id, from_name, from_name_zh, into_id, into_name, into_name_zh, aliases, moved,
  version, merged_at, merged_by, undone_at, undone_by`;

const mergeRow = z
  .object({
    id: z.number(),
    kind: z.enum(['school', 'major']),
    from_id: z.number(),
    from_name: z.string(),
    from_name_zh: z.string().nullable(),
    into_id: z.number(),
    into_name: z.string(),
    into_name_zh: z.string().nullable(),
    aliases: z.string(),
    moved: z.string(),
    version: z.number(),
    merged_at: z.string(),
    merged_by: z.string().nullable(),
    undone_at: z.string().nullable(),
    undone_by: z.string().nullable(),
  })
  .transform((row): MergeRecord => {
    const added = z.array(z.object({ alias: z.string() })).parse(JSON.parse(row.aliases));
    return {
      id: row.id,
      kind: row.kind,
      from: { id: row.from_id, name: row.from_name, nameZh: row.from_name_zh },
      into: { id: row.into_id, name: row.into_name, nameZh: row.into_name_zh },
      moved: z.record(z.enum(ENTRY_USES), z.number()).parse(JSON.parse(row.moved)),
      aliases: added.map(({ alias }) => alias),
      version: row.version,
      mergedAt: row.merged_at,
      mergedBy: row.merged_by,
      undoneAt: row.undone_at,
      undoneBy: row.undone_by,
    };
  });

/** The list of merges on a handle. */
export function mergeLog(connection: Connection) {
  const all = connection.prepare<[]>(`SELECT ${COLUMNS} FROM merges ORDER BY id DESC`);
  const one = connection.prepare<[number]>(`SELECT ${COLUMNS} FROM merges WHERE id = ?`);
  return {
    list: (): MergeRecord[] => z.array(mergeRow).parse(all.all()),
    get: (id: number): MergeRecord | null => mergeRow.nullable().parse(one.get(id) ?? null),
  };
}
