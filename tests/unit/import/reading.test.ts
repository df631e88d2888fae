import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../../domain/records/import-shapes.ts';
import { inspect } from '../../../server/import/inspect.ts';
import { readTable } from '../../../server/import/read-rows.ts';
import {
  encodeText,
  readAs,
  WRITTEN_ENCODINGS,
  type WrittenEncoding,
} from '../../support/encode-text.ts';
import { EVERYTHING, openWorkbench } from './workbench.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'talentbridge-reading-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function stored(content: Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, content);
  return path;
}

/** Every row of a file, its header first. */
async function tableOf(path: string, reading: Reading): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const part of readTable(path, reading)) {
    rows.push('header' in part ? part.header : part.cells);
  }
  return rows;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LINE_ENDS = ['\n', '\r\n', '\r'] as const;
const NEEDS_QUOTES = /[",;\t|\r\n]/;

/** A table as a delimited text. */
function written(
  rows: readonly (readonly string[])[],
  delimiter: string,
  lineEnd: string,
  quoteAll: boolean,
): string {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell) =>
        quoteAll || NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
      )
      .join(delimiter);
  return rows.map((cells) => line(cells) + lineEnd).join('');
}

const CHINESE_ROWS = [
  ['候选人编号', '毕业院校', '专业', '备注'],
  ['001', '北京大学', '软件工程', '说“好”, 也说 "不"'],
  ['002', '中国石油大学（华东）', '计算机', '两\n行'],
  ['003', '清华大学', '８５，０００', 'a;b|c\td'],
];
const WESTERN_ROWS = [
  ['candidate_id', 'school', 'major', 'note'],
  ['001', 'Universität München', 'Génie', 'says “yes”, and "no"'],
  ['002', 'École', 'Diseño', 'two\nlines'],
  ['003', 'Málaga', '85,000', 'a;b|c\td'],
];

describe('a file is read as it was written', () => {
  it.each(WRITTEN_ENCODINGS)(
    'in %s, whatever its delimiter, line ends and quotes',
    async (encoding) => {
      const rows = encoding === 'windows-1252' ? WESTERN_ROWS : CHINESE_ROWS;
      for (const delimiter of DELIMITERS) {
        for (const lineEnd of LINE_ENDS) {
          for (const quoteAll of [false, true]) {
            const path = stored(encodeText(written(rows, delimiter, lineEnd, quoteAll), encoding));
            const found = await inspect(path, 'hires', {});
            expect(found.reading).toEqual({
              encoding: readAs(encoding),
              delimiter,
              headerRow: 1,
              sheet: null,
              decimal: null,
            });
            expect(found.rows).toBe(3);
            expect(found.columns.map(({ field }) => field)).toEqual([
              'candidate_id',
              'school',
              'major',
              null,
            ]);
            expect(await tableOf(path, found.reading)).toEqual(rows);
          }
        }
      }
    },
  );

  const anyText = fc
    .string({ unit: fc.constantFrom(...Array.from('ab1 ,;|\t"\'北京大学，\n\r𠮷=')) })
    .filter((text) => text.trim() === text);
  const anyTable = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(fc.array(anyText, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 6,
    }),
  );

  it('500 random files, as csv-parse reads them', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTable,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom(...LINE_ENDS),
        fc.boolean(),
        fc.constantFrom<WrittenEncoding>(
          'utf-8',
          'utf-8 with mark',
          'utf-16le',
          'utf-16be',
          'gb18030',
        ),
        async (rows, delimiter, lineEnd, quoteAll, encoding) => {
          const text = written(rows, delimiter, lineEnd, quoteAll);
          const path = stored(encodeText(text, encoding));
          const plain = { headerRow: 1, sheet: null, decimal: null };
          const read = await tableOf(path, { ...plain, encoding: readAs(encoding), delimiter });
          expect(read).toEqual(rows);
          expect(read).toEqual(parse(text, { delimiter }));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the header', () => {
  it.each<[string, string, number, number]>([
    ['first', '学校,专业\n北大,法学\n', 1, 1],
    ['below a title', '2024届毕业生入职名单,,\n学校,专业,届别\n北大,法学,2024\n', 2, 1],
    ['below a title and blank lines', '入职名单\n\n\n学校,专业,届别\n北大,法学,2024\n', 4, 1],
    ['below titles of two lines', '"入职\n名单",,\n学校,专业,届别\n北大,法学,2024\n', 3, 1],
    ['below groups', '基本信息,,录用,\n学校,专业,入职日期,年薪\n北大,法学,2024-07-01,1\n', 2, 1],
    ['below sep=', 'sep=;\nschool;major;salary\nNorth;Law;1,5\n', 2, 1],
    ['of unknown names below a title', 'Our people\nx;y;z\n1;2;3\n4;5;6\n', 2, 2],
    ['of unknown names', 'x,y\n1,2\n', 1, 1],
    ['of one column', 'name\nNorth\nSouth\n', 1, 2],
    ['of one column below nothing known', 'x\nNorth\n', 1, 1],
    ['in English above one in Chinese', 'school,major\n学校,专业\n北大,法学\n', 1, 2],
  ])('%s', async (_, text, headerRow, rows) => {
    const found = await inspect(stored(Buffer.from(text)), 'hires', {});
    expect(found.reading.headerRow).toBe(headerRow);
    expect(found.rows).toBe(rows);
  });

  it('stays where a person says it is, and lines are counted from the top of the file', async () => {
    const path = stored(Buffer.from('t\n\n学校,专业\n"两\n行",法学\n北大,法学\n'));
    const { reading } = await inspect(path, 'hires', {});
    const lines: number[] = [];
    for await (const part of readTable(path, reading)) if ('row' in part) lines.push(part.line);
    expect(lines).toEqual([4, 6]);
    expect(await inspect(path, 'hires', { headerRow: 4 })).toMatchObject({
      rows: 1,
      columns: [{ header: '两\n行' }, { header: '法学' }],
    });
    await expect(inspect(path, 'hires', { headerRow: 9 })).rejects.toThrow('after line 9');
  });
});

it('a person can say otherwise, and the preview follows', async () => {
  const bench = await openWorkbench();
  try {
    const content = encodeText('学校;专业\n北大;法学\n', 'gb18030');
    const { id, reading } = await bench.upload(content);
    expect(reading).toMatchObject({ encoding: 'gb18030', delimiter: ';' });
    const garbled = await bench.imports.setReading(id, { encoding: 'cp1252', delimiter: ',' });
    expect(garbled.reading).toMatchObject({ encoding: 'windows-1252', delimiter: ',' });
    expect(garbled.columns).toEqual([{ header: 'Ñ§Ð£;×¨Òµ', field: null, samples: ['±±´ó;·¨Ñ§'] }]);
    const again = await bench.imports.setReading(id, { encoding: 'gbk' });
    expect(again.reading).toMatchObject({ encoding: 'gb18030', delimiter: ';', headerRow: 1 });
    expect(again.columns).toMatchObject([
      { header: '学校', field: 'school', samples: ['北大'] },
      { header: '专业', field: 'major', samples: ['法学'] },
    ]);
    const decimal = await bench.imports.setReading(id, { decimal: ',' });
    expect(decimal.reading).toEqual({ ...again.reading, decimal: ',' });
    await expect(bench.imports.setReading(id, { encoding: 'utf-8' })).rejects.toThrow('Line 2');
    await expect(bench.imports.setReading(id, { sheet: 'S' })).rejects.toThrow('no sheets');
    expect(bench.imports.get(id).reading).toEqual(decimal.reading);
  } finally {
    await bench.close();
  }
});

it.each([
  ['a cell above 64 KB', `a,b\n1,${'x'.repeat(65_537)}\n`, 'longer than 64 KB'],
  ['a cell of Chinese above 64 KB', `a,b\n1,${'学'.repeat(22_000)}\n`, 'On line 2'],
  ['a web page in UTF-16', '\uFEFF<html><table>', 'web page'],
])('refuses %s', async (_, text, words) => {
  const content = text.startsWith('\uFEFF') ? Buffer.from(text, 'utf16le') : Buffer.from(text);
  await expect(inspect(stored(content), 'hires', {})).rejects.toThrow(words);
});

it('makes the same database of one file in four forms', async () => {
  const header = [
    '候选人编号',
    '毕业院校',
    '专业',
    '学历',
    '届别',
    '入职日期',
    '离职日期',
    '年薪',
    '备注',
  ];
  const rows = Array.from({ length: 40 }, (_, index) => ({
    id: String(index).padStart(4, '0'),
    school: ['北京大学', '清华大学', '中国石油大学（华东）'][index % 3] ?? '',
    major: ['法学', '软件工程'][index % 2] ?? '',
    year: 2020 + (index % 4),
    hired: new Date(Date.UTC(2020 + (index % 4), 6, 1 + (index % 28))),
    left: index % 5 === 0 ? new Date(Date.UTC(2025, 0, 15)) : null,
    salary: 80_000 + index * 1000.5,
  }));
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '';
  const texts = rows.map((row) => [
    row.id,
    row.school,
    row.major,
    '本科',
    String(row.year),
    day(row.hired),
    day(row.left),
    String(row.salary),
    '',
  ]);
  const dated = (value: Date) => ({ value, type: Date, format: 'yyyy/mm/dd' });
  const workbook = await writeExcelFile([
    header,
    ...rows.map((row) => [
      row.id,
      row.school,
      row.major,
      '本科',
      row.year,
      dated(row.hired),
      row.left === null ? null : dated(row.left),
      row.salary,
    ]),
  ]).toBuffer();
  const text = (delimiter: string, lineEnd: string) =>
    written([header, ...texts], delimiter, lineEnd, false);
  const forms = [
    encodeText(text(',', '\n'), 'utf-8'),
    encodeText(text(',', '\r\n'), 'gb18030'),
    encodeText(text('\t', '\r\n'), 'utf-16le with mark'),
    workbook,
  ];
  const hashes = new Set<string>();
  for (const form of forms) {
    const bench = await openWorkbench();
    try {
      const { id } = await bench.upload(form);
      const mapping = { ...EVERYTHING, columns: {}, asOf: '2026-06-30' };
      const { unresolved } = await bench.imports.setMapping(id, mapping);
      const asNew = (names: readonly { name: string }[]) =>
        Object.fromEntries(names.map(({ name }) => [name, 'new' as const]));
      const summary = await bench.imports.setNames(id, {
        school: asNew(unresolved.school),
        major: asNew(unresolved.major),
      });
      expect(summary).toMatchObject({ rows: 40, valid: 40, new: 40 });
      await (
        await bench.imports.startCommit(id, false)
      ).end;
      expect(bench.imports.get(id).status).toBe('committed');
      hashes.add(bench.contentHash());
    } finally {
      await bench.close();
    }
  }
  expect(hashes.size).toBe(1);
});
