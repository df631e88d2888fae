import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncludesLeavers } from '../../../domain/records/import-shapes.ts';
import { KNOWN } from '../../../domain/records/hire.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const { interned, offered, accepted, declined, hired, left, promoted, roster } = KNOWN;

describe('what a file is able to tell', () => {
  it.each<[string, string, IncludesLeavers | null, number]>([
    ['hired_on,left_on,promoted_on', '2023-07-01,,', null, hired],
    ['hired_on,left_on,promoted_on', '2023-07-01,,', false, hired],
    ['hired_on,left_on,promoted_on', '2023-07-01,,', 'roster', hired | roster],
    ['hired_on,left_on,promoted_on', '2023-07-01,,', true, hired | left | promoted],
    ['hired_on,left_on,promoted_on', '2023-07-01,2024-07-01,', null, hired | left | promoted],
    ['hired_on,left_on,leave_type', '2023-07-01,,resigned', null, hired | left],
    ['hired_on,promoted_on', '2023-07-01,', true, hired | promoted],
    ['hired_on', '2023-07-01', true, hired],
    ['interned_to', '', null, interned],
    ['interned_from,offered_on', ',', null, interned | offered],
    ['accepted_on,declined_on', ',', null, accepted | declined],
  ])('%s with "%s" where leavers are %s', async (columns, cells, includesLeavers, bits) => {
    const text = `candidate_id,school,major,graduation_year,${columns}\n1,North,Law,2023,${cells}\n`;
    const done = await bench.run(text, { newNames: true, mapping: { includesLeavers } });
    expect(bench.rows('SELECT known FROM hires')).toEqual([{ known: bits }]);
    await bench.imports.undo(done.id);
  });
});

describe('the day a file is of', () => {
  it.each([
    ['2023-07-01,2024-03-01', '2024-03-01'],
    ['2023-07-01,2999-01-01', null],
    ['2023-07-01,2099-01-01', '2023-07-01'],
    ['25/12/2023,03/04/2024', '2024-04-03'],
    ['12/25/2023,04/03/2024', '2024-04-03'],
    [',', new Date().toISOString().slice(0, 10)],
  ])('with the dates %s is %s', async (dates, asOf) => {
    const [first, second] = dates.split(',');
    const text = `candidate_id,school,major,graduation_year,hired_on
1,North,Law,2023,${first}
2,North,Law,2023,${second}
`;
    const { summary } = await bench.validate(text);
    expect(summary.asOf).toBe(asOf ?? '2023-07-01');
  });
});
