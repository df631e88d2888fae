import { read, refused, type Parsed } from './parsed.ts';

/** Most characters of each kind of text. */
export const TEXT_LIMITS = { id: 64, name: 200, text: 200, note: 2000, aliases: 4000 } as const;

/** Reads free text as it is written, without the space around it. */
export function parseText(raw: string, kind: keyof typeof TEXT_LIMITS): Parsed<string> {
  const text = raw.trim();
  const limit = TEXT_LIMITS[kind];
  if (text.length <= limit) return read(text);
  return refused('too_long', { value: text.slice(0, 20), length: text.length, limit });
}
