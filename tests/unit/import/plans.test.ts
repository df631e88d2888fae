import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const OPTIONS = { kind: 'plans', newNames: true } as const;
const HEADER = 'year,department,major,degree,headcount,shared';

function stored(year: number): Record<string, unknown>[] {
  return bench.rows(
    `SELECT department, majors.name AS major, degree, headcount, shared
     FROM plans LEFT JOIN majors ON majors.id = plans.major_id WHERE year = ${year} ORDER BY plans.id`,
  );
}

describe('a file of plans', () => {
  it('reads what a Chinese company writes', async () => {
    const text = `招聘届别,用人部门,专业要求,学历要求,需求人数,是否共享
2027届,研发部,软件工程,本科及以上,12人,是
2027届,研发部,不限,硕士,3,否
2027,全公司,专业不限,不限,5,
`;
    const done = await bench.run(text, OPTIONS);
    expect(done.result).toMatchObject({ inserted: 3 });
    expect(done.summary?.issues).toEqual([]);
    expect(stored(2027)).toEqual([
      { department: '研发部', major: '软件工程', degree: 'bachelor+', headcount: 12, shared: 1 },
      { department: '研发部', major: null, degree: 'master', headcount: 3, shared: 0 },
      { department: null, major: null, degree: null, headcount: 5, shared: 0 },
    ]);
    expect(bench.rows('SELECT name FROM majors')).toEqual([{ name: '软件工程' }]);
  });

  it.each(['any', 'ANY', 'Any major', 'all', '不限', '专业不限', '不限专业'])(
    'takes %s for any major',
    async (major) => {
      const { summary } = await bench.validate(`${HEADER}\n2026,Sales,${major},,4,\n`, OPTIONS);
      expect(summary).toMatchObject({ new: 1, unresolved: { major: [] } });
    },
  );

  it('keeps a plan for any major apart from one for a new major', async () => {
    await bench.run(`${HEADER}\n2025,Sales,any,,4,\n`, OPTIONS);
    const { summary } = await bench.validate(`${HEADER}\n2025,Sales,Quite new,,4,\n`, OPTIONS);
    expect(summary).toMatchObject({ new: 1, changed: 0, unchanged: 0 });
  });

  it.each([
    ['2024,Sales,,,4,', 'missing_required'],
    ['2024,Sales,any,,,', 'missing_required'],
    [',Sales,any,,4,', 'missing_required'],
    ['2024,Sales,any,,-1,', 'number_out_of_range'],
    ['2024,Sales,any,,4.5,', 'not_whole'],
    ['2024,Sales,any,,4,maybe', 'unreadable_yes_no'],
    ['1005,Sales,any,,4,', 'impossible_year'],
    ['2024,Sales,清空,,4,', 'not_clearable'],
  ])('refuses %s', async (row, code) => {
    const { summary } = await bench.validate(`${HEADER}\n${row}\n`, OPTIONS);
    expect(summary).toMatchObject({ invalid: 1, issues: [{ code, count: 1, severity: 'error' }] });
  });

  it('skips rows of totals', async () => {
    const rows = [
      '2021,Sales,Law,,4,',
      '2021,Sales小计,不限,,4,',
      '合计,,,,4,',
      '2021,Total,any,,4,',
    ];
    const { summary } = await bench.validate(`${HEADER}\n${rows.join('\n')}\n`, OPTIONS);
    expect(summary).toMatchObject({ new: 1, totals: 3, invalid: 0 });
  });

  it('keeps what a later file leaves blank, and clears what it says to clear', async () => {
    const text = (headcount: number, shared: string): string =>
      `${HEADER}\n2023,Sales,any,,${headcount},${shared}\n`;
    await bench.run(text(4, 'yes'), OPTIONS);
    expect((await bench.run(text(4, ''), OPTIONS)).result).toMatchObject({ unchanged: 1 });
    expect((await bench.run(text(6, ''), OPTIONS)).result).toMatchObject({ updated: 1 });
    expect(stored(2023)).toMatchObject([{ headcount: 6, shared: 1 }]);
    await bench.run(text(6, '<clear>'), OPTIONS);
    expect(stored(2023)).toMatchObject([{ headcount: 6, shared: 0 }]);
  });

  it('counts the same row once, and refuses two that differ', async () => {
    const rows = ['2022,Sales,Law,,4,no', '2022,Sales,LAW,,4,no', '2022,Sales,Law,master,4,no'];
    const { summary } = await bench.validate(`${HEADER}\n${rows.join('\n')}\n`, OPTIONS);
    expect(summary).toMatchObject({ new: 2, duplicates: 1 });
    const conflict = await bench.validate(
      `${HEADER}\n${rows.join('\n')}\n2022,Sales,Law,,5,no\n`,
      OPTIONS,
    );
    expect(conflict.summary).toMatchObject({ new: 1, invalid: 3 });
    expect(conflict.summary.examples[0]?.params).toEqual({ lines: '2, 3, 5', value: 'Sales, Law' });
  });
});
