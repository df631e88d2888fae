import { readingSchema, type Reading } from '../../../domain/records/import-shapes.ts';

/** The delimiters that a file can have. */
export const DELIMITERS = readingSchema.shape.delimiter.options;

/** What each delimiter is called, as keys of the translations. */
export const DELIMITER_NAMES = {
  ',': 'import.delimiter.comma',
  ';': 'import.delimiter.semicolon',
  '\t': 'import.delimiter.tab',
  '|': 'import.delimiter.bar',
} as const satisfies Record<Reading['delimiter'], string>;

/** A text as one of the delimiters; the comma for anything else. */
export function delimiterOf(text: string | null): Reading['delimiter'] {
  return DELIMITERS.find((delimiter) => delimiter === text) ?? ',';
}
