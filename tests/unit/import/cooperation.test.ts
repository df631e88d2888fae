import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const OPTIONS = { kind: 'cooperation', newNames: true } as const;
const HEADER = 'school,college,kind,title,starts_on,ends_on,status,people,seats,amount,shared';

function stored(title: string): Record<string, unknown> | undefined {
  return bench.rows(`SELECT * FROM cooperation WHERE title = '${title}'`)[0];
}

describe('a file of cooperation', () => {
  it('reads what a Chinese company writes', async () => {
    const text = `合作院校,合作学院,合作类型,项目名称,签订日期,到期日期,合作状态,名额,经费,备注,是否共享
北方大学,计算机学院,战略合作协议,框架协议,2023年9月1日,长期,履行中,,12万,"共建
实验室",是
北方大学,,订单班,卓越班,2024/9/1,2025.8.31,已结束,40人,3.5万元,,否
南方大学,,横向课题,视觉检测,2024-03-01,至今,在研,,"¥1,200,000",,
`;
    const done = await bench.run(text, OPTIONS);
    expect(done.result).toMatchObject({ inserted: 3, created: { schools: 2, colleges: 1 } });
    expect(done.summary?.issues).toEqual([
      { code: 'unknown_cooperation_status', count: 1, severity: 'warning' },
    ]);
    expect(stored('框架协议')).toMatchObject({
      kind: 'agreement',
      starts_on: 19_601,
      ends_on: null,
      status: 'active',
      amount: 12_000_000,
      outcome: '共建\n实验室',
      shared: 1,
      revision: 1,
    });
    expect(stored('卓越班')).toMatchObject({
      kind: 'training',
      ends_on: 20_331,
      status: 'ended',
      seats: 40,
      amount: 3_500_000,
      shared: 0,
    });
    expect(stored('视觉检测')).toMatchObject({
      kind: 'research',
      ends_on: null,
      status: 'other',
      amount: 120_000_000,
      shared: 0,
    });
  });

  it.each([
    [',,visit,T,,,,,,,', 'missing_required'],
    ['North,,,T,,,,,,,', 'missing_required'],
    ['North,,visit,,,,,,,,', 'missing_required'],
    ['North,,visit,T,2024-02-01,2024-01-31,,,,,', 'ends_before_starts'],
    ['North,,visit,T,2024-02-30,,,,,,', 'no_such_date'],
    ['North,,visit,T,someday,,,,,,', 'unreadable_date'],
    ['North,,visit,T,,,,-3,,,', 'number_out_of_range'],
    ['North,,visit,T,,,,,2.5,,', 'not_whole'],
    ['North,,visit,T,,,,,,-5万,', 'number_out_of_range'],
    ['North,,visit,T,,,,,,much,', 'no_number'],
    ['North,,visit,T,,,,,,,perhaps', 'unreadable_yes_no'],
  ])('refuses %s', async (row, code) => {
    const { summary } = await bench.validate(`${HEADER}\n${row}\n`, OPTIONS);
    expect(summary).toMatchObject({ invalid: 1, issues: [{ code, count: 1, severity: 'error' }] });
  });

  it('keeps a kind that nobody knows as other, with a warning', async () => {
    const { summary } = await bench.validate(`${HEADER}\nNorth,,Picnic,T,,,,,,,\n`, OPTIONS);
    expect(summary).toMatchObject({ new: 1, issues: [{ code: 'unknown_cooperation_kind' }] });
  });

  it('grows its revision with each change, keeps blanks and clears what is said to be cleared', async () => {
    const row = (rest: string): string => `${HEADER}\nEast,${rest}\n`;
    const first = row('Arts,base,Workshop,2024-01-01,2026-12-31,active,10,20,5000,yes');
    await bench.run(first, OPTIONS);
    expect((await bench.run(first, OPTIONS)).result).toMatchObject({ unchanged: 1 });
    expect(stored('Workshop')).toMatchObject({ revision: 1, kind: 'internship_base', shared: 1 });
    await bench.run(row(',base,Workshop,2024-01-01,,,12,,,'), OPTIONS);
    expect(stored('Workshop')).toMatchObject({
      revision: 2,
      college_id: expect.any(Number),
      ends_on: 20_818,
      status: 'active',
      people: 12,
      seats: 20,
      amount: 500_000,
      shared: 1,
    });
    const cleared = await bench.run(
      row('清空,base,Workshop,2024-01-01,ongoing,<clear>,12,<clear>,,'),
      OPTIONS,
    );
    expect(stored('Workshop')).toMatchObject({
      revision: 3,
      college_id: null,
      ends_on: null,
      status: null,
      people: 12,
      seats: null,
      amount: 500_000,
    });
    await bench.imports.undo(cleared.id);
    expect(stored('Workshop')).toMatchObject({ revision: 2, seats: 20 });
  });

  it('refuses an end that comes before the stored start', async () => {
    await bench.run(`${HEADER}\nWest,,visit,Talks,2024-05-01,,,,,,\n`, OPTIONS);
    const { summary } = await bench.validate(
      `${HEADER}\nWest,,visit,Talks,2024-05-01,2024-04-01,,,,,\n`,
      OPTIONS,
    );
    expect(summary.issues).toEqual([{ code: 'ends_before_starts', count: 1, severity: 'error' }]);
  });

  it('tells records apart by school, kind, title and first day', async () => {
    const rows = [
      'Key,,visit,Talks,2024-05-01',
      'Key 2,,visit,Talks,2024-05-01',
      'Key,,event,Talks,2024-05-01',
      'Key,,visit,Talk,2024-05-01',
      'Key,,visit,Talks,2024-05-02',
      'Key,,visit,Talks,',
    ];
    const text = `${HEADER}\n${rows.map((row) => `${row},,,,,,`).join('\n')}\n`;
    expect((await bench.run(text, OPTIONS)).result).toMatchObject({ inserted: 6 });
    expect((await bench.run(text, OPTIONS)).result).toMatchObject({ unchanged: 6 });
    const college = await bench.validate(`${HEADER}\nKey,Arts,visit,Talks,,,,,,,\n`, OPTIONS);
    expect(college.summary).toMatchObject({ changed: 1 });
  });
});
