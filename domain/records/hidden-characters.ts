/**
 * Characters that cannot be seen and mean nothing here: controls other than tab and line ends, zero-width spaces,
 * marks of the direction of writing, soft hyphens, marks of the byte order.
 */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** A text without the characters that cannot be seen. */
export function visibleText(text: string): string {
  return text.replaceAll(HIDDEN, '').trim();
}

/** The characters of a text that cannot be seen, as `U+200B`, each once; none for nearly every text. */
export function hiddenCharacters(text: string): string[] {
  const found = new Set(text.match(HIDDEN));
  return [...found].map(
    (character) =>
      `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
