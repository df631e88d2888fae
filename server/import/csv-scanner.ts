import { viewOf } from '../bytes.ts';
import { refusal } from './refusal.ts';

/**
 * One record of a file: its cells as places in a buffer of UTF-8. It is reused: what is needed later must be
 * copied.
 */
export interface ScannedRecord {
  readonly bytes: Buffer;
  /** How many cells there are. */
  readonly count: number;
  /** Where each cell begins and ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Physical line on which the record begins, from 1. */
  readonly line: number;
}

/** A record may not be longer: an unclosed quote would swallow the rest of the file. */
const MOST_RECORD_BYTES = 8_000_000;
const FIRST_BUFFER = 1 << 20;
/** So many bytes are looked at at once. */
const WORD_BYTES = 4;
const EACH_BYTE = 0x01010101;
const TOP_BITS = 0x80808080;
const FIRST_CELLS = 256;

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Whether none of the four bytes of a word lies below a bound of at most 0x80, which is given four times over: what is
 * below it borrows from the top bit.
 */
function hasNoneBelow(word: number, bound: number): boolean {
  return ((word - bound) & ~word & TOP_BITS) === 0;
}

/** What ends a record; decided by the first line break outside quotes. */
type RecordEnd = 'lf' | 'crlf' | 'cr';

/**
 * Finds the records of a delimited file. Blank lines are no records. A quotation mark counts only where it opens a
 * cell; one that is not followed by a delimiter does not close it properly, and both are kept as written.
 */
export class CsvScanner implements ScannedRecord {
  bytes = Buffer.allocUnsafe(FIRST_BUFFER);
  private view = viewOf(this.bytes);
  count = 0;
  starts = new Int32Array(FIRST_CELLS);
  ends = new Int32Array(FIRST_CELLS);
  line = 1;
  private quoted = new Uint8Array(FIRST_CELLS);
  private recordEnd: RecordEnd | null = null;
  private nextLine = 1;
  /** Where the next record begins, and where the bytes at hand end. */
  private from = 0;
  private to = 0;
  private last = false;
  /** Whether the record has neither quotes nor any line break but a line feed at its end. */
  private simple = true;
  private readonly delimiter: number;

  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** Takes more text, in UTF-8. */
  add(text: Uint8Array): void {
    const rest = this.to - this.from;
    const needed = rest + text.length;
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(needed * 2);
      this.bytes.copy(larger, 0, this.from, this.to);
      this.bytes = larger;
      this.view = viewOf(larger);
    } else this.bytes.copyWithin(0, this.from, this.to);
    this.from = 0;
    this.bytes.set(text, rest);
    this.to = needed;
  }

  /** No more text follows. */
  end(): void {
    this.last = true;
  }

  /**
   * Whether there is one more whole record at hand; it is then in `starts` and `ends`.
   * @throws AppError `unusable` for a quote that is never closed.
   */
  next(): boolean {
    for (;;) {
      const after = this.scan();
      if (after === -1) return false;
      const blank = this.count === 1 && this.starts[0] === this.ends[0] && this.quoted[0] === 0;
      this.line = this.nextLine;
      this.nextLine += this.breaksBetween(this.from, after);
      this.from = after;
      if (blank) continue;
      this.unquote();
      return true;
    }
  }

  /** Where the record that begins at `from` ends, its line break included; -1 where it is not whole yet. */
  private scan(): number {
    const { bytes, view, to, delimiter } = this;
    // Most bytes lie above all that end a cell.
    const last = Math.max(delimiter, CARRIAGE_RETURN);
    const bound = Math.imul(last + 1, EACH_BYTE);
    let at = this.from;
    if (at >= to) return -1;
    this.count = 0;
    this.simple = true;
    for (;;) {
      const start = at;
      let quoted = 0;
      if (at < to && bytes[at] === QUOTE) {
        quoted = 1;
        this.simple = false;
        at = this.closing(at + 1);
        if (at === -1) return this.unfinished(true);
        // Not closed properly: what follows belongs to the cell as it is written.
        if (at < 0) {
          quoted = 2;
          at = -at;
        }
      }
      let byte = -1;
      while (at + WORD_BYTES <= to && hasNoneBelow(view.getInt32(at), bound)) at += WORD_BYTES;
      for (; at < to; at += 1) {
        byte = bytes[at] ?? 0;
        if (byte > last) continue;
        if (byte === delimiter) break;
        if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
          const length = this.breakAt(at);
          if (length !== 1 || byte === CARRIAGE_RETURN) this.simple = false;
          if (length !== 0) break;
        }
      }
      // At the very end of what is at hand a line break may have a second half to come.
      if (at >= to - 1 && !this.last) return this.unfinished(false);
      this.push(start, at, quoted);
      if (at >= to) return to;
      if (byte !== delimiter) return at + this.breakAt(at);
      at += 1;
    }
  }

  /**
   * The place after the quote that closes a cell; its negative where no delimiter follows there; -1 where there is
   * none at hand.
   */
  private closing(from: number): number {
    const { bytes, to } = this;
    for (let at = from; ;) {
      at = bytes.indexOf(QUOTE, at);
      if (at === -1 || at >= to) return -1;
      if (at + 1 >= to) return this.last ? at + 1 : -1;
      const next = bytes[at + 1] ?? 0;
      if (next === QUOTE) {
        at += 2;
        continue;
      }
      const closes = next === this.delimiter || this.breakAt(at + 1) !== 0;
      return closes || (next === CARRIAGE_RETURN && at + 2 >= to && !this.last)
        ? at + 1
        : -(at + 1);
    }
  }

  /** How many bytes the line break at a place has, 0 where none is; the first one decides what they look like. */
  private breakAt(at: number): number {
    const byte = this.bytes[at] ?? 0;
    if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) return 0;
    const pair = byte === CARRIAGE_RETURN && at + 1 < this.to && this.bytes[at + 1] === LINE_FEED;
    if (this.recordEnd === null) {
      if (at + 1 >= this.to && !this.last) return 1;
      this.recordEnd = pair ? 'crlf' : byte === LINE_FEED ? 'lf' : 'cr';
    }
    if (this.recordEnd === 'crlf') return pair ? 2 : 0;
    return byte === (this.recordEnd === 'lf' ? LINE_FEED : CARRIAGE_RETURN) ? 1 : 0;
  }

  /** More text is needed. Throws where none will come, or where the record is far too long already. */
  private unfinished(inQuotes: boolean): -1 {
    const tooLong = this.to - this.from > MOST_RECORD_BYTES;
    if (inQuotes && (this.last || tooLong)) throw refusal('open_quote', { line: this.nextLine });
    if (tooLong) {
      const megabytes = Math.round(MOST_RECORD_BYTES / 1024 / 1024);
      throw refusal('line_too_long', { line: this.nextLine, megabytes });
    }
    return -1;
  }

  private push(start: number, end: number, quoted: number): void {
    if (this.count === this.starts.length) {
      const grown = this.count * 2;
      const [starts, ends, marks] = [this.starts, this.ends, this.quoted];
      (this.starts = new Int32Array(grown)).set(starts);
      (this.ends = new Int32Array(grown)).set(ends);
      (this.quoted = new Uint8Array(grown)).set(marks);
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.quoted[this.count] = quoted;
    this.count += 1;
  }

  /** Takes the quotes off the cells of the record. Its bytes are not read again, so that happens in place. */
  private unquote(): void {
    const { bytes, starts, ends, quoted } = this;
    for (let cell = 0; cell < this.count; cell += 1) {
      const kind = quoted[cell] ?? 0;
      if (kind === 0) continue;
      const start = starts[cell] ?? 0;
      const end = ends[cell] ?? 0;
      // What opens a cell and does not close it is part of it; quotes doubled before that are still one.
      let into = kind === 1 ? start : start + 1;
      let open = true;
      for (let at = start + 1; at < end; at += 1) {
        const byte = bytes[at] ?? 0;
        if (open && byte === QUOTE) {
          if (bytes[at + 1] === QUOTE && at + 1 < end) at += 1;
          else {
            open = false;
            if (kind === 1) continue;
          }
        }
        bytes[into] = byte;
        into += 1;
      }
      ends[cell] = into;
    }
  }

  private breaksBetween(from: number, to: number): number {
    const { bytes } = this;
    if (this.simple) return to > from && bytes[to - 1] === LINE_FEED ? 1 : 0;
    let breaks = 0;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at];
      const paired = byte === CARRIAGE_RETURN && at + 1 < this.to && bytes[at + 1] === LINE_FEED;
      if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && !paired)) breaks += 1;
    }
    return breaks;
  }
}
