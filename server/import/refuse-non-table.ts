import { AppError } from '../../domain/errors.ts';

/** How much of a file's beginning is looked at. */
export const HEAD_BYTES = 65_536;

const SAVE_AS =
  'In the spreadsheet program choose “Save as” and the type “CSV UTF-8”, and upload that file.';

/** A kind of file that is no CSV in UTF-8, how to know it by its first bytes, and what to do about it. */
interface Stranger {
  readonly is: (head: Buffer) => boolean;
  readonly sentence: string;
}

function starts(...bytes: number[]): (head: Buffer) => boolean {
  return (head) => bytes.every((byte, index) => head[index] === byte);
}

function text(head: Buffer): string {
  return head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
}

const isZip = starts(0x50, 0x4b, 0x03, 0x04);

const STRANGERS: readonly Stranger[] = [
  {
    is: (head) => text(head) === '',
    sentence: 'The file is empty: export it again and check that it has rows.',
  },
  {
    is: (head) => isZip(head) && /\[Content_Types\]\.xml|xl\//.test(head.toString('latin1')),
    sentence: `This is an Excel workbook (.xlsx), which cannot be read yet. ${SAVE_AS}`,
  },
  { is: isZip, sentence: 'This is a ZIP archive: unpack it and upload the CSV file inside.' },
  {
    is: starts(0xd0, 0xcf, 0x11, 0xe0),
    sentence: `This is an old Excel workbook (.xls). ${SAVE_AS}`,
  },
  {
    is: starts(0x25, 0x50, 0x44, 0x46),
    sentence: 'This is a PDF: ask for the table as a CSV file.',
  },
  {
    is: starts(0x1f, 0x8b),
    sentence: 'This is a gzip archive: unpack it and upload the CSV file inside.',
  },
  {
    is: (head) => /^<(?:!doctype html|html|head|body|table|\?xml|!--)/i.test(text(head)),
    sentence: `This is a web page (HTML), maybe a log-in page or a table saved with the ending .xls. Open it in a spreadsheet program. ${SAVE_AS}`,
  },
  {
    is: (head) => starts(0xff, 0xfe)(head) || starts(0xfe, 0xff)(head),
    sentence: `This is text in UTF-16, which cannot be read yet. ${SAVE_AS}`,
  },
  {
    is: (head) => head.includes(0),
    sentence: 'This is a binary file, not a table: upload a CSV file.',
  },
];

/**
 * Refuses what is no table in text, by its first bytes.
 * @throws AppError `not_a_table` that says what it is and what to do.
 */
export function refuseNonTable(head: Buffer): void {
  const stranger = STRANGERS.find(({ is }) => is(head));
  if (stranger !== undefined) throw new AppError('not_a_table', stranger.sentence);
}

/** The refusal of a file whose bytes are not UTF-8. */
export function notUtf8(): AppError {
  return new AppError(
    'not_a_table',
    `The text of this file is not UTF-8; it may be GBK or Windows-1252, which cannot be read yet. ${SAVE_AS}`,
  );
}

/** The refusal of a file with bytes that no text has. */
export function binary(): AppError {
  return new AppError('not_a_table', 'This is a binary file, not a table: upload a CSV file.');
}
