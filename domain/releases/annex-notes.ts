/** Footnotes of a document, numbered in the order in which they are first referred to. */
export interface Notes {
  /** The number of a note, a new one where nothing has referred to its text yet. */
  mark(text: string): number;
  /** The texts so far: the first one has the number 1. */
  readonly texts: readonly string[];
}

/** Notes of a document that has none yet. */
export function createNotes(): Notes {
  const texts: string[] = [];
  return {
    texts,
    mark: (text) => {
      const found = texts.indexOf(text);
      return found === -1 ? texts.push(text) : found + 1;
    },
  };
}
