import { hiddenCharacters, visibleText } from './hidden-characters.ts';
import { read, readWithWarning, refused, type Parsed } from './parsed.ts';

/** Most characters of each kind of text. */
export const TEXT_LIMITS = {
  id: 64,
  company: 200,
  name: 200,
  text: 200,
  note: 2000,
  aliases: 4000,
} as const;

type TextKind = keyof typeof TEXT_LIMITS;

/** Kinds that tell records apart, where a character that is taken away would make two people one. */
const TELLING: ReadonlySet<TextKind> = new Set<TextKind>(['id', 'company']);

/** A number as a spreadsheet shows it once it has lost its last digits. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d{1,3}$/i;
/** Spreadsheets keep fifteen digits and make the others zeros. */
const ROUNDED = /^\d{15}0{2,}$/;
/** What a program makes of a whole number in a column with gaps. */
const FRACTION = /^\d+\.0+$/;

/** Reads free text as it is written, without the space around it and without characters that cannot be seen. */
export function parseText(raw: string, kind: TextKind): Parsed<string> {
  const text = raw.trim();
  const limit = TEXT_LIMITS[kind];
  if (text.length > limit) {
    return refused('too_long', { value: text.slice(0, 20), length: text.length, limit });
  }
  const hidden = hiddenCharacters(text);
  if (hidden.length > 0) {
    const params = { value: visibleText(text), characters: hidden.join(', ') };
    if (TELLING.has(kind)) return refused('hidden_in_id', params);
    return readWithWarning(params.value, 'hidden_characters', params);
  }
  return kind === 'id' ? parseId(text) : read(text);
}

function parseId(text: string): Parsed<string> {
  if (SCIENTIFIC.test(text)) return refused('id_as_number', { value: text });
  if (ROUNDED.test(text)) return readWithWarning(text, 'id_rounded', { value: text });
  if (FRACTION.test(text)) return readWithWarning(text, 'id_with_fraction', { value: text });
  return read(text);
}
