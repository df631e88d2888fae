import type { Encoding } from '../../../domain/records/encodings.ts';

/** What each encoding is called, in any language. */
const NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030, GBK',
  'windows-1252': 'Windows-1252',
} as const satisfies Record<Encoding, string>;

/** The encodings that a person can choose from. */
export const ENCODING_CHOICES = Object.entries(NAMES).map(([value, label]) => ({ value, label }));

/** What an encoding is called. */
export function encodingName(encoding: string): string {
  return ENCODING_CHOICES.find(({ value }) => value === encoding)?.label ?? encoding.toUpperCase();
}
