import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../domain/errors.ts';
import { LIMITS } from '../../../server/import/limits.ts';
import { sheetPath } from '../../../server/import/xlsx-path.ts';
import { convertSheet } from '../../../server/import/xlsx-sheet.ts';
import { storedZip } from '../../../server/import/xlsx-zip.ts';
import { openWorkbench, type Workbench } from './workbench.ts';
import { book, bookParts, textRow } from './xlsx-book.ts';

let folder: string;
let bench: Workbench;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'talentbridge-xlsx-'));
  bench = await openWorkbench();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await bench.close();
});

let files = 0;
function stored(content: Buffer): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, content);
  return path;
}

/** What a sheet is converted to. */
async function converted(content: Buffer, sheet: string | null = null): Promise<string> {
  const path = stored(content);
  return readFileSync(sheetPath(path, (await convertSheet(path, sheet)).sheet), 'utf8');
}

/** A cell in A1, as CSV. */
async function cell(xml: string, sharedStrings: readonly string[] = []): Promise<string> {
  const rows = `<row r="1">${xml}<c r="B1" t="inlineStr"><is><t>x</t></is></c></row>`;
  const text = await converted(book([{ name: 'S', rows }], sharedStrings));
  return text.replace(/,x\n$/, '');
}

describe('a cell as it is meant', () => {
  it.each([
    ['a date', '<c r="A1" s="1"><v>45000</v></c>', '2023-03-15'],
    ['a date of a format of one’s own', '<c r="A1" s="2"><v>45000</v></c>', '2023-03-15'],
    ['a date with time', '<c r="A1" s="3"><v>45000.5</v></c>', '2023-03-15 12:00:00'],
    ['a time', '<c r="A1" s="4"><v>0.75</v></c>', '18:00:00'],
    ['an ISO date', '<c r="A1" t="d"><v>2023-03-15T00:00:00Z</v></c>', '2023-03-15'],
    ['an integer', '<c r="A1"><v>85000</v></c>', '85000'],
    ['an integer with a fraction of none', '<c r="A1"><v>85000.0</v></c>', '85000'],
    ['the noise of binary fractions', '<c r="A1" s="5"><v>0.30000000000000004</v></c>', '0.3'],
    ['an exponent', '<c r="A1"><v>1.23E+5</v></c>', '123000'],
    ['a long number', '<c r="A1"><v>110101199003071233</v></c>', '110101199003071000'],
    ['a negative number', '<c r="A1"><v>-1.5</v></c>', '-1.5'],
    ['a truth', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['an untruth', '<c r="A1" t="b"><v>0</v></c>', 'FALSE'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['the error of a formula', '<c r="A1" s="5" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['the number of a formula', '<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
    ['the text of a formula', '<c r="A1" t="str"><f>A2</f><v>North</v></c>', 'North'],
    ['a formula without a value', '<c r="A1" t="str"><f>A2</f></c>', ''],
    ['a text with leading zeros', '<c r="A1" t="s"><v>0</v></c>', '007'],
    ['a text that looks like a formula', '<c r="A1" t="s"><v>1</v></c>', '=1+1'],
    ['a text with quotes and a comma', '<c r="A1" t="s"><v>2</v></c>', '"say ""a"", b"'],
    ['a text of two lines', '<c r="A1" t="s"><v>3</v></c>', 'two lines'],
    ['Chinese', '<c r="A1" t="s"><v>4</v></c>', '北京大学𠮷'],
    ['space around', '<c r="A1" t="s"><v>5</v></c>', ' a '],
    ['nothing', '<c r="A1" s="1"/>', ''],
  ])('%s', async (_, xml, text) => {
    const strings = ['007', '=1+1', 'say &quot;a&quot;, b', 'two\nlines', '北京大学𠮷', ' a '];
    expect(await cell(xml, strings)).toBe(text);
  });
});

describe('sheets', () => {
  const workbook = book([
    { name: 'Empty', rows: '' },
    { name: 'Hidden', rows: textRow(1, ['a', 'b']), hidden: true },
    { name: 'R&amp;D', rows: textRow(3, ['name', 'city']) + textRow(5, ['North', 'Xi’an']) },
    { name: '学校', rows: textRow(1, ['name']) + textRow(2, ['South']) },
  ]);

  it('are chosen: the first that is neither empty nor hidden, rows staying where they are', async () => {
    expect(await converted(workbook)).toBe('\n\nname,city\n\nNorth,Xi’an\n');
    expect(await converted(workbook, 'Hidden')).toBe('a,b\n');
    await expect(converted(workbook, 'No')).rejects.toThrow('It has: Empty, Hidden, R&D, 学校.');
    await expect(converted(book([{ name: 'S', rows: '' }]))).rejects.toThrow('No sheet');
  });

  it('are offered, and read differently on demand', async () => {
    const entry = await bench.upload(workbook, 'schools');
    expect(entry).toMatchObject({
      rows: 1,
      columns: [{ header: 'name', field: 'name', samples: ['North'] }, { header: 'city' }],
      reading: {
        encoding: 'utf-8',
        delimiter: ',',
        headerRow: 1,
        sheet: 'R&D',
        sheets: ['Empty', 'Hidden', 'R&D', '学校'],
      },
    });
    const other = await bench.imports.setReading(entry.id, { sheet: '学校' });
    expect(other).toMatchObject({ rows: 1, columns: [{ header: 'name', samples: ['South'] }] });
    await expect(bench.imports.setReading(entry.id, { sheet: 'No' })).rejects.toThrow('no sheet');
    await expect(bench.imports.setReading(entry.id, { sheet: 'Empty' })).rejects.toThrow('empty');
    const summary = await bench.imports.setMapping(entry.id, { columns: {}, constants: {} });
    expect(summary).toMatchObject({ rows: 1, new: 1 });
    const uploads = () => readdirSync(join(bench.folder, 'uploads'));
    expect(uploads().length).toBeGreaterThan(2);
    await bench.imports.cancel(entry.id);
    expect(uploads()).toEqual([]);
  });

  it('are read in blocks without a trace of them', async () => {
    const rows = [1, 2, 3, 5, 9, 10].map((row) =>
      textRow(row, [`r${row}`, 'a', 'b', 'c'].slice(0, (row % 4) + 1)),
    );
    const content = book([{ name: 'S', rows: rows.join('') }]);
    const whole = stored(content);
    const parts = stored(content);
    await convertSheet(whole, null);
    await convertSheet(parts, null, 1);
    const text = readFileSync(sheetPath(whole, 'S'), 'utf8');
    expect(readFileSync(sheetPath(parts, 'S'), 'utf8')).toBe(text);
    expect(text).toBe('r1,a,,\nr2,a,b,\nr3,a,b,c\n\nr5,a,,\n\n\n\nr9,a,,\nr10,a,b,\n');
  });

  it('tell the row of an error as the spreadsheet counts it', async () => {
    const header = ['candidate_id', 'school', 'major', 'graduation_year', 'hired_on'];
    const rows =
      textRow(2, ['Graduates of 2023']) +
      textRow(4, header) +
      textRow(5, ['1', 'North', 'two\nlines', '2023', '2023-07-01']) +
      textRow(9, ['2', 'North', 'Law', 'soon', '2023-07-01']);
    const { id, reading } = await bench.upload(book([{ name: 'S', rows }]));
    expect(reading.headerRow).toBe(4);
    const { examples } = await bench.imports.setMapping(id, { columns: {}, constants: {} });
    expect(examples).toContainEqual(
      expect.objectContaining({ line: 9, code: 'unreadable_year', value: 'soon' }),
    );
  });
});

/** A workbook of one sheet whose directory says what it is told. */
function withSizes(content: Buffer, change: (directoryEntry: Buffer) => void): Buffer {
  const copy = Buffer.from(content);
  for (
    let at = copy.indexOf('PK\u0001\u0002');
    at >= 0;
    at = copy.indexOf('PK\u0001\u0002', at + 4)
  ) {
    change(copy.subarray(at));
  }
  return copy;
}

/** One part packed, with the others stored; sizes as told. */
function packedPart(name: string, packed: Buffer, unpacked: number): Buffer {
  const parts = bookParts([{ name: 'S', rows: textRow(1, ['a', 'b']) }]).map(
    ([part, content]): [string, Buffer] => [part, part === name ? packed : content],
  );
  return withSizes(storedZip(parts), (entry) => {
    if (entry.toString('utf8', 46, 46 + entry.readUInt16LE(28)) !== name) return;
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(unpacked, 24);
  });
}

describe('what is refused', () => {
  const good = book([{ name: 'S', rows: textRow(1, ['a', 'b']) }]);
  const SHEET = 'xl/worksheets/sheet1.xml';

  it.each<[string, string, () => Buffer]>([
    [
      'a bomb that says so, unpacking nothing',
      'more than 384 MB',
      () => packedPart(SHEET, Buffer.from('no packed bytes at all'), LIMITS.unpackedBytes + 1),
    ],
    [
      'a bomb that does not say so, stopping at once',
      'damaged',
      () => packedPart(SHEET, deflateRawSync(Buffer.alloc(50_000_000)), 1000),
    ],
    ['broken packing', 'damaged', () => packedPart(SHEET, Buffer.from('nonsense'), 1000)],
    ['half a workbook', 'damaged', () => good.subarray(0, good.length / 2)],
    ['a workbook without its end', 'damaged', () => good.subarray(0, -10)],
    [
      'a password on the archive',
      'password',
      () => withSizes(good, (entry) => entry.writeUInt16LE(1, 8)),
    ],
    ['another archive', 'ZIP archive', () => storedZip([['a.txt', Buffer.from('a')]])],
    ['an OpenDocument sheet', '.ods', () => storedZip([['content.xml', Buffer.from('<a/>')]])],
    ['a binary workbook', '.xlsb', () => storedZip([['xl/workbook.bin', Buffer.from('a')]])],
    [
      'a sheet that is no XML',
      'damaged',
      () => book([{ name: 'S', rows: '<row r="1"><c r="A1"><v>1</v></row' }]),
    ],
    [
      'a sheet with something far to the right',
      'to the right of its column 200',
      () => book([{ name: 'S', rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }]),
    ],
    [
      'a sheet with something far below',
      'below the last row',
      () => book([{ name: 'S', rows: '<row r="99999999"><c r="A99999999"><v>1</v></c></row>' }]),
    ],
  ])('%s', async (_, words, content) => {
    const before = bench.imports.list().length;
    const uploads = readdirSync(join(bench.folder, 'uploads'));
    const error: unknown = await bench.upload(content()).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toHaveProperty('message', expect.stringContaining(words));
    expect(error).toHaveProperty('sentence.zh', expect.stringMatching(/\p{Script=Han}/u));
    expect(bench.imports.list()).toHaveLength(before);
    expect(readdirSync(join(bench.folder, 'uploads'))).toEqual(uploads);
  });

  it('takes cells beyond the limit that only have a look', async () => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>`;
    expect(await converted(book([{ name: 'S', rows }]))).toBe('1\n');
  });

  it('tells a workbook with a password from an old one', async () => {
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    await expect(bench.upload(ole)).rejects.toThrow('old Excel workbook (.xls)');
    const name = Buffer.from('EncryptedPackage', 'utf16le');
    const encrypted = Buffer.concat([ole, Buffer.alloc(300_000), name]);
    await expect(bench.upload(encrypted)).rejects.toThrow('password');
  });
});
