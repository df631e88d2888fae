import { hashOf, viewOf, type ByteText } from '../bytes.ts';
import { grown, Texts, type TextsState } from './texts.ts';

/** Code of the empty text. */
const BLANK = 0;

const MOST_ENTRIES = 65_536;
const FIRST_ROWS = 4096;
const FIRST_SLOTS = 1024;
const SPACE = 0x20;
const ASCII_END = 0x80;
const APOSTROPHE = 0x27;
/** `=`, `+`, `-`, `@`, tab and carriage return: with these a spreadsheet program begins a formula. */
const FORMULA_LEADS: ReadonlySet<number> = new Set([0x3d, 0x2b, 0x2d, 0x40, 0x09, 0x0d]);

/** Marks first bytes of UTF-8 that a space outside ASCII may have. */
const ODD_SPACE_LEADS = new Uint8Array(256);
for (const lead of [0xc2, 0xe1, 0xe2, 0xe3, 0xef]) ODD_SPACE_LEADS[lead] = 1;

/** What a column consists of, as it can be handed to another thread. */
export interface ColumnState {
  readonly rows: number;
  readonly blanks: number;
  readonly codes: Uint16Array<ArrayBuffer> | null;
  readonly texts: TextsState;
  readonly slots: Int32Array<ArrayBuffer>;
}

/**
 * The cells of one column, without the space around them, in little memory: as codes of the texts that occur, or,
 * where nearly every row has its own, as the texts one after the other.
 */
export class TextColumn {
  /** Rows so far. */
  rows = 0;
  /** How many of them are blank. */
  blanks = 0;
  /** The code of each row; null where there are too many different texts. */
  codes: Uint16Array<ArrayBuffer> | null = new Uint16Array(FIRST_ROWS);
  private texts = new Texts();
  private slots = new Int32Array(FIRST_SLOTS);
  private readonly decoded: string[] = [];
  private counted: { readonly rows: number; readonly counts: Uint32Array } | null = null;

  constructor() {
    const { view } = this.texts;
    this.texts.add(view, 0, 0, hashOf(view, 0, 0));
  }

  /** All there is of it. */
  state(): ColumnState {
    const { rows, blanks, codes, texts, slots } = this;
    return { rows, blanks, codes, texts: texts.state(), slots };
  }

  /** A column that comes from another thread. */
  static of({ texts, ...rest }: ColumnState): TextColumn {
    return Object.assign(new TextColumn(), { ...rest, texts: Texts.of(texts) });
  }

  /** How many different texts there are; the first is the empty one. Only while there are codes. */
  get entries(): number {
    return this.texts.count;
  }

  /** Takes the cell of the next row: some bytes of a text in UTF-8. */
  add({ bytes, view }: ByteText, start: number, end: number): void {
    let from = start;
    let to = end;
    while (from < to && (bytes[from] ?? 0) <= SPACE && isSpace(bytes[from])) from += 1;
    while (from < to && (bytes[to - 1] ?? 0) <= SPACE && isSpace(bytes[to - 1])) to -= 1;
    // Our own exports put an apostrophe before what a spreadsheet would run.
    if (bytes[from] === APOSTROPHE && to - from > 1 && isDefused(bytes, from, to)) from += 1;
    if (from < to && mayHaveOddSpace(bytes, from, to)) {
      const trimmed = Buffer.from(bytes.toString('utf8', from, to).trim());
      this.put(viewOf(trimmed), 0, trimmed.length);
    } else this.put(view, from, to);
  }

  /** The text of a row. */
  text(row: number): string {
    return this.codes === null ? this.texts.text(row) : this.entry(this.codes[row] ?? BLANK);
  }

  /** The text of a code. */
  entry(code: number): string {
    return (this.decoded[code] ??= this.texts.text(code));
  }

  /** The same for rows of the same text. */
  hash(row: number): number {
    return this.texts.hashes[this.codes?.[row] ?? row] ?? 0;
  }

  isBlank(row: number): boolean {
    if (this.codes !== null) return this.codes[row] === BLANK;
    return this.texts.starts[row] === this.texts.starts[row + 1];
  }

  /** How many rows have a code. Only while there are codes. */
  countOf(code: number): number {
    return code === BLANK ? this.blanks : (this.counts()[code] ?? 0);
  }

  private counts(): Uint32Array {
    const { codes, rows } = this;
    if (codes === null) throw new RangeError('A column without codes');
    if (this.counted?.rows !== rows) {
      const counts = new Uint32Array(this.entries);
      for (let row = 0; row < rows; row += 1) {
        const code = codes[row] ?? BLANK;
        counts[code] = (counts[code] ?? 0) + 1;
      }
      this.counted = { rows, counts };
    }
    return this.counted.counts;
  }

  /** The texts of the rows one after the other; null where there are codes. */
  get own(): { readonly bytes: Buffer; readonly starts: Uint32Array } | null {
    return this.codes === null ? this.texts : null;
  }

  /** Whether a test holds for the bytes of every row of a column without codes. */
  everyOwn(test: (bytes: Uint8Array, from: number, to: number) => boolean): boolean {
    const { bytes, starts } = this.texts;
    if (this.codes !== null) return false;
    for (let row = 0; row < this.rows; row += 1) {
      if (!test(bytes, starts[row] ?? 0, starts[row + 1] ?? 0)) return false;
    }
    return true;
  }

  private put(bytes: DataView, from: number, to: number): void {
    if (from === to) this.blanks += 1;
    if (from === to && this.codes !== null) {
      this.putCode(this.codes, BLANK);
      return;
    }
    const hash = hashOf(bytes, from, to);
    if (this.codes === null) {
      this.texts.add(bytes, from, to, hash);
      this.rows += 1;
      return;
    }
    const slot = this.slotOf(hash, bytes, from, to);
    let code = (this.slots[slot] ?? 0) - 1;
    if (code === -1) {
      if (this.texts.count === MOST_ENTRIES) {
        this.spill();
        this.put(bytes, from, to);
        return;
      }
      code = this.texts.count;
      this.texts.add(bytes, from, to, hash);
      this.slots[slot] = code + 1;
      if (this.texts.count * 2 > this.slots.length) this.rehash();
    }
    this.putCode(this.codes, code);
  }

  private putCode(codes: Uint16Array<ArrayBuffer>, code: number): void {
    let room = codes;
    if (this.rows === codes.length) {
      room = grown(codes, new Uint16Array(this.rows * 2));
      this.codes = room;
    }
    room[this.rows] = code;
    this.rows += 1;
  }

  /** Where a text stands in the hash table, or would. */
  private slotOf(hash: number, bytes: DataView, from: number, to: number): number {
    const { slots, texts } = this;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = (slots[slot] ?? 0) - 1;
      if (code === -1) return slot;
      if (texts.hashes[code] === hash && texts.is(code, bytes, from, to)) return slot;
    }
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let code = 0; code < this.texts.count; code += 1) {
      let slot = (this.texts.hashes[code] ?? 0) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = code + 1;
    }
  }

  /** From codes to the texts themselves. */
  private spill(): void {
    const { codes, texts: old } = this;
    if (codes === null) return;
    const texts = new Texts();
    for (let row = 0; row < this.rows; row += 1) {
      const code = codes[row] ?? BLANK;
      texts.add(old.view, old.starts[code] ?? 0, old.starts[code + 1] ?? 0, old.hashes[code] ?? 0);
    }
    this.texts = texts;
    this.codes = null;
    this.slots = new Int32Array(0);
    this.decoded.length = 0;
  }
}

/** Of the bytes up to 0x20 those that `trim` takes for space. */
function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}

/** Whether a text may begin or end with a space outside ASCII. */
function mayHaveOddSpace(bytes: Buffer, from: number, to: number): boolean {
  if (ODD_SPACE_LEADS[bytes[from] ?? 0] === 1) return true;
  if ((bytes[to - 1] ?? 0) < ASCII_END) return false;
  return ODD_SPACE_LEADS[bytes[to - 2] ?? 0] === 1 || ODD_SPACE_LEADS[bytes[to - 3] ?? 0] === 1;
}

/** Whether nothing but apostrophes stands before a sign that `csvCell` defuses by one. */
function isDefused(bytes: Buffer, from: number, to: number): boolean {
  let at = from;
  while (at < to && bytes[at] === APOSTROPHE) at += 1;
  return at < to && FORMULA_LEADS.has(bytes[at] ?? 0);
}
