import type { FileHandle } from 'node:fs/promises';
import { LIMITS } from './limits.ts';
import { refusal } from './refusal.ts';
import { HEAD_BYTES } from './refuse-non-table.ts';
import { readDirectory, unpack, type ZipEntry } from './xlsx-zip.ts';

/** A sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  /** Its place among all sheets of the workbook, from 1; charts count. */
  readonly place: number;
  readonly hidden: boolean;
  readonly part: ZipEntry;
}

/** What a workbook is made of, before any sheet of it is unpacked. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** The parts that every sheet needs. */
  readonly shared: readonly ZipEntry[];
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const KIND_OF_PART = /\/(worksheet|sharedStrings|styles)$/;

/** The tags of a name in an XML text, each with its attributes, whatever the prefix. */
function tagsOf(xml: string, tag: string): Map<string, string>[] {
  const tags = xml.matchAll(new RegExp(`<(?:\\w+:)?${tag}\\s([^>]*)>`, 'g'));
  return [...tags].map(([, attributes = '']) => {
    const found = attributes.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
    return new Map(
      [...found].map(([, name = '', double, single]) => [
        name.replace(/^\w+:/, ''),
        unescaped(double ?? single ?? ''),
      ]),
    );
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex, digits, name) => {
      if (typeof name === 'string') return ENTITIES[name] ?? whole;
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(digits);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/**
 * Looks into a workbook without unpacking its sheets.
 * @throws AppError that says what the file is where it is no workbook, and `unusable` for one that would unpack to
 * too much.
 */
export async function openWorkbook(file: FileHandle): Promise<Workbook> {
  const entries = await readDirectory(file).catch(async (error: unknown) => {
    throw (await looksLikeWorkbook(file)) ? error : refusal('zip');
  });
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const [workbook, relations] = [byName.get(WORKBOOK), byName.get(RELATIONS)];
  if (workbook === undefined || relations === undefined) throw stranger([...byName.keys()]);
  if (entries.some(({ encrypted }) => encrypted)) throw refusal('encrypted_workbook');
  refuseBomb(entries.filter(({ name }) => /\.(?:xml|rels)$/.test(name)));

  const parts = tagsOf((await unpack(file, relations)).toString(), 'Relationship').map(
    (relation) => {
      const target = relation.get('Target') ?? '';
      const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const kind = KIND_OF_PART.exec(relation.get('Type') ?? '')?.[1];
      return { id: relation.get('Id'), kind, part: byName.get(name) };
    },
  );
  const sheets = tagsOf((await unpack(file, workbook)).toString(), 'sheet').flatMap(
    (sheet, index) => {
      const found = parts.find(({ id, kind }) => id === sheet.get('id') && kind === 'worksheet');
      if (found?.part === undefined) return [];
      const hidden = (sheet.get('state') ?? 'visible') !== 'visible';
      return [{ name: sheet.get('name') ?? '', place: index + 1, hidden, part: found.part }];
    },
  );
  const common = parts.flatMap(({ kind, part }) =>
    kind !== 'worksheet' && kind !== undefined && part !== undefined ? [part] : [],
  );
  return { sheets, shared: [workbook, relations, ...common] };
}

/** Whether an archive whose directory cannot be read begins like a workbook. */
async function looksLikeWorkbook(file: FileHandle): Promise<boolean> {
  const { buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.includes('[Content_Types].xml') || buffer.includes('xl/');
}

/** What an archive without the parts of a workbook is. */
function stranger(names: readonly string[]): Error {
  if (names.includes('xl/workbook.bin')) return refusal('binary_workbook');
  if (names.includes('content.xml')) return refusal('opendocument');
  if (names.some((name) => /^(?:word|ppt)\//.test(name))) return refusal('document');
  return refusal(names.some((name) => name.startsWith('xl/')) ? 'damaged_workbook' : 'zip');
}

function refuseBomb(entries: readonly ZipEntry[]): void {
  const bytes = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (bytes <= LIMITS.unpackedBytes) return;
  throw refusal('bomb', { megabytes: LIMITS.unpackedBytes / 1024 / 1024 });
}
