import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { Language } from '../../domain/language.ts';
import type {
  ChoiceOfValues,
  Mapping,
  Names,
  Reading,
} from '../../domain/records/import-shapes.ts';
import type { Kind } from '../../domain/records/kinds.ts';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';

const imports = client.api.imports;
const one = imports[':id'];

/** An import as the history has it. */
export type ImportEntry = InferResponseType<typeof imports.$get, 200>[number];

/** An import with its mapping, its summary and how far it is. */
export type ImportDetail = InferResponseType<typeof one.$get, 200>;

const paramOf = (id: number) => ({ id: String(id) });

const RUNNING: readonly string[] = ['validating', 'committing'];
const LOOK_AGAIN_MS = 2000;

/** Every import, latest first. Never taken from memory alone: an import may have ended since. */
export const importsOptions = queryOptions({
  queryKey: ['imports', 'list'],
  queryFn: () => readAnswer(imports.$get()),
  staleTime: 0,
  refetchInterval: ({ state }) =>
    state.data?.some(({ status }) => RUNNING.includes(status)) === true ? LOOK_AGAIN_MS : false,
});

/** One import. */
export function importOptions(id: number) {
  return queryOptions({
    queryKey: ['imports', id],
    queryFn: () => readAnswer(one.$get({ param: paramOf(id) })),
    staleTime: 0,
  });
}

/** Uploads a file; answers the draft that stands for it. */
export async function uploadImport(kind: Kind, file: File): Promise<ImportEntry> {
  const form = new FormData();
  form.append('file', file);
  return readAnswer(imports.$post({ query: { kind } }, { init: { body: form } }));
}

/** Has an uploaded file read in another way. */
export function readImport(id: number, reading: Partial<Reading>) {
  return readAnswer(one.reading.$put({ param: paramOf(id), json: reading }));
}

/** Says what the columns mean; answers what committing would do. */
export function mapImport(id: number, mapping: Mapping) {
  return readAnswer(one.mapping.$put({ param: paramOf(id), json: mapping }));
}

/** Settles names that are not in the directory; answers what committing would do. */
export function nameImport(id: number, names: Names) {
  return readAnswer(one.names.$put({ param: paramOf(id), json: names }));
}

/** Says what values mean that their field cannot have; answers what committing would do. */
export function chooseValues(id: number, values: ChoiceOfValues) {
  return readAnswer(one.values.$put({ param: paramOf(id), json: values }));
}

/** Begins to store what the file says. */
export function commitImport(id: number, skipInvalid: boolean): Promise<ImportEntry> {
  return readAnswer(one.commit.$post({ param: paramOf(id), json: { skipInvalid } }));
}

/** Puts the data back as it was before an import. */
export function undoImport(id: number) {
  return readAnswer(one.undo.$post({ param: paramOf(id) }));
}

/** Stops a check or a commit that runs, and keeps the draft. */
export function stopImport(id: number) {
  return readAnswer(one.stop.$post({ param: paramOf(id) }));
}

/** Gives up a draft. */
export function cancelImport(id: number) {
  return readAnswer(one.$delete({ param: paramOf(id) }));
}

/** Address of the rejected lines of an import, in the file's own columns. */
export function errorsUrl(id: number, language: Language): string {
  return `/api/imports/${id}/errors.csv?lang=${language}`;
}

/** Address of an empty file of a kind with one example row; its headers are in the language. */
export function templateUrl(kind: Kind, ending: 'csv' | 'xlsx', language: Language): string {
  return `/api/templates/${kind}.${ending}?lang=${language}`;
}
