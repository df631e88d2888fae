import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';

const views = client.api.views;
const one = views[':id'];

/** A page with its parameters under a name. */
export type SavedView = InferResponseType<typeof views.$get, 200>[number];

/** The saved views. They change without the data's version, so they are always asked for anew. */
export const viewsOptions = queryOptions({
  queryKey: ['views'],
  queryFn: () => readAnswer(views.$get()),
  staleTime: 0,
});

/** Saves a view; refused where another one has the name. */
export function saveView(view: Pick<SavedView, 'name' | 'path' | 'query'>): Promise<SavedView> {
  return readAnswer(views.$post({ json: view }));
}

/** Gives a view another name; refused where another one has it. */
export function renameView(id: number, name: string): Promise<SavedView> {
  return readAnswer(one.$patch({ param: { id: String(id) }, json: { name } }));
}

/** Deletes a view; answers it as it was. */
export function removeView(id: number): Promise<SavedView> {
  return readAnswer(one.$delete({ param: { id: String(id) } }));
}
