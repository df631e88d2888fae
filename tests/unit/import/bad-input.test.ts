import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mapping } from '../../../domain/records/import-shapes.ts';
import { issueMessage } from '../../../domain/records/issues.ts';
import { EVERYTHING, openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
  await bench.run('name\nNorth\n', { kind: 'schools' });
  await bench.run('name\nLaw\n', { kind: 'majors' });
});
afterAll(() => bench.close());

interface Found {
  readonly line: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
}

async function issuesOf(text: string, mapping: Partial<Mapping> = {}): Promise<Found[]> {
  const { id } = await bench.upload(text);
  const summary = await bench.imports.setMapping(id, {
    ...EVERYTHING,
    asOf: '2026-06-30',
    ...mapping,
  });
  for (const { code, params } of summary.examples) {
    expect(issueMessage(code, params, 'en')).not.toMatch(/\{\w+\}/);
  }
  return summary.examples.map(({ line, column, code, value }) => ({ line, column, code, value }));
}

/** A good row with one cell changed; the changed one is on line 4, after a cell of two lines. */
function fileWith(column: string, value: string): string {
  const good: Record<string, string> = {
    Id: '7',
    School: 'North',
    Major: 'Law',
    Degree: 'bachelor',
    Year: '2023',
    Offered: '2023-01-10',
    Accepted: '2023-01-20',
    Declined: '',
    Interned: '2022-07-01',
    Hired: '2023-07-01',
    Left: '',
    Promoted: '',
    Pay: '90000',
    Months: '',
    Match: '',
    Rating: '',
    Type: '',
    Channel: '',
    Note: '',
  };
  const bad = { ...good, Id: '8', [column]: value };
  const line = (row: Record<string, string>) =>
    Object.values(row)
      .map((cell) => `"${cell}"`)
      .join(',');
  return [Object.keys(good).join(','), line({ ...good, Note: 'two\r\nlines' }), line(bad), ''].join(
    '\r\n',
  );
}

const MAPPING: Partial<Mapping> = {
  columns: {
    Id: 'candidate_id',
    School: 'school',
    Major: 'major',
    Degree: 'degree',
    Year: 'graduation_year',
    Offered: 'offered_on',
    Accepted: 'accepted_on',
    Declined: 'declined_on',
    Interned: 'interned_from',
    Hired: 'hired_on',
    Left: 'left_on',
    Promoted: 'promoted_on',
    Pay: 'salary',
    Months: 'months_paid',
    Match: 'major_match',
    Rating: 'performance',
    Type: 'leave_type',
    Channel: 'channel',
    Note: 'leave_reason',
  },
};

describe('one wrong cell is one issue, where it is', () => {
  it.each([
    ['Id', '', 'missing_required', null],
    ['Id', 'x'.repeat(65), 'too_long', 'x'.repeat(65)],
    ['School', '', 'missing_required', null],
    ['School', 'Nowhere', 'unresolved_school', 'Nowhere'],
    ['Major', '', 'missing_required', null],
    ['Major', 'Alchemy', 'unresolved_major', 'Alchemy'],
    ['Year', '', 'missing_required', null],
    ['Year', '1005', 'impossible_year', '1005'],
    ['Year', '23', 'two_digit_year', '23'],
    ['Year', 'soon', 'unreadable_year', 'soon'],
    ['Offered', '2023-02-30', 'no_such_date', '2023-02-30'],
    ['Offered', 'soon', 'unreadable_date', 'soon'],
    ['Offered', '9900-01-01', 'impossible_year', '9900-01-01'],
    ['Offered', '10.01.23', 'two_digit_year', '10.01.23'],
    ['Offered', '03/04/2023', 'ambiguous_date', '03/04/2023'],
    ['Left', '2023-06-30', 'left_before_hired', '2023-06-30'],
    ['Promoted', '2023-06-30', 'promoted_before_hired', '2023-06-30'],
    ['Pay', 'much', 'no_number', 'much'],
    ['Pay', '-1', 'pay_not_positive', '-1'],
    ['Pay', '85.000', 'ambiguous_number', '85.000'],
    ['Months', '11', 'number_out_of_range', '11'],
    ['Match', 'maybe', 'unreadable_yes_no', 'maybe'],
    ['Rating', '6', 'number_out_of_range', '6'],
    ['Degree', 'Diplom', 'unknown_degree', 'Diplom'],
    ['Degree', '研究生', 'degree_graduate', '研究生'],
    ['Channel', 'luck', 'unknown_channel', 'luck'],
    ['Type', 'vanished', 'unknown_leave_type', 'vanished'],
    ['Hired', '2021-12-31', 'early_hire', '2021-12-31'],
    ['Declined', '2023-02-01', 'declined_after_accepting', '2023-02-01'],
    ['Interned', '2023-08-01', 'interned_after_hired', '2023-08-01'],
    ['Promoted', '2026-07-01', 'future_date', '2026-07-01'],
  ])('%s "%s" is %s', async (column, value, code, shown) => {
    const found = await issuesOf(fileWith(column, value), MAPPING);
    const others = ['interned_after_hired'];
    const wanted = found.filter((issue) => issue.code === code || !others.includes(issue.code));
    expect(wanted).toEqual([{ line: 4, column, code, value: shown }]);
  });

  it('a file without a fault has none', async () => {
    expect(await issuesOf(fileWith('Id', '8'), MAPPING)).toEqual([]);
  });

  it('pay far from the median of its degree is doubted', async () => {
    const rows = [90, 80, 85, 95, 100, 7].map(
      (pay, id) => `${id},North,Law,bachelor,2023,2023-07-01,${pay}000`,
    );
    const text = `candidate_id,school,major,degree,graduation_year,hired_on,salary\n${rows.join('\n')}\n`;
    expect(await issuesOf(text)).toEqual([
      { line: 7, column: 'salary', code: 'pay_outlier', value: '7000' },
    ]);
  });
});

const HEADER = 'candidate_id,school,major,graduation_year,hired_on';

describe('wrong rows and files', () => {
  it.each<[string, string, Partial<Mapping>, Partial<Found>[]]>([
    [
      'a row too short and one too long',
      `${HEADER}\n1,North,Law,2023\n2,North,Law,2023,2023-07-01,x\n`,
      {},
      [
        { line: 2, column: null, code: 'ragged_row' },
        { line: 3, column: null, code: 'ragged_row' },
      ],
    ],
    [
      'empty rows',
      `${HEADER}\n,,,,\n\n1,North,Law,2023,2023-07-01\n`,
      {},
      [{ line: 2, code: 'blank_row' }],
    ],
    [
      'two rows of one id',
      `${HEADER}\n1,North,Law,2023,2023-07-01\n1,North,Law,2024,2023-07-01\n`,
      {},
      [
        { line: 2, code: 'conflicting_rows' },
        { line: 3, code: 'conflicting_rows' },
      ],
    ],
    [
      'the same row twice',
      `${HEADER}\n1,North,Law,2023,2023-07-01\n1,North,Law,2023,2023/7/1\n`,
      {},
      [{ line: 3, code: 'duplicate_row' }],
    ],
    [
      'no required column',
      'candidate_id,school,graduation_year,hired_on\n1,North,2023,2023-07-01\n',
      {},
      [{ line: 2, column: 'major', code: 'required_unmapped' }],
    ],
    [
      'no stage',
      'candidate_id,school,major,graduation_year\n1,North,Law,2023\n',
      {},
      [{ line: null, code: 'stage_needed' }],
    ],
    [
      'a stage that dates make idle',
      `${HEADER}\n1,North,Law,2023,2023-07-01\n`,
      { constants: { stage: 'hired' } },
      [{ line: null, code: 'stage_ignored', value: 'hired' }],
    ],
    [
      'nobody who left',
      `${HEADER}\n1,North,Law,2023,2023-07-01\n`,
      { includesLeavers: null },
      [{ line: null, code: 'no_leavers' }],
    ],
    [
      'no id',
      'school,major,graduation_year,hired_on\nNorth,Law,2023,2023-07-01\n',
      {},
      [{ line: null, code: 'no_identity' }],
    ],
  ])('%s', async (_, text, mapping, expected) => {
    expect(await issuesOf(text, mapping)).toMatchObject(expected);
    expect(await issuesOf(text, mapping)).toHaveLength(expected.length);
  });

  it('dates take their order from a day above 12 anywhere in their column', async () => {
    const dates = (last: string) =>
      `${HEADER}\n1,North,Law,2023,03/04/2023\n2,North,Law,2023,${last}\n`;
    expect(await issuesOf(dates('25/04/2023'))).toEqual([]);
    expect(await issuesOf(dates('04/25/2023'))).toEqual([]);
    expect(await issuesOf(dates('05/04/2023'), { dateOrder: 'dmy' })).toEqual([]);
    expect((await issuesOf(dates('05/04/2023'))).map(({ code }) => code)).toEqual([
      'ambiguous_date',
      'ambiguous_date',
    ]);
  });

  it('refuses to commit without a stage, whatever is skipped', async () => {
    const text = 'candidate_id,school,major,graduation_year\n1,North,Law,2023\n';
    const { id } = await bench.validate(text);
    await expect(bench.imports.startCommit(id, true)).rejects.toThrow('constant stage');
    await bench.imports.setMapping(id, { columns: {}, constants: { stage: 'interned' } });
    await (
      await bench.imports.startCommit(id, false)
    ).end;
    expect(bench.imports.get(id).status).toBe('committed');
    await bench.imports.undo(id);
  });
});
