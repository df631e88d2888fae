/** What of a merge says where its entry's records went. */
export interface MergedEntry {
  readonly kind: 'school' | 'major';
  readonly from: { readonly id: number };
  readonly into: { readonly id: number };
  readonly undoneAt: string | null;
}

/** For every entry that merges took away, the entry that has its records now. */
export type Survivors = Readonly<Record<MergedEntry['kind'], ReadonlyMap<number, number>>>;

/**
 * Follows merges to their end: where the entry that stayed was merged on, to that one's.
 * @param merges in any order; undone ones are left out, as their entries are back under their ids.
 */
export function survivorsOf(merges: readonly MergedEntry[]): Survivors {
  const of = (kind: MergedEntry['kind']): ReadonlyMap<number, number> => {
    const next = new Map(
      merges
        .filter((merge) => merge.kind === kind && merge.undoneAt === null)
        .map(({ from, into }) => [from.id, into.id]),
    );
    const last = (id: number): number => {
      let at = id;
      // An id is never given again, so that merges never lead in a circle.
      for (let to = next.get(at); to !== undefined; to = next.get(at)) at = to;
      return at;
    };
    return new Map([...next.keys()].map((id) => [id, last(id)]));
  };
  return { school: of('school'), major: of('major') };
}

/** Ids as they stand in an address, those of merged entries in the place of their survivors, each once. */
export function surviving(
  ids: readonly string[],
  survivors: ReadonlyMap<number, number>,
): string[] {
  return [...new Set(ids.map((id) => String(survivors.get(Number(id)) ?? id)))];
}
