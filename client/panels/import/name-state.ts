import type { Choice, Names, Unresolved } from '../../../domain/records/import-shapes.ts';

/** The directories that names of a file are looked up in. */
export const NAME_KINDS = ['school', 'major'] as const;

export type NameKind = (typeof NAME_KINDS)[number];

/** No name has been answered. */
export const NO_NAMES: Names = { school: {}, major: {} };

/** The answers with one more, or with one taken back. */
export function withChoice(
  names: Names,
  kind: NameKind,
  name: string,
  choice: Choice | null,
): Names {
  const { [name]: _, ...others } = names[kind];
  return { ...names, [kind]: choice === null ? others : { ...others, [name]: choice } };
}

/** The answers, where every name without one is new. */
export function withOthersNew(
  names: Names,
  kind: NameKind,
  unresolved: readonly Unresolved[],
): Names {
  const all = Object.fromEntries(unresolved.map(({ name }) => [name, 'new' as const]));
  return { ...names, [kind]: { ...all, ...names[kind] } };
}

/** How many answers there are. */
export function countChoices(names: Names): number {
  return NAME_KINDS.reduce((sum, kind) => sum + Object.keys(names[kind]).length, 0);
}
