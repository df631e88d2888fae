import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { Directory, KeptSide } from '../../domain/directory/directories.ts';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';

const directories = client.api.directory[':directory'];
const one = directories[':id'];
const merges = client.api.merges;

/** A school or a major with its fields, aliases and what uses it. */
export type DirectoryEntry = InferResponseType<typeof directories.$get, 200>['rows'][number];

/** Two entries whose names are near. */
export type PossibleDuplicate = InferResponseType<
  typeof directories.duplicates.$get,
  200
>['rows'][number];

/** What a merge would do. */
export type MergePreview = InferResponseType<typeof directories.merge.$post, 200>;

/** A merge as the history has it. */
export type Merge = InferResponseType<typeof merges.$get, 200>['rows'][number];

/** What a person says of a merge. */
export interface MergeWish {
  readonly from: number;
  readonly into: number;
  readonly keep?: KeptSide;
}

/** Every entry of a directory, by id. */
export function entriesOptions(directory: Directory) {
  return queryOptions({
    queryKey: ['directory', directory, 'entries'],
    queryFn: async () => (await readAnswer(directories.$get({ param: { directory } }))).rows,
  });
}

/** Pairs of entries that may be one, nearest first. */
export function duplicatesOptions(directory: Directory) {
  return queryOptions({
    queryKey: ['directory', directory, 'duplicates'],
    queryFn: async () =>
      (await readAnswer(directories.duplicates.$get({ param: { directory } }))).rows,
  });
}

/** What a merge would do; it does nothing. */
export function previewOptions(directory: Directory, wish: MergeWish) {
  return queryOptions({
    queryKey: ['directory', directory, 'preview', wish],
    queryFn: (): Promise<MergePreview> =>
      readAnswer(
        directories.merge.$post({ param: { directory }, json: { ...wish, preview: true } }),
      ),
    staleTime: 0,
  });
}

/** Every merge, latest first. */
export const mergesOptions = queryOptions({
  queryKey: ['directory', 'merges'],
  queryFn: async () => (await readAnswer(merges.$get())).rows,
});

/** Changes fields of an entry. */
export function editEntry(
  directory: Directory,
  id: number,
  fields: Readonly<Record<string, string | null>>,
): Promise<DirectoryEntry> {
  return readAnswer(one.$patch({ param: { directory, id: String(id) }, json: { ...fields } }));
}

/** Adds a name that files may say. */
export function addAlias(directory: Directory, id: number, alias: string): Promise<DirectoryEntry> {
  return readAnswer(one.aliases.$post({ param: { directory, id: String(id) }, json: { alias } }));
}

/** Takes a name away. */
export function removeAlias(
  directory: Directory,
  id: number,
  alias: string,
): Promise<DirectoryEntry> {
  return readAnswer(
    one.aliases.$delete({ param: { directory, id: String(id) }, query: { alias } }),
  );
}

/** Remembers that two entries are different. */
export function keepApart(directory: Directory, first: number, second: number) {
  return readAnswer(directories.different.$post({ param: { directory }, json: { first, second } }));
}

/** Makes two entries one. */
export async function mergeEntries(directory: Directory, wish: MergeWish): Promise<void> {
  await readAnswer(directories.merge.$post({ param: { directory }, json: { ...wish } }));
}

/** Makes them two again. */
export async function undoMerge(id: number): Promise<void> {
  await readAnswer(merges[':id'].undo.$post({ param: { id: String(id) } }));
}
