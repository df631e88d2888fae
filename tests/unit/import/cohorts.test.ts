import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isTotal } from '../../../server/import/cohort-totals.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
let tests = 0;
/** A school of its own for each test. */
let north = '';
beforeAll(async () => {
  bench = await openWorkbench();
});
beforeEach(() => {
  tests += 1;
  north = `North ${tests}`;
});
afterAll(() => bench.close());

const OPTIONS = { kind: 'cohorts', newNames: true } as const;
const HEADER = 'school,college,major,degree,graduation_year,counted_on,graduates';

/** The only stored cohort of the test's school. */
function only(columns: string): Record<string, unknown> | undefined {
  const rows = bench.rows(
    `SELECT ${columns} FROM cohorts WHERE school_id = (SELECT id FROM schools WHERE name = '${north}')`,
  );
  expect(rows).toHaveLength(1);
  return rows[0];
}

describe('a file of cohorts', () => {
  it('reads what a Chinese school sends', async () => {
    const text = `学校,二级学院,专业名称,培养层次,届别,统计截止日期,毕业生人数,协议和合同就业,灵活就业,自主创业,升学,出国（境）,待就业
${north},计算机学院,软件工程,本科,2024届,2024年8月31日,120人,60,4,1,30,7,6
${north},计算机学院,合计,,,,120,60,4,1,30,7,6
`;
    const done = await bench.run(text, OPTIONS);
    expect(done.result).toMatchObject({ inserted: 1, skipped: 1, totals: 1, invalid: 0 });
    expect(done.summary?.issues).toEqual([{ code: 'total_row', count: 1, severity: 'warning' }]);
    expect(only('*')).toMatchObject({
      degree: 'bachelor',
      graduation_year: 2024,
      counted_on: 19_966,
      graduates: 120,
      agreement_contract: 60,
      other_form: null,
      flexible: 4,
      self_employed: 1,
      public_service: null,
      further_study: 30,
      abroad: 7,
      seeking: 6,
      not_seeking: null,
      unknown: 12,
    });
  });

  it.each([
    ['合计', 'Law', true],
    ['小计：', 'Law', true],
    ['Law', '计算机学院小计', true],
    ['Total', '', true],
    ['SUBTOTAL', '', true],
    ['Sub-total', 'x', true],
    ['', 'Grand total', true],
    ['Engineering total', 'x', true],
    ['合 计', '', true],
    ['Total Quality Management', 'x', false],
    ['合作教育', 'x', false],
    ['Totalitarianism Studies', 'x', false],
  ])('of a row with %j and %j is a total: %s', (major, college, total) => {
    expect([major, college].some(isTotal)).toBe(total);
  });

  it('finds a total that stands in a column nobody mapped', async () => {
    const text = `序号,school,major,graduation_year,graduates\n1,${north},Law,2024,10\n合计,,,,10\n`;
    const { summary } = await bench.validate(text, OPTIONS);
    expect(summary).toMatchObject({ new: 1, totals: 1, invalid: 0 });
  });

  it('takes a remark about totals for a remark', async () => {
    const text = `school,major,graduation_year,graduates,remark\n${north},Law,2024,10,含辅修合计\n`;
    const { summary } = await bench.validate(text, OPTIONS);
    expect(summary).toMatchObject({ new: 1, totals: 0 });
  });

  it.each([
    ['nothing but graduates', '100,,', { unknown: null }],
    ['a destination', '100,60,', { agreement_contract: 60, unknown: 40 }],
    ['all accounted for', '100,100,', { unknown: 0 }],
    ['an unknown of its own', '100,60,10', { unknown: 10 }],
    ['zero', '100,0,', { agreement_contract: 0, unknown: 100 }],
    ['no graduates', '0,,', { graduates: 0, unknown: null }],
    ['thousands', '"1,200",,', { graduates: 1200 }],
  ])('counts the unknown of %s', async (_, counts, expected) => {
    const header = 'school,major,graduation_year,graduates,agreement_contract,unknown';
    await bench.run(`${header}\n${north},Law,2024,${counts}\n`, OPTIONS);
    expect(only('*')).toMatchObject(expected);
  });

  it.each([
    ['100,60,50', 'more_than_graduates'],
    ['100,101,', 'more_than_graduates'],
    ['-1,,', 'number_out_of_range'],
    ['10.5,,', 'not_whole'],
    ['many,,', 'no_number'],
    [',5,', 'missing_required'],
    ['<clear>,5,', 'not_clearable'],
  ])('refuses the counts %s', async (counts, code) => {
    const header = 'school,major,graduation_year,graduates,agreement_contract,unknown';
    const { summary } = await bench.validate(`${header}\n${north},Law,2024,${counts}\n`, OPTIONS);
    expect(summary).toMatchObject({ invalid: 1, new: 0 });
    expect(summary.issues.map((issue) => issue.code)).toContain(code);
  });

  it('counts the unknown again with every later file, and keeps what it leaves blank', async () => {
    const header = 'school,major,graduation_year,graduates,agreement_contract,further_study';
    await bench.run(`${header}\n${north},Law,2024,100,50,20\n`, OPTIONS);
    expect(only('unknown')).toEqual({ unknown: 30 });
    const later = await bench.run(`${header}\n${north},Law,2024,100,60,\n`, OPTIONS);
    expect(later.result).toMatchObject({ updated: 1 });
    expect(only('further_study, unknown')).toEqual({ further_study: 20, unknown: 20 });
    await bench.run(`school,major,graduation_year,graduates\n${north},Law,2024,110\n`, OPTIONS);
    expect(only('graduates, unknown')).toEqual({ graduates: 110, unknown: 30 });
    await bench.run(`${header}\n${north},Law,2024,110,清空,<CLEAR>\n`, OPTIONS);
    expect(only('agreement_contract, further_study')).toEqual({
      agreement_contract: null,
      further_study: null,
    });
  });

  it.each([
    ['colleges and all of them', ['Arts,Law,', ',Law,'], ['1:total_and_parts']],
    ['degrees and all of them', [',Law,bachelor', ',Law,'], ['1:total_and_parts']],
    ['neither of two that overlap', ['Arts,Law,', ',Law,bachelor'], ['0', '1']],
    ['two colleges', ['Arts,Law,', 'Science,Law,'], []],
    ['two degrees', [',Law,bachelor', ',Law,master'], []],
    ['two majors', ['Arts,Law,', ',Art,'], []],
    ['one college whole, another by degree', ['Arts,Law,', 'Science,Law,bachelor'], []],
  ])('%s', async (_, rows, wrong) => {
    const text = `${HEADER}\n${rows.map((row) => `${north},${row},2024,,10`).join('\n')}\n`;
    const { summary } = await bench.validate(text, OPTIONS);
    expect(summary.invalid).toBe(wrong.length);
    expect(summary.new).toBe(rows.length - wrong.length);
    const lines = summary.examples.map(({ line }) => (line ?? 0) - 2);
    expect(lines).toEqual(wrong.map((at) => Number(at.charAt(0))));
  });

  it('does not let a total and its parts stand across files', async () => {
    const total = `${HEADER}\n${north},,Law,,2024,,30\n`;
    const parts = `${HEADER}\n${north},Arts,Law,,2024,,10\n${north},Science,Law,,2024,,20\n`;
    const first = await bench.run(total, OPTIONS);
    const refused = await bench.validate(parts, OPTIONS);
    expect(refused.summary.issues).toEqual([
      { code: 'part_of_total', count: 2, severity: 'error' },
    ]);
    await bench.imports.undo(first.id);
    await bench.run(parts, OPTIONS);
    const again = await bench.validate(total, OPTIONS);
    expect(again.summary.issues).toEqual([
      { code: 'total_and_parts', count: 1, severity: 'error' },
    ]);
    // Counted on another day it is another count.
    const later = await bench.validate(`${HEADER}\n${north},,Law,,2024,2024-12-31,30\n`, OPTIONS);
    expect(later.summary).toMatchObject({ new: 1, invalid: 0 });
  });

  it('tells cohorts apart by every part of their key', async () => {
    const rows = [
      `${north},,Law,,2024,,10`,
      'South,,Law,,2024,,10',
      `${north},,Art,,2024,,10`,
      `${north},,Law,,2023,,10`,
      `${north},,Law,,2024,2024-08-31,10`,
      `${north},,Law,,2024,2024-12-31,10`,
    ];
    const text = `${HEADER}\n${rows.join('\n')}\n`;
    expect((await bench.run(text, OPTIONS)).result).toMatchObject({ inserted: 6 });
    expect((await bench.run(text, OPTIONS)).result).toMatchObject({ unchanged: 6, updated: 0 });
  });

  it('knows the same cohort by another name of its school', async () => {
    await bench.run(`name,name_zh\n${north},北方大学\n`, { kind: 'schools' });
    const rows = `${north},,Law,,2024,,10\n北方大学,,LAW,,2024,,10\n`;
    const last = `${north.toUpperCase()},,law,,2024,,`;
    const { summary } = await bench.validate(`${HEADER}\n${rows}${last}11\n`, OPTIONS);
    expect(summary.issues).toEqual([{ code: 'conflicting_rows', count: 3, severity: 'error' }]);
    const same = await bench.run(`${HEADER}\n${rows}${last}10\n`, OPTIONS);
    expect(same.result).toMatchObject({ inserted: 1, duplicates: 2, skipped: 2 });
  });
});
