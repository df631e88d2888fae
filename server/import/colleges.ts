import type { College } from '../store/import-ports.ts';
import { normalize } from './normalize.ts';
import type { Resolution } from './resolve-names.ts';

/** What a row's college stands for: a stored one, or one to be created under its school. */
export type CollegeResolution =
  | { readonly kind: 'known'; readonly id: number }
  | { readonly kind: 'new'; readonly key: string; readonly name: string };

/**
 * Finds colleges under their school by name or Chinese name, compared as `normalize` does. One that is not
 * there is new: no two are merged because they look alike.
 */
export function collegeFinder(colleges: readonly College[]) {
  const bySchool = new Map<string, number>();
  for (const { id, schoolId, nameZh } of colleges) {
    if (nameZh !== null) bySchool.set(`${schoolId} ${normalize(nameZh)}`, id);
  }
  for (const { id, schoolId, normalized } of colleges)
    bySchool.set(`${schoolId} ${normalized}`, id);
  const normalized = new Map<string, string>();

  return (school: Resolution, name: string): CollegeResolution => {
    const key = normalized.get(name) ?? normalize(name);
    normalized.set(name, key);
    const id = school.kind === 'known' ? bySchool.get(`${school.id} ${key}`) : undefined;
    return id === undefined ? { kind: 'new', key, name } : { kind: 'known', id };
  };
}
