import { Readable, pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive, its content made while it is written. */
export interface ZipEntry {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

const VERSION = 20;
/** Bit 3: sizes follow the content. Bit 11: names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1 January 1980: the content says when it is of. */
const DATE = 0x0021;
const LARGEST = 0xff_ff_ff_ff;

function littleEndian(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

function localHeader(name: Buffer): Buffer {
  const head = littleEndian(
    [4, 0x04_03_4b_50],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATE],
    [2, 0],
    [2, DATE],
    [4, 0],
    [4, 0],
    [4, 0],
    [2, name.length],
    [2, 0],
  );
  return Buffer.concat([head, name]);
}

function centralHeader({ name, offset, crc, packed, size }: Written): Buffer {
  const head = littleEndian(
    [4, 0x02_01_4b_50],
    [2, VERSION],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATE],
    [2, 0],
    [2, DATE],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  );
  return Buffer.concat([head, name]);
}

/**
 * Files as a ZIP archive (PKWARE APPNOTE 6.3, without ZIP64), made piece by piece: memory does not grow with them.
 * @throws RangeError where a file or the archive outgrows 4 GiB; whatever an entry's content throws.
 */
export async function* zipStream(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const header = localHeader(name);
    yield header;
    let crc = 0;
    let size = 0;
    let packed = 0;
    const bytes = async function* () {
      for await (const text of entry.content) {
        const chunk = Buffer.from(text);
        crc = crc32(chunk, crc);
        size += chunk.length;
        yield chunk;
      }
    };
    const deflate = createDeflateRaw();
    // An error of the content ends the reading below; there is nothing else to do about it.
    pipeline(Readable.from(bytes()), deflate, () => undefined);
    const pieces: AsyncIterable<Uint8Array> = deflate;
    for await (const piece of pieces) {
      packed += piece.length;
      yield piece;
    }
    yield littleEndian([4, 0x08_07_4b_50], [4, crc], [4, packed], [4, size]);
    written.push({ name, offset, crc, packed, size });
    offset += header.length + packed + 16;
    if (Math.max(offset, size) > LARGEST) throw new RangeError('The archive outgrows 4 GiB');
  }
  const directory = Buffer.concat(written.map(centralHeader));
  yield directory;
  yield littleEndian(
    [4, 0x06_05_4b_50],
    [2, 0],
    [2, 0],
    [2, written.length],
    [2, written.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
}
