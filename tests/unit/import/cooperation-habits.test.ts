import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoFromDay } from '../../../domain/dates.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const OPTIONS = { kind: 'cooperation', newNames: true } as const;

// What three companies' ledgers look like, written by people who never saw our columns.
const PLAIN = `2026年校企合作台账,,,,,,,,,,,,,,
合作高校,二级学院,合作形式,项目名称,签约日期,有效期至,执行状态,可接收人数,历年实习人数,经费（万元）,会议纪要,承诺事项,附件链接,下次跟进日期,对接部门
北方大学,,协议,战略合作,2023.09.01,长期,执行中,,,,,,框架协议 https://oa.example/1.pdf,2026/12/1,就业指导中心
北方大学,机电学院,实习基地,主厂区基地,2022年7月1日,至今,有效,60人,2024年42人、2025年51人,,,,,,
北方大学,,订单班,2025届订单班,20230901,2025-06-30,已结束,36,,12,,,,,
南方大学,,课程共建,过程安全,2024/3/1,无固定期限,进行中,,,3.5,,,,,
南方大学,,科研合作,催化剂,2024-01-01,2026-12-31,在执行,,,120万,,,,,
南方大学,,走访,春季走访,2026-05-20,2026-05-20,已完成,,,,"谈了实习,
谈了课程",2026年11月30日【人力资源部】寄送岗位清单 | 【院长办公室】确认名单（已完成）,https://oa.example/a https://oa.example/b,2026-11-18,
南方大学,,双选会,秋季双选会,2026-10-20,2026-10-20,计划,,,0.8,,,,,
`;

const row = (title: string) =>
  bench.rows(`SELECT * FROM cooperation WHERE title = '${title}'`)[0] ?? {};
const iso = (value: unknown) => (typeof value === 'number' ? isoFromDay(value) : value);

describe("a ledger by somebody else's habits", () => {
  it('is understood: kinds, open ends, sums in ten thousands, promises, use by year', async () => {
    const { summary } = await bench.validate(PLAIN, OPTIONS);
    // Two addresses in one cell are one title and one address: nothing of it is dropped.
    expect(summary.issues).toEqual([]);
    const done = await bench.run(PLAIN, OPTIONS);
    expect(done.result).toMatchObject({ inserted: 7, skipped: 0 });
    const kinds = bench.rows('SELECT title, kind, status FROM cooperation ORDER BY id');
    expect(kinds.map(({ title, kind, status }) => [title, kind, status])).toEqual([
      ['战略合作', 'agreement', 'active'],
      ['主厂区基地', 'internship_base', 'active'],
      ['2025届订单班', 'training', 'ended'],
      ['过程安全', 'course', 'active'],
      ['催化剂', 'research', 'active'],
      ['春季走访', 'visit', 'ended'],
      ['秋季双选会', 'event', 'planned'],
    ]);
    expect(row('战略合作')).toMatchObject({
      ends_on: null,
      links: '框架协议 <https://oa.example/1.pdf>',
      contact_role: '就业指导中心',
    });
    expect(iso(row('战略合作')['next_on'])).toBe('2026-12-01');
    expect(row('主厂区基地')).toMatchObject({
      seats: 60,
      ends_on: null,
      used: '2024: 42 | 2025: 51',
    });
    expect(iso(row('2025届订单班')['starts_on'])).toBe('2023-09-01');
    expect(row('2025届订单班')).toMatchObject({ amount: 12_000_000, seats: 36 });
    expect(row('过程安全')).toMatchObject({ amount: 3_500_000, ends_on: null });
    expect(row('催化剂')).toMatchObject({ amount: 120_000_000 });
    expect(row('秋季双选会')).toMatchObject({ amount: 800_000 });
    expect(row('春季走访')).toMatchObject({
      minutes: '谈了实习,\n谈了课程',
      promises: '2026-11-30 [人力资源部] 寄送岗位清单 | [院长办公室] 确认名单 ✓',
      links: 'https://oa.example/a <https://oa.example/b>',
    });
  });

  it('says in its place what it cannot read', async () => {
    const head = 'school,kind,title,promises,links,used,results_stage';
    const rows = [
      'N,visit,a,2026-02-30 Call,,,',
      'N,visit,b,2026-12-01 [HR],,,',
      'N,visit,c,,see the shared folder,,',
      'N,visit,d,,,forty,',
      'N,research,e,,,,nobody knows',
      'N,research,f,,,,已投产',
    ];
    const { summary } = await bench.validate(`${head}\n${rows.join('\n')}\n`, OPTIONS);
    expect(summary).toMatchObject({ invalid: 4, valid: 2 });
    expect(summary.issues.map(({ code }) => code).toSorted()).toEqual([
      'no_such_date',
      'promise_without_words',
      'unknown_results_stage',
      'unreadable_link',
      'unreadable_yearly',
    ]);
  });
});
