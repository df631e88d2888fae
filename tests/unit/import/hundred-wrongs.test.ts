import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Kind } from '../../../domain/records/kinds.ts';
import { issueMessage, severityOf, type IssueCode } from '../../../domain/records/issues.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

type Cells = Readonly<Record<string, string>>;

/** What is wrong with one cell: its column, the code, the value, and what may be meant where something is near. */
type Wrong = readonly [column: string | null, code: IssueCode, value: string | null, fix?: string];

/** A kind of wrongness: what it is, the cells that have it, and what is to be said of it. */
type Case = readonly [what: string, cells: Cells, ...wrongs: Wrong[]];

const GOOD: Cells = {
  candidate_id: '',
  employee_id: '',
  company: '',
  school: 'North University',
  college: 'Engineering',
  major: 'Law',
  degree: 'bachelor',
  graduation_year: '2023',
  channel: 'campus',
  interned_from: '2022-07-01',
  interned_to: '2022-09-30',
  offered_on: '2023-01-10',
  accepted_on: '2023-01-20',
  declined_on: '',
  hired_on: '2023-07-03',
  left_on: '',
  leave_type: '',
  leave_reason: '',
  department: 'Research',
  position: 'Engineer',
  city: 'Suzhou',
  salary: '90000',
  months_paid: '',
  major_match: 'yes',
  performance: '4',
  promoted_on: '',
};

const LONG = 'x'.repeat(300);

/** One cell that is wrong. */
const one = (what: string, column: string, value: string, code: IssueCode, fix?: string): Case => [
  what,
  { [column]: value },
  fix === undefined ? [column, code, value] : [column, code, value, fix],
];

const DATES: readonly Case[] = [
  one('a day that February lacks', 'hired_on', '2024-02-30', 'no_such_date'),
  one('29 February of a common year', 'hired_on', '2023-02-29', 'no_such_date'),
  one('a thirteenth month', 'hired_on', '2024-13-01', 'no_such_date'),
  one('month zero', 'hired_on', '2024-00-10', 'no_such_date'),
  one('day zero', 'hired_on', '2024/5/0', 'no_such_date'),
  one('31 June', 'hired_on', '2024.06.31', 'no_such_date'),
  one('a thirteenth month in full width', 'hired_on', '２０２４－１３－０１', 'no_such_date'),
  one('a thirteenth month in Chinese', 'hired_on', '2024年13月1日', 'no_such_date'),
  one('a compact date of no month', 'hired_on', '20241332', 'no_such_date'),
  one('a German date of no day', 'hired_on', '30.02.2024', 'no_such_date'),
  one('an English date of no day', 'hired_on', '31 Jun 2024', 'no_such_date'),
  one('a day and a month that both are above 12', 'hired_on', '31/31/2024', 'no_such_date'),
  one('the null of a database', 'hired_on', '0000-00-00', 'impossible_year'),
  one('day zero of a spreadsheet', 'hired_on', '1900-01-00', 'impossible_year'),
  one('a year of the future', 'hired_on', '9999-12-31', 'impossible_year'),
  one('a year with a missing digit in front', 'hired_on', '0223-07-01', 'impossible_year'),
  one('a year of two digits', 'hired_on', '01.07.23', 'two_digit_year'),
  one('a Chinese year of two digits', 'hired_on', '23年7月1日', 'two_digit_year'),
  one('a year of two digits after a name', 'hired_on', '1-Jul-23', 'two_digit_year'),
  one('a month only', 'hired_on', '2023-07', 'date_without_day'),
  one('a Chinese month only', 'hired_on', '2023年7月', 'date_without_day'),
  one('a year only', 'hired_on', '2023', 'date_without_day'),
  one('a month before a year', 'hired_on', '07/2023', 'date_without_day'),
  one('words', 'hired_on', '尚未确定', 'unreadable_date'),
  one('two dates', 'hired_on', '2023-07-01~2023-08-01', 'unreadable_date'),
  one('mixed separators', 'hired_on', '2023/07-01', 'unreadable_date'),
  one('a number that is no day', 'hired_on', '123456', 'unreadable_date'),
  one('a negative day', 'hired_on', '-45123', 'unreadable_date'),
  one('text after a date', 'hired_on', '2023-07-01 (planned)', 'unreadable_date'),
  one(
    'day or month first',
    'offered_on',
    '03/04/2023',
    'ambiguous_date',
    '2023-04-03 / 2023-03-04',
  ),
  one('yes instead of a date', 'left_on', '是', 'unreadable_date'),
  one('unknown instead of a date', 'left_on', 'unknown', 'unreadable_date'),
  ['left before hired', { left_on: '2023-07-02' }, ['left_on', 'left_before_hired', '2023-07-02']],
  [
    'promoted before hired',
    { promoted_on: '2022-01-01' },
    ['promoted_on', 'promoted_before_hired', '2022-01-01'],
  ],
  [
    'hired long before graduating',
    { hired_on: '2021-07-01', interned_from: '', interned_to: '' },
    ['hired_on', 'early_hire', '2021-07-01'],
  ],
  [
    'declined after accepting',
    { declined_on: '2023-02-01' },
    ['declined_on', 'declined_after_accepting', '2023-02-01'],
  ],
  [
    'an internship that ends before it begins',
    { interned_to: '2022-06-30' },
    ['interned_to', 'internship_reversed', '2022-06-30'],
  ],
  [
    'an internship after the hire',
    { interned_from: '2024-01-01', interned_to: '2024-02-01' },
    ['interned_from', 'interned_after_hired', '2024-01-01'],
  ],
  [
    'a date after the day of the file',
    { promoted_on: '2026-07-01' },
    ['promoted_on', 'future_date', '2026-07-01'],
  ],
];

const YEARS: readonly Case[] = [
  one('a year with a digit too little in front', 'graduation_year', '1005', 'impossible_year'),
  one('a year far away', 'graduation_year', '9900', 'impossible_year'),
  one('a year in full width far away', 'graduation_year', '９９００', 'impossible_year'),
  one('a year too early', 'graduation_year', '1949', 'impossible_year'),
  one('a year too late', 'graduation_year', '2060届', 'impossible_year'),
  one('two digits', 'graduation_year', '23', 'two_digit_year', '2023'),
  one('two digits of a class', 'graduation_year', '24届', 'two_digit_year', '2024'),
  one('two digits with an apostrophe', 'graduation_year', "class of '98", 'two_digit_year', '1998'),
  one('an academic year', 'graduation_year', '2023-24', 'unreadable_year'),
  one('two years', 'graduation_year', '2023/2024', 'unreadable_year'),
  one('a year with a fraction', 'graduation_year', '2023.75', 'unreadable_year'),
  one('a negative year', 'graduation_year', '-2023', 'unreadable_year'),
  one('Chinese digits', 'graduation_year', '二〇二三', 'unreadable_year'),
  one('a grade instead of a year', 'graduation_year', '大四', 'unreadable_year'),
  one('no year', 'graduation_year', '', 'missing_required'),
  one('five digits', 'graduation_year', '20233', 'unreadable_year'),
  [
    'a dash instead of a year',
    { graduation_year: '-' },
    ['graduation_year', 'read_as_empty', '-'],
    ['graduation_year', 'missing_required', ''],
  ],
];

const NUMBERS: readonly Case[] = [
  one('negotiable', 'salary', 'negotiable', 'no_number'),
  one('面议', 'salary', '面议', 'no_number'),
  one('a range', 'salary', '8-10万', 'number_range'),
  one('a range with a wave', 'salary', '8k~10k', 'number_range'),
  one('a range in words', 'salary', '80000 to 90000', 'number_range'),
  one('a comma for the fraction', 'salary', '1.234,56', 'unreadable_number'),
  one('thousands or a fraction', 'salary', '85.000', 'ambiguous_number', '85000 / 85'),
  one('two points', 'salary', '85.00.00', 'unreadable_number'),
  one('thousands at the wrong place', 'salary', '8,50,000', 'unreadable_number'),
  one('a letter for a zero', 'salary', '8O000', 'unreadable_number'),
  one('about', 'salary', '约85000', 'unreadable_number'),
  one('at least', 'salary', '≥85000', 'unreadable_number'),
  one('a percentage', 'salary', '85%', 'unreadable_number'),
  one('a sum in two currencies', 'salary', '85000 CNY / 12000 USD', 'unreadable_number'),
  one('zero', 'salary', '0', 'pay_not_positive'),
  one('less than zero', 'salary', '-85000', 'pay_not_positive'),
  one('less than zero, scientific', 'salary', '-1E+02', 'pay_not_positive'),
  one('too much to be true', 'salary', '1E+15', 'number_out_of_range'),
  one('infinity', 'salary', '1e999', 'unreadable_number'),
  ['pay by the month among pay by the year', { salary: '7500' }, ['salary', 'pay_outlier', '7500']],
  ['ten times as much as others', { salary: '900000' }, ['salary', 'pay_outlier', '900000']],
  one('eleven months of pay', 'months_paid', '11', 'number_out_of_range'),
  one('years for months', 'months_paid', '2023', 'number_out_of_range'),
  one('words for months', 'months_paid', '双薪', 'not_between'),
  one('a rating above the scale', 'performance', '95', 'number_out_of_range'),
  one('a rating of zero', 'performance', '0', 'number_out_of_range'),
  one('a rating in letters', 'performance', 'A+', 'not_between'),
  one('a rating in words', 'performance', '优秀', 'not_between'),
  one('maybe', 'major_match', 'maybe', 'unreadable_yes_no'),
  one('a number for yes', 'major_match', '2', 'unreadable_yes_no'),
];

const BROKEN: readonly Case[] = [
  one('#N/A', 'salary', '#N/A', 'formula_error'),
  one('#REF! in a name', 'department', '#REF!', 'formula_error'),
  one('#VALUE! in a date', 'left_on', '#VALUE!', 'formula_error'),
  one('#DIV/0! in a rating', 'performance', '#DIV/0!', 'formula_error'),
  one('#NAME? in a school', 'school', '#NAME?', 'formula_error'),
  one('a column too narrow', 'left_on', '########', 'hash_marks'),
  one('letters that were lost', 'department', 'Universit\uFFFDt', 'damaged_text'),
  one('letters that were lost twice', 'major', '锟斤拷锟斤拷', 'damaged_text'),
  one('NaN', 'salary', 'NaN', 'read_as_empty'),
  one('NULL', 'left_on', 'NULL', 'read_as_empty'),
  one('\\N', 'promoted_on', '\\N', 'read_as_empty'),
  one('a dash', 'left_on', '-', 'read_as_empty'),
  one('a long dash', 'department', '——', 'read_as_empty'),
  one('a slash', 'declined_on', '/', 'read_as_empty'),
  one('无', 'leave_reason', '无', 'read_as_empty'),
  one('N/A', 'city', 'N/A', 'read_as_empty'),
  one('None', 'leave_type', 'None', 'read_as_empty'),
  one('no value for a degree', 'degree', '(blank)', 'read_as_empty'),
];

const hidden = (what: string, column: string, value: string, shown: string): Case => [
  what,
  { [column]: value },
  [column, 'hidden_characters', value],
  ...(shown === '' ? ([[column, 'missing_required', '']] as const) : []),
];

const TEXTS: readonly Case[] = [
  hidden('a zero-width space in a name', 'school', 'North\u200B University', 'North University'),
  hidden('a mark of the direction of writing', 'department', '\u200FResearch', 'Research'),
  hidden('an override of the direction of writing', 'position', '\u202EEngineer', 'Engineer'),
  hidden('a soft hyphen', 'major', 'La\u00ADw', 'Law'),
  hidden('a bell', 'city', 'Su\u0007zhou', 'Suzhou'),
  hidden('a byte order mark in the middle', 'college', 'Engi\uFEFFneering', 'Engineering'),
  hidden('a control of the second set', 'leave_reason', 'moved\u0085away', 'movedaway'),
  one('a text too long', 'department', LONG, 'too_long'),
  [
    'a note too long',
    { leave_reason: 'y'.repeat(2001) },
    ['leave_reason', 'too_long', `${'y'.repeat(300)}…`],
  ],
  one('a school too long', 'school', LONG, 'too_long'),
  one(
    'a school nobody knows',
    'school',
    'North Universty',
    'unresolved_school',
    'North University',
  ),
  one('a school of emoji', 'school', '🎓🏫', 'unresolved_school'),
  one('a major nobody knows', 'major', 'Laws', 'unresolved_major', 'Law'),
  one(
    'a stray quotation mark in a name',
    'school',
    'N"rth University',
    'unresolved_school',
    'North University',
  ),
  one('a formula in a name', 'school', "=cmd|'/C calc'!A0", 'unresolved_school'),
  one('no school', 'school', '', 'missing_required'),
  one('no major', 'major', '', 'missing_required'),
  ['white space of a name only', { major: '\u3000\u00A0 ' }, ['major', 'missing_required', '']],
  [
    'a zero-width space only',
    { school: '\u200B' },
    ['school', 'read_as_empty', '\u200B'],
    ['school', 'missing_required', ''],
  ],
  one('a degree nobody knows', 'degree', 'Diplom', 'unknown_degree'),
  one('a degree of two meanings', 'degree', '研究生', 'degree_graduate'),
  one('a channel nobody knows', 'channel', 'luck', 'unknown_channel'),
  one('a way of leaving nobody knows', 'leave_type', 'vanished', 'unknown_leave_type'),
  one('a required field to be emptied', 'school', '<clear>', 'not_clearable'),
];

/** With ids of their own. */
const IDS: readonly Case[] = [
  one('an id that a spreadsheet destroyed', 'candidate_id', '1.23457E+17', 'id_as_number'),
  one('an employee id that a spreadsheet destroyed', 'employee_id', '3.20583E+17', 'id_as_number'),
  one('an id that a spreadsheet rounded', 'candidate_id', '320583199001010000', 'id_rounded'),
  one('an id with a fraction', 'candidate_id', '417.0', 'id_with_fraction', '417'),
  one('an id with a zero-width space', 'candidate_id', 'Z\u200B1', 'hidden_in_id', 'Z1'),
  one('a company with a mark of direction', 'company', 'Group\u200E', 'hidden_in_id', 'Group'),
  one('an id too long', 'candidate_id', 'x'.repeat(65), 'too_long'),
  one('a failed formula for an id', 'candidate_id', '#N/A', 'formula_error'),
  ['no id', { candidate_id: '', employee_id: '' }, ['candidate_id', 'missing_required', '']],
  [
    'a word for no id',
    { candidate_id: 'NULL', employee_id: '' },
    ['candidate_id', 'read_as_empty', 'NULL'],
    ['candidate_id', 'missing_required', ''],
  ],
];

const SINGLE = [...DATES, ...YEARS, ...NUMBERS, ...BROKEN, ...TEXTS, ...IDS];

function quoted(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

interface Built {
  readonly text: string;
  /** The physical line of each case. */
  readonly lines: readonly number[];
  readonly good: number;
}

/** A file in which a good row stands before and after each wrong one, and now and then one of two lines. */
function built(header: Cells, cases: readonly Case[], withId: boolean): Built {
  const rows = [Object.keys(header).join(',')];
  const lines: number[] = [];
  let line = 2;
  let good = 0;
  const addGood = (): void => {
    good += 1;
    const id = withId ? { candidate_id: `G${good}`, employee_id: `E${good}` } : {};
    const note = good % 7 === 0 && withId ? { leave_reason: 'two\r\nlines' } : {};
    rows.push(quoted(Object.values({ ...header, ...id, ...note })));
    line += good % 7 === 0 && withId ? 2 : 1;
  };
  for (const [index, [, cells]] of cases.entries()) {
    addGood();
    lines.push(line);
    const id = withId ? { candidate_id: `B${index}` } : {};
    rows.push(quoted(Object.values({ ...header, ...id, ...cells })));
    line += 1;
  }
  addGood();
  return { text: `${rows.join('\r\n')}\r\n`, lines, good };
}

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
  await bench.run('name\nNorth University\n', { kind: 'schools' });
  await bench.run('name\nLaw\n', { kind: 'majors' });
});
afterAll(() => bench.close());

async function errorsOf(id: number): Promise<Record<string, string>[]> {
  let csv = '';
  for await (const part of bench.imports.errorsCsv(id, 'en')) csv += part;
  return parse(csv, { bom: true, columns: true, relax_column_count: true });
}

/** Checks a file of cases against its summary and its file of errors. */
async function expectCases(id: number, cases: readonly Case[], { lines }: Pick<Built, 'lines'>) {
  const { summary } = bench.imports.get(id);
  if (summary === null) throw new Error('not checked');
  const errors = await errorsOf(id);
  for (const [index, [what, cells, ...wrongs]] of cases.entries()) {
    const line = lines[index] ?? 0;
    const found = summary.examples
      .filter((example) => example.line === line)
      .map(({ column, code, value, suggestion }) => [column, code, value ?? '', suggestion]);
    const expected = wrongs.map(([column, code, value, fix]) => [
      column,
      code,
      value ?? '',
      fix ?? null,
    ]);
    expect([what, found]).toEqual([what, expected]);

    const rejected = errors.filter((row) => row['line'] === String(line));
    const wrong = wrongs.filter(([, code]) => severityOf(code) === 'error');
    expect([what, rejected]).toHaveLength(2);
    expect([what, rejected.length]).toEqual([what, wrong.length > 0 ? 1 : 0]);
    const [row] = rejected;
    if (row === undefined) continue;
    expect(row['codes']).toBe([...new Set(wrong.map(([, code]) => code))].join(' '));
    expect(row['columns']).toBe([...new Set(wrong.flatMap(([column]) => column ?? []))].join('; '));
    const fixes = wrong.flatMap(([, , , fix]) => fix ?? []);
    expect([what, row['fixes']]).toEqual([what, fixes.join('; ')]);
    expect(row['messages']).not.toMatch(/\{\w+\}/);
    for (const [column, cell] of Object.entries(cells)) {
      const back = row[column]?.replace(/^'(?='*[=+\-@\t\r])/, '');
      expect([what, back]).toEqual([what, cell]);
    }
  }
  const invalid = cases.filter(([, , ...wrongs]) =>
    wrongs.some(([, code]) => severityOf(code) === 'error'),
  );
  expect(errors).toHaveLength(invalid.length);
  for (const language of ['en', 'zh'] as const) {
    for (const { code, params } of summary.examples) {
      expect(issueMessage(code, params, language)).not.toMatch(/\{\w+\}/);
    }
  }
  return { summary, rejected: invalid.length };
}

describe('one file with a hundred kinds of wrongness', () => {
  it('has them', () => {
    expect(new Set(SINGLE.map(([what]) => what)).size).toBe(SINGLE.length);
    expect(SINGLE.length).toBeGreaterThan(120);
  });

  it('tells each of them where it is, and takes the good rows in between', async () => {
    const file = built(GOOD, SINGLE, true);
    const { id } = await bench.upload(file.text);
    await bench.imports.setMapping(id, {
      columns: {},
      constants: {},
      asOf: '2026-06-30',
      includesLeavers: true,
    });
    const { summary, rejected } = await expectCases(id, SINGLE, file);
    expect(summary).toMatchObject({ rows: file.good + SINGLE.length, invalid: rejected });
    expect(summary.valid).toBe(file.good + SINGLE.length - rejected);

    await (
      await bench.imports.startCommit(id, true)
    ).end;
    expect(bench.imports.get(id)).toMatchObject({ status: 'committed', error: null });
    const stored = bench.rows(
      `SELECT count(*) AS good FROM hires WHERE candidate_id LIKE 'G%' AND salary = 9000000 AND department = 'Research'`,
    );
    expect(stored).toEqual([{ good: file.good }]);
    // What cannot be seen was left out of what is stored, and made no entry of its own.
    expect(bench.rows('SELECT name FROM schools')).toEqual([{ name: 'North University' }]);
    expect(bench.rows(`SELECT DISTINCT city FROM hires ORDER BY 1`)).toEqual([
      { city: null },
      { city: 'Suzhou' },
    ]);
    expect(bench.rows(`SELECT count(*) AS none FROM hires WHERE left_on IS NOT NULL`)).toEqual([
      { none: 0 },
    ]);
    await bench.imports.undo(id);
  });

  it('tells of rows that are wrong as a whole, or together', async () => {
    const row = (cells: Cells) => quoted(Object.values({ ...GOOD, ...cells }));
    const lines = [
      Object.keys(GOOD).join(','),
      row({ candidate_id: 'A1' }),
      `${row({ candidate_id: 'A2' })},more`,
      '"A3","too short"',
      row({ candidate_id: 'A4' }),
      row({ candidate_id: 'A4', graduation_year: '2022' }),
      row({ candidate_id: 'A5' }),
      row({ candidate_id: 'A5' }),
      Object.keys(GOOD)
        .map(() => '')
        .join(','),
      row({ candidate_id: 'A6', left_on: '2024-01-31' }),
      row({ candidate_id: 'A6', hired_on: '2024-06-01' }),
      row({ candidate_id: 'A7', employee_id: 'E7' }),
      row({ candidate_id: 'A8', employee_id: 'E7' }),
      '',
    ];
    const { id } = await bench.upload(lines.join('\n'));
    const summary = await bench.imports.setMapping(id, {
      columns: {},
      constants: {},
      asOf: '2026-06-30',
      includesLeavers: true,
    });
    expect(summary.examples.map(({ line, code }) => [line, code])).toEqual([
      [3, 'ragged_row'],
      [4, 'ragged_row'],
      [5, 'conflicting_rows'],
      [6, 'conflicting_rows'],
      [8, 'duplicate_row'],
      [9, 'blank_row'],
      [11, 'rehire'],
      [12, 'conflicting_rows'],
      [13, 'conflicting_rows'],
    ]);
    expect((await errorsOf(id)).map(({ line }) => line)).toEqual(['3', '4', '5', '6', '12', '13']);
    expect(summary).toMatchObject({
      rows: 12,
      invalid: 6,
      new: 3,
      duplicates: 1,
      rehires: 1,
      blank: 1,
    });
  });

  it.each<[Kind, Cells, readonly Case[]]>([
    [
      'cohorts',
      {
        school: 'North University',
        college: '',
        major: 'Law',
        degree: 'bachelor',
        graduation_year: '2023',
        counted_on: '2023-08-31',
        graduates: '100',
        further_study: '',
        unknown: '',
      },
      [
        [
          'half a graduate',
          { graduation_year: '2010', graduates: '12.5' },
          ['graduates', 'not_whole', '12.5'],
        ],
        [
          'fewer than none',
          { graduation_year: '2011', graduates: '-3' },
          ['graduates', 'number_out_of_range', '-3'],
        ],
        [
          'words',
          { graduation_year: '2012', graduates: '若干' },
          ['graduates', 'no_number', '若干'],
        ],
        [
          'no number',
          { graduation_year: '2013', graduates: '' },
          ['graduates', 'missing_required', ''],
        ],
        [
          'a failed formula',
          { graduation_year: '2014', graduates: '#REF!' },
          ['graduates', 'formula_error', '#REF!'],
        ],
        [
          'more than all',
          { graduation_year: '2015', further_study: '101' },
          ['graduates', 'more_than_graduates', null],
        ],
        [
          'a row of totals',
          { school: '合计', major: '', graduation_year: '2016' },
          [null, 'total_row', '合计'],
        ],
        [
          'a day that is none',
          { graduation_year: '2017', counted_on: '2017-02-30' },
          ['counted_on', 'no_such_date', '2017-02-30'],
        ],
        [
          'a dash for nobody',
          { graduation_year: '2018', further_study: '-' },
          ['further_study', 'read_as_empty', '-'],
        ],
      ],
    ],
    [
      'plans',
      {
        year: '2027',
        department: 'Research',
        major: 'Law',
        degree: 'bachelor',
        headcount: '5',
        shared: '',
      },
      [
        [
          'two digits of a year',
          { year: '27', department: 'A' },
          ['year', 'two_digit_year', '27', '2027'],
        ],
        ['half a head', { department: 'B', headcount: '1.5' }, ['headcount', 'not_whole', '1.5']],
        [
          'a range of heads',
          { department: 'C', headcount: '3-5人' },
          ['headcount', 'number_range', '3-5人'],
        ],
        [
          'a major nobody knows',
          { department: 'D', major: 'Laws' },
          ['major', 'unresolved_major', 'Laws', 'Law'],
        ],
        [
          'a degree that nobody knows',
          { department: 'E', degree: '秀才及以上' },
          ['degree', 'unknown_degree', '秀才及以上'],
        ],
        [
          'maybe shared',
          { department: 'F', shared: 'perhaps' },
          ['shared', 'unreadable_yes_no', 'perhaps'],
        ],
      ],
    ],
    [
      'cooperation',
      {
        school: 'North University',
        kind: 'visit',
        title: 'Spring',
        starts_on: '2024-03-01',
        ends_on: '',
        amount: '',
        people: '',
      },
      [
        [
          'ends before it starts',
          { title: 'A', ends_on: '2024-02-01' },
          ['ends_on', 'ends_before_starts', null],
        ],
        [
          'a kind nobody knows',
          { title: 'B', kind: 'party' },
          ['kind', 'unknown_cooperation_kind', 'party'],
        ],
        [
          'a month only',
          { title: 'C', starts_on: '2024年3月' },
          ['starts_on', 'date_without_day', '2024年3月'],
        ],
        [
          'less than no money',
          { title: 'D', amount: '-5' },
          ['amount', 'number_out_of_range', '-5'],
        ],
        ['about thirty', { title: 'E', people: '约30' }, ['people', 'unreadable_number', '约30']],
      ],
    ],
  ])('the same in a file of %s', async (kind, good, cases) => {
    const rows = [good, ...cases.map(([, cells]) => ({ ...good, ...cells }))];
    const text = [
      Object.keys(good).join(','),
      ...rows.map((row) => quoted(Object.values(row))),
    ].join('\n');
    const { id } = await bench.upload(text, kind);
    await bench.imports.setMapping(id, { columns: {}, constants: {} });
    const lines = cases.map((_, index) => index + 3);
    const { summary } = await expectCases(id, cases, { lines });
    expect(summary.rows).toBe(rows.length);
    expect(summary.new).toBeGreaterThan(0);
  });
});
