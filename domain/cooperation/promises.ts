/** Something promised at a visit or in an agreement: by when, by which office or role, and whether it is kept. */
export interface Promised {
  /** `YYYY-MM-DD`; null where nobody said by when. */
  readonly due_on: string | null;
  /** An office or a role, never a person. */
  readonly owner: string | null;
  readonly text: string;
  readonly done: boolean;
}

/** What stands between two items of a list in one cell. */
export const LIST_SIGN = ' | ';

const DONE = '✓';
const ITEM = /^(?:(\d{4}-\d{2}-\d{2})\s*)?(?:\[([^\]]*)\]\s*)?(.*?)(\s*✓)?$/su;

/** Promises as one text, the way a cell holds them: `2026-12-01 [Career office] Send the list ✓ | …`. */
export function promisesText(promises: readonly Promised[]): string | null {
  const items = promises.map(({ due_on: due, owner, text, done }) =>
    [due, owner === null ? null : `[${owner}]`, text, done ? DONE : null]
      .filter((part) => part !== null)
      .join(' '),
  );
  return items.length === 0 ? null : items.join(LIST_SIGN);
}

/** The promises of a text that `promisesText` wrote. */
export function promisesOf(text: string | null): Promised[] {
  if (text === null) return [];
  return text.split(LIST_SIGN).map((item) => {
    const [, due = null, owner = null, words = '', done] = ITEM.exec(item) ?? [];
    return { due_on: due, owner, text: words, done: done !== undefined };
  });
}
