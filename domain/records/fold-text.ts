/**
 * Full-width forms as half-width ones, and no space around: for everything but free text, which is kept as
 * written.
 */
export function foldWidth(text: string): string {
  return text.normalize('NFKC').trim();
}

/** A text reduced to letters and digits in lower case, for comparing headers and codes of enumerations. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '');
}
