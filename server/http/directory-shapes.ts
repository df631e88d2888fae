import { z } from '@hono/zod-openapi';
import { DIRECTORIES, ENTRY_USES, type Directory } from '../../domain/directory/directories.ts';
import type { PossibleDuplicate } from '../directory/possible-duplicates.ts';
import type { MergePreview } from '../directory/plan-merge.ts';
import type { EntryName, ListedEntry, MergeRecord } from '../store/directory-ports.ts';
import type { DirectoryKind } from '../store/import-ports.ts';
import { bilingual } from './response-schemas.ts';

const text = z.string().nullable();
const value = z.union([z.string(), z.number(), z.null()]);
const counts = z.object(
  Object.fromEntries(ENTRY_USES.map((use) => [use, z.number()])) as Record<
    (typeof ENTRY_USES)[number],
    z.ZodNumber
  >,
);

const entryName = z.object({ id: z.number(), name: z.string(), nameZh: text });

/** A school or a major: its record fields as its file has them, and what uses it. */
export const shownEntry = z
  .object({
    id: z.number(),
    fields: z.record(z.string(), text),
    aliases: z.array(z.string()),
    counts,
    colleges: z.array(entryName),
  })
  .openapi('DirectoryEntry');

export const shownDuplicate = z
  .object({ first: entryName, second: entryName, score: z.number() })
  .openapi('PossibleDuplicate');

export const shownPreview = z
  .object({
    kind: z.enum(DIRECTORIES),
    from: entryName,
    into: entryName,
    moves: counts,
    same: counts,
    aliases: z.array(z.string()),
    filled: z.array(z.object({ field: z.string(), value: text })),
    kept: z.array(z.object({ field: z.string(), from: text, into: text })),
    ambiguous: z.array(z.object({ name: z.string(), other: z.string() })),
    clashes: z.array(
      z.object({
        kind: z.enum(['cohorts', 'plans', 'cooperation']),
        about: bilingual,
        differences: z.array(z.object({ field: z.string(), from: value, into: value })),
      }),
    ),
  })
  .openapi('MergePreview');

export const shownMerge = z
  .object({
    id: z.number(),
    kind: z.enum(DIRECTORIES),
    from: entryName,
    into: entryName,
    moved: counts,
    aliases: z.array(z.string()),
    mergedAt: z.string(),
    mergedBy: text,
    undoneAt: text,
    undoneBy: text,
  })
  .openapi('Merge');

const KINDS = { schools: 'school', majors: 'major' } as const;
const NAMES = { school: 'schools', major: 'majors' } as const;

/** The kind of entries that a directory of an address holds. */
export function kindIn(directory: Directory): DirectoryKind {
  return KINDS[directory];
}

const nameOf = ({ id, name, nameZh }: EntryName): z.infer<typeof entryName> => ({
  id,
  name,
  nameZh,
});

/** An entry as it is answered. */
export function showEntry(entry: ListedEntry): z.infer<typeof shownEntry> {
  const { id, fields, aliases, counts: used, colleges } = entry;
  return { id, fields, aliases: [...aliases], counts: used, colleges: colleges.map(nameOf) };
}

/** Two entries that may be one, as they are answered. */
export function showDuplicate(pair: PossibleDuplicate): z.infer<typeof shownDuplicate> {
  return { first: nameOf(pair.first), second: nameOf(pair.second), score: pair.score };
}

/** What a merge would do, as it is answered. */
export function showPreview(preview: MergePreview): z.infer<typeof shownPreview> {
  return {
    kind: NAMES[preview.kind],
    from: preview.from,
    into: preview.into,
    moves: preview.moves,
    same: preview.same,
    aliases: [...preview.aliases],
    filled: [...preview.filled],
    kept: [...preview.kept],
    ambiguous: [...preview.ambiguous],
    clashes: preview.clashes.map((clash) => ({ ...clash, differences: [...clash.differences] })),
  };
}

/** A merge as it is answered. */
export function showMerge(merge: MergeRecord): z.infer<typeof shownMerge> {
  const { version: _, kind, aliases, ...told } = merge;
  return { ...told, kind: NAMES[kind], aliases: [...aliases] };
}
