import type { Reading } from '../../../domain/records/import-shapes.ts';
import type { ImportDetail } from '../../api/imports.ts';
import { delimiterOf } from './delimiters.ts';

/** How a file is read, as far as a person may say otherwise. */
export type ReadingChoice = Pick<
  Reading,
  'encoding' | 'delimiter' | 'headerRow' | 'sheet' | 'decimal'
>;

/** How an import's file is read now. */
export function readingOf(
  entry: Pick<ImportDetail, 'encoding' | 'delimiter' | 'headerRow' | 'sheet' | 'decimal'>,
): ReadingChoice {
  const { encoding, delimiter, headerRow, sheet, decimal } = entry;
  return { encoding, delimiter: delimiterOf(delimiter), headerRow, sheet, decimal };
}

/** Only what was changed: the server finds the rest out anew, such as the header of another sheet. */
export function changedReading(
  before: ReadingChoice,
  edited: Partial<ReadingChoice>,
): Partial<ReadingChoice> {
  const parts = Object.keys(edited) as (keyof ReadingChoice)[];
  return Object.fromEntries(
    parts.filter((part) => edited[part] !== before[part]).map((part) => [part, edited[part]]),
  );
}
