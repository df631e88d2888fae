import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../support/encode-text.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const PIECE_BYTES = 65_536;
const HEADER = 'candidate_id,school,major,graduation_year,hired_on,remark';
/** Long, so that few rows make a large file. */
const REMARK = 'as agreed '.repeat(20);

/** A file of some megabytes whose last row names a school. */
function fileOf(lastSchool: string, rows = 5000): string {
  const lines = Array.from(
    { length: rows },
    (_, row) =>
      `C${row},School ${row % 40},Major ${row % 9},2023,2023-07-0${(row % 9) + 1},${REMARK}`,
  );
  return `${HEADER}\n${lines.join('\n')}\nLAST,${lastSchool},Major 1,2023,2023-07-01,\n`;
}

/** Bytes as they come in over a network: piece by piece, with time for others in between. */
async function* pieces(bytes: Buffer, upTo = bytes.length): AsyncGenerator<Buffer> {
  for (let from = 0; from < upTo; from += PIECE_BYTES) {
    yield bytes.subarray(from, Math.min(from + PIECE_BYTES, upTo));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  if (upTo < bytes.length) throw new Error('The line is dead');
}

const send = (bytes: Buffer, upTo?: number) =>
  bench.imports.upload({
    kind: 'hires',
    fileName: 'large.csv',
    content: Readable.from(pieces(bytes, upTo)),
    createdBy: null,
  });

/** Without time in between, and in one piece: nothing is read before all is there. */
const sendAtOnce = (bytes: Buffer) =>
  bench.imports.upload({
    kind: 'hires',
    fileName: 'large.csv',
    content: Readable.from([bytes]),
    createdBy: null,
  });

const found = ({ rows, columns, reading }: Awaited<ReturnType<typeof send>>) => ({
  rows,
  columns,
  reading,
});

async function summaryOf(id: number) {
  const { issues, unresolved, rows, ...rest } = await bench.imports.setMapping(id, {
    columns: {},
    constants: {},
  });
  return { issues, unresolved, rows, invalid: rest.invalid };
}

describe('a large file that comes in piece by piece', () => {
  const texts: [string, Buffer, string][] = [
    ['UTF-8', Buffer.from(fileOf('北方大学')), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${fileOf('北方大学')}`), 'utf-8'],
    ['GB18030 that only its last row shows', encodeText(fileOf('北方大学'), 'gb18030'), 'gb18030'],
    ['UTF-16', encodeText(fileOf('北方大学'), 'utf-16le'), 'utf-16le'],
    [
      'semicolons under a title',
      Buffer.from(`Report\n${fileOf('North').replaceAll(',', ';')}`),
      'utf-8',
    ],
    ['quotes and line breaks', Buffer.from(fileOf('"North\n""East"""')), 'utf-8'],
  ];
  it.each(texts)('in %s is read as one that is there at once', async (_, bytes, encoding) => {
    const slow = await send(bytes);
    const whole = await sendAtOnce(bytes);
    expect(found(slow)).toEqual(found(whole));
    expect(slow.reading.encoding).toBe(encoding);
    expect(slow.rows).toBe(5001);
    expect(await summaryOf(slow.id)).toEqual(await summaryOf(whole.id));
  });

  it('is not mixed up with another that comes at the same time, and one that breaks off', async () => {
    const first = Buffer.from(fileOf('First', 5000));
    const second = Buffer.from(fileOf('Second', 7000));
    const broken = send(Buffer.from(fileOf('Broken', 8000)), 1_500_000);
    const [a, b, c] = await Promise.allSettled([send(first), send(second), broken]);
    expect(c.status).toBe('rejected');
    for (const [upload, rows, school] of [
      [a, 5001, 'First'],
      [b, 7001, 'Second'],
    ] as const) {
      if (upload.status === 'rejected') throw upload.reason;
      expect(upload.value.rows).toBe(rows);
      const { unresolved } = await summaryOf(upload.value.id);
      expect(unresolved.school.find(({ name }) => name === school)?.count).toBe(1);
    }
    expect((await send(first)).rows).toBe(5001);
  });

  it('is refused like one that is there at once', async () => {
    const text = fileOf('North').replace('School 7', '"School 7');
    for (const refused of [send, sendAtOnce]) {
      await expect(refused(Buffer.from(text))).rejects.toMatchObject({ code: 'unusable' });
    }
  });
});
