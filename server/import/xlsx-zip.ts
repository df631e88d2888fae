import type { FileHandle } from 'node:fs/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import { LIMITS } from './limits.ts';
import { refusal } from './refusal.ts';

/** A file within a ZIP archive, as the archive's directory has it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT = 65_535;
const LOCATOR_BYTES = 20;
const IN_64 = 0xffff_ffff;
const STORED = 0;
const DEFLATED = 8;

/** Some bytes of a file. Throws `not_a_table` where the file ends before them. */
async function read(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { size } = await file.stat();
  if (offset < 0 || length < 0 || offset + length > size) throw refusal('damaged_workbook');
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer;
}

/** Where the directory of an archive is. */
async function findDirectory(file: FileHandle): Promise<{ offset: number; length: number }> {
  const { size } = await file.stat();
  const from = Math.max(0, size - END_BYTES - MOST_COMMENT - LOCATOR_BYTES);
  const tail = await read(file, from, size - from);
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    const [length, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    if (offset !== IN_64 || at < LOCATOR_BYTES) return { offset, length };
    const end = await read(file, Number(tail.readBigUInt64LE(at - LOCATOR_BYTES + 8)), 56);
    if (end.readUInt32LE(0) !== END_64) throw refusal('damaged_workbook');
    return {
      length: Number(end.readBigUInt64LE(40)),
      offset: Number(end.readBigUInt64LE(48)),
    };
  }
  throw refusal('damaged_workbook');
}

/**
 * The directory of a ZIP archive; nothing is unpacked.
 * @throws AppError `not_a_table` where it is damaged or has unreasonably many files.
 */
export async function readDirectory(file: FileHandle): Promise<ZipEntry[]> {
  const { offset, length } = await findDirectory(file);
  const bytes = await read(file, offset, length);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= bytes.length;) {
    if (bytes.readUInt32LE(at) !== DIRECTORY || entries.length === LIMITS.zipEntries) {
      throw refusal('damaged_workbook');
    }
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const [unpacked, packed, start] = wideNumbers(
      [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)],
      bytes.subarray(nameEnd, extraEnd),
    );
    entries.push({
      name: bytes.toString('utf8', at + 46, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: packed ?? 0,
      unpacked: unpacked ?? 0,
      offset: start ?? 0,
    });
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Numbers of 32 bits, of which those that are full stand with 64 bits in the extra field. */
function wideNumbers(numbers: readonly number[], extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return numbers.map((number) => {
      if (number !== IN_64 || next + 8 > extra.length) return number;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  return [...numbers];
}

/**
 * Unpacks one file of an archive; never to more than its directory says.
 * @throws AppError `not_a_table` where it is damaged.
 */
export async function unpack(file: FileHandle, entry: ZipEntry): Promise<Buffer> {
  const local = await read(file, entry.offset, 30);
  if (local.readUInt32LE(0) !== LOCAL) throw refusal('damaged_workbook');
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = await read(file, start, entry.packed);
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw refusal('damaged_workbook');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  } catch {
    throw refusal('damaged_workbook');
  }
}

/** A ZIP archive of some files, none of them packed. */
export function storedZip(files: readonly (readonly [string, Buffer])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const nameBytes = Buffer.from(name);
    // What both headers share: version, flags, method, time, date, check sum, sizes, lengths.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([signature(LOCAL), shared, nameBytes]);
    const entry = Buffer.concat([
      signature(DIRECTORY),
      Buffer.from([20, 0]),
      shared,
      Buffer.alloc(14),
      nameBytes,
    ]);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, content);
    directory.push(entry);
    offset += local.length + content.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
