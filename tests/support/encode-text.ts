/** Encodings in which the tests write files; a mark is the byte order mark. */
export const WRITTEN_ENCODINGS = [
  'utf-8',
  'utf-8 with mark',
  'utf-16le',
  'utf-16le with mark',
  'utf-16be',
  'utf-16be with mark',
  'gb18030',
  'windows-1252',
] as const;

export type WrittenEncoding = (typeof WRITTEN_ENCODINGS)[number];

/** The name under which an encoding is read. */
export function readAs(encoding: WrittenEncoding): string {
  return encoding.replace(' with mark', '');
}

/** Every character that one, two or four bytes stand for, the other way round than a decoder has it. */
function inverted(encoding: string, sequences: Iterable<readonly number[]>): Map<string, Buffer> {
  const bytesOf = new Map<string, Buffer>();
  for (const bytes of sequences) {
    // A decoder that streams: another one takes Windows-1252 for Latin-1 on some versions of Node.
    const decoder = new TextDecoder(encoding);
    const text = decoder.decode(Uint8Array.from(bytes), { stream: true }) + decoder.decode();
    if (!text.includes('\uFFFD') && Array.from(text).length === 1 && !bytesOf.has(text)) {
      bytesOf.set(text, Buffer.from(bytes));
    }
  }
  return bytesOf;
}

function* range(from: number, to: number): Generator<number> {
  for (let number = from; number <= to; number += 1) yield number;
}

function* twoBytes(): Generator<readonly number[]> {
  for (const lead of range(0x81, 0xfe)) for (const trail of range(0x40, 0xfe)) yield [lead, trail];
}

let gbk: Map<string, Buffer> | null = null;
let western: Map<string, Buffer> | null = null;

/** The bytes of a character that only four bytes stand for: those beyond the first plane, counted from 90 30 81 30. */
function fourBytes(character: string): Buffer {
  let rest = (character.codePointAt(0) ?? 0) - 0x10000;
  if (rest < 0) throw new Error(`${character} has no bytes here`);
  const last = 0x30 + (rest % 10);
  rest = Math.floor(rest / 10);
  const third = 0x81 + (rest % 126);
  rest = Math.floor(rest / 126);
  const second = 0x30 + (rest % 10);
  return Buffer.from([0x90 + Math.floor(rest / 10), second, third, last]);
}

function encodeEach(text: string, bytesOf: (character: string) => Buffer): Buffer {
  return Buffer.concat(
    Array.from(text, (character) =>
      character < '\u0080' ? Buffer.from(character, 'latin1') : bytesOf(character),
    ),
  );
}

/** A text as the bytes of a file. Throws for a character that the encoding lacks. */
export function encodeText(text: string, encoding: WrittenEncoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with mark':
      return Buffer.from(`\uFEFF${text}`);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16le with mark':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'utf-16be with mark':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'gb18030':
      gbk ??= inverted('gb18030', twoBytes());
      return encodeEach(text, (character) => gbk?.get(character) ?? fourBytes(character));
    case 'windows-1252':
      western ??= inverted(
        'windows-1252',
        [...range(0x80, 0xff)].map((byte) => [byte]),
      );
      return encodeEach(text, (character) => {
        const bytes = western?.get(character);
        if (bytes === undefined) throw new Error(`Windows-1252 has no ${character}`);
        return bytes;
      });
  }
}
