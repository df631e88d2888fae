import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

/** Where it is given, every row goes through the judge; twelve is what a year has anyway. */
const JUDGED = { months_paid: '12' };

const STORED = `SELECT candidate_id, employee_id, schools.name AS school, majors.name AS major, colleges.name AS college,
  degree, graduation_year, hired_on, left_on, promoted_on, accepted_on, declined_on, salary, known, followed_to, hire_year
  FROM hires JOIN schools ON schools.id = hires.school_id JOIN majors ON majors.id = major_id
  LEFT JOIN colleges ON colleges.id = college_id ORDER BY candidate_id, employee_id`;

const HEADER =
  'candidate_id,employee_id,school,college,major,degree,graduation_year,accepted_on,declined_on,hired_on,left_on,promoted_on,salary';

/** Mostly plain, now and then with something to say about it. */
const mostly = (plain: string, ...odd: string[]) =>
  fc.constantFrom(plain, plain, plain, plain, plain, plain, ...odd);
const row = fc.tuple(
  fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((n) => `C${n}`),
    mostly(' C7', '', '清空', 'C 8'),
  ),
  fc.oneof(
    fc.constant(''),
    fc.integer({ min: 1, max: 60 }).map((n) => `E${n}`),
  ),
  mostly('North', 'south ', '北方', '', 'N'.repeat(300)),
  mostly('Arts', '', '\u3000Arts'),
  mostly('Law', 'LAW', ''),
  mostly('bachelor', '硕士', '研究生', 'odd', ''),
  mostly('2023', '2023届', '1005', '', '2030'),
  mostly('2023-03-01', '', '03/04/2023'),
  mostly('', '2023-04-01', '2022-01-01'),
  mostly('2023-07-01', '2020-07-01', '25/12/2023', '2999-01-01', '<clear>', ''),
  mostly('', '2024-07-01', '2021-01-01', '2023-07-01'),
  mostly('', '2024-07-01', '2020-01-01'),
  mostly('85000', '90,000', '85.000', '8.5万', '1', '-5', ''),
);
const line = row.chain((cells) =>
  mostly(cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','), 'a,b', ',,,'),
);

describe('plain rows', () => {
  it('are judged and stored as the judge would', async () => {
    const property = fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 40 }),
      fc.array(line, { maxLength: 10 }),
      async (first, second) => {
        const outcomes = [];
        for (const constants of [{}, JUDGED]) {
          const options = { newNames: true, skipInvalid: true, mapping: { constants } };
          const before = bench.contentHash();
          const runs = [];
          for (const lines of [first, second]) {
            runs.push(await bench.run(`${HEADER}\n${lines.join('\n')}\n`, options));
          }
          outcomes.push({
            results: runs.map(({ result }) => result),
            summaries: runs.map(({ summary }) => ({ ...summary, completeness: null })),
            stored: bench.rows(STORED),
          });
          for (const { id } of runs.toReversed()) await bench.imports.undo(id);
          expect(bench.contentHash()).toBe(before);
        }
        expect(outcomes[0]).toEqual(outcomes[1]);
      },
    );
    await fc.assert(property, { numRuns: 30 });
  }, 180_000);

  it('in great number are stored as the judge would store them', async () => {
    const names = ['North', 'south', '北方', '东方理工'];
    const lines = Array.from({ length: 30_000 }, (_, i) => {
      const n = (i * 7919) % 30_000;
      const left = n % 5 === 0 ? `2024-0${(n % 9) + 1}-11` : '';
      const pay = n % 7 === 0 ? '' : String(50_000 + n * 3);
      const hired = n % 1000 === 0 ? '2020-07-01' : '2023-07-01';
      return `C${n},${n % 3 === 0 ? `E${n}` : ''},${names[n % 4]},${n % 6 === 0 ? 'Arts' : ''},M${n % 11},bachelor,2023,2023-03-01,,${hired},${left},,${pay}`;
    });
    const text = `${HEADER}\n${lines.join('\n')}\n`;
    const outcomes = [];
    for (const constants of [{}, JUDGED]) {
      const options = { newNames: true, skipInvalid: true, mapping: { constants } };
      const { id, result, summary } = await bench.run(text, options);
      outcomes.push({
        result,
        summary: { ...summary, completeness: null },
        stored: bench.rows(STORED),
        check: bench.rows('PRAGMA integrity_check'),
        dangling: bench.rows('PRAGMA foreign_key_check'),
      });
      await bench.imports.undo(id);
    }
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(outcomes[0]).toMatchObject({ check: [{ integrity_check: 'ok' }], dangling: [] });
    expect(outcomes[0]?.summary.warnings).toBeGreaterThan(20);
  });

  it('that say what is stored change nothing, and their names are remembered all the same', async () => {
    const lines = Array.from(
      { length: 30 },
      (_, i) => `C${i},,School ${i % 4},Arts,M${i % 3},bachelor,2023,2023-03-01,,2023-07-01,,,`,
    );
    const text = `${HEADER}\n${lines.join('\n')}\n`;
    const first = await bench.run(text, { newNames: true });
    const before = bench.rows(STORED);
    const again = await bench.run(text);
    expect(again.result).toMatchObject({ inserted: 0, unchanged: 30, skipped: 0 });
    expect(bench.rows(STORED)).toEqual(before);
    expect(
      bench.rows(`SELECT kind, count(*) AS names FROM import_names WHERE import_id = ${again.id}
        GROUP BY kind ORDER BY kind`),
    ).toEqual([
      { kind: 'major', names: 3 },
      { kind: 'school', names: 4 },
    ]);
    for (const { id } of [again, first]) await bench.imports.undo(id);
  });

  it('in great number leave every index in place, and undo leads back', async () => {
    const indexes = () =>
      bench.rows(`SELECT sql FROM sqlite_schema WHERE type = 'index' ORDER BY 1`);
    const [before, hash] = [indexes(), bench.contentHash()];
    const lines = Array.from(
      { length: 70_000 },
      (_, i) => `C${(i * 7919) % 70_000},,S${i % 9},,M${i % 5},,2023,,,2023-07-0${(i % 9) + 1},,,`,
    );
    const text = `${HEADER}\n${lines.join('\n')}\nC5,,S1,,M1,,2023,,,2023-07-01,,,\n`;
    const done = await bench.run(text, { newNames: true, skipInvalid: true });
    expect(done.result).toMatchObject({ inserted: 69_999, invalid: 2 });
    expect(indexes()).toEqual(before);
    expect(bench.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(bench.rows('SELECT count(*) AS ranges FROM import_ranges')).toEqual([{ ranges: 1 }]);
    await bench.imports.undo(done.id);
    expect(bench.contentHash()).toBe(hash);
  });

  it('are stored after those of whom the file speaks twice, who are looked for by their ids', async () => {
    const rows = 20_001;
    const lines = Array.from({ length: rows }, (_, index) => `C${index},North,Law,2023,2023-07-01`);
    const header = 'candidate_id,school,major,graduation_year,hired_on';
    const text = [header, ...lines, lines[7]].join('\n');
    const { id, result } = await bench.run(text, { newNames: true });
    expect(result).toMatchObject({ inserted: rows, duplicates: 1 });
    const order = `SELECT candidate_id FROM hires ORDER BY id LIMIT 3`;
    expect(bench.rows(order).map((hire) => hire['candidate_id'])).toEqual(['C7', 'C0', 'C1']);
    const again = await bench.run(text);
    expect(again.result).toMatchObject({ inserted: 0, updated: 0, unchanged: rows });
    for (const one of [again.id, id]) await bench.imports.undo(one);
  });
});
