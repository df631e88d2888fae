import type { Channel, Degree, LeaveType } from './enumerations.ts';
import { foldLetters } from './fold-text.ts';
import { read, readWithWarning, type Parsed } from './parsed.ts';
import { CHANNEL_BY_WORD, DEGREE_BY_WORD, LEAVE_TYPE_BY_WORD } from './synonyms.ts';

/** In a column of degrees this says "postgraduate", and most of them are masters. */
const POSTGRADUATE = new Set(['研究生', 'postgraduate', 'graduateschool', '研究生学历']);

/** Reads a degree; an unknown one is `other`, with a warning. */
export function parseDegree(raw: string): Parsed<Degree> {
  const word = foldLetters(raw);
  const degree = DEGREE_BY_WORD.get(word);
  if (degree !== undefined) return read(degree);
  const value = raw.trim();
  if (POSTGRADUATE.has(word)) return readWithWarning('master', 'degree_graduate', { value });
  return readWithWarning('other', 'unknown_degree', { value });
}

/** Reads a recruiting channel; an unknown one is `other`, with a warning. */
export function parseChannel(raw: string): Parsed<Channel> {
  const channel = CHANNEL_BY_WORD.get(foldLetters(raw));
  if (channel !== undefined) return read(channel);
  return readWithWarning('other', 'unknown_channel', { value: raw.trim() });
}

/** Reads why an employment ended; an unknown reason is `unknown`, with a warning. */
export function parseLeaveType(raw: string): Parsed<LeaveType> {
  const type = LEAVE_TYPE_BY_WORD.get(foldLetters(raw));
  if (type !== undefined) return read(type);
  return readWithWarning('unknown', 'unknown_leave_type', { value: raw.trim() });
}
