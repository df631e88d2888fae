import type { Encoding } from '../../domain/records/encodings.ts';
import { bytesOf } from './decode.ts';

/** A file that is UTF-8 but for a few bytes has this many good characters for a bad one. */
const DAMAGED_UTF8 = 10;
/** So has a file in GB18030. */
const DAMAGED_GB = 50;

/** What the bytes above ASCII look like. A weight is how much a pair speaks for Chinese. */
interface Tally {
  /** Pairs and quadruples that GB18030 has, and bytes that fit in none. */
  gb: number;
  notGb: number;
  score: number;
  utf8: number;
  notUtf8: number;
}

const FREQUENT = 1;
const HANZI = 0.5;
const FOUR_BYTES = 2;
/** A letter with an accent before an ASCII letter, as in `Universität`, is a pair of GBK's extension. */
const LETTER_AFTER = -1;

/** Between GB18030 and Windows-1252, which has a character for nearly every byte. */
export async function chineseOrWestern(path: string): Promise<Encoding> {
  const tally: Tally = { gb: 0, notGb: 0, score: 0, utf8: 0, notUtf8: 0 };
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of bytesOf(path)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    // A line end parts characters of either encoding: both scans may begin anew after it.
    const end = bytes.lastIndexOf(0x0a) + 1;
    countGb(bytes.subarray(0, end), tally);
    countUtf8(bytes.subarray(0, end), tally);
    rest = bytes.subarray(end);
  }
  countGb(rest, tally);
  countUtf8(rest, tally);
  if (tally.utf8 > DAMAGED_UTF8 * tally.notUtf8) return 'utf-8';
  const plausible = tally.notGb * DAMAGED_GB <= tally.gb;
  return plausible && tally.score > 0 ? 'gb18030' : 'windows-1252';
}

function countGb(bytes: Uint8Array, tally: Tally): void {
  let index = 0;
  while (index < bytes.length) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) {
      index += 1;
      continue;
    }
    const trail = bytes[index + 1] ?? 0;
    if (lead === 0x80 || lead === 0xff) {
      tally.notGb += 1;
      index += 1;
    } else if (isDigit(trail) && isLead(bytes[index + 2]) && isDigit(bytes[index + 3])) {
      tally.gb += 1;
      tally.score += FOUR_BYTES;
      index += 4;
    } else if (trail < 0x40 || trail === 0x7f || trail === 0xff) {
      tally.notGb += 1;
      index += 1;
    } else {
      tally.gb += 1;
      tally.score += weightOf(lead, trail);
      index += 2;
    }
  }
}

function weightOf(lead: number, trail: number): number {
  if (trail < 0x80) return LETTER_AFTER;
  const frequent = (lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3);
  return frequent && trail >= 0xa1 ? FREQUENT : HANZI;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isLead(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0x80 && byte < 0xff;
}

function countUtf8(bytes: Uint8Array, tally: Tally): void {
  let index = 0;
  while (index < bytes.length) {
    const lead = bytes[index] ?? 0;
    index += 1;
    if (lead < 0x80) continue;
    const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    let found = 0;
    while (found < more && ((bytes[index + found] ?? 0) & 0xc0) === 0x80) found += 1;
    if (more > 0 && found === more) {
      tally.utf8 += 1;
      index += more;
    } else {
      tally.notUtf8 += 1;
    }
  }
}
