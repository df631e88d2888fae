import { describe, expect, it } from 'vitest';
import type { FiguresRow } from '../../client/api/figures.ts';
import { payEnds, payRanges } from '../../client/panels/pay/pay-ranges.ts';

function row(major: number, quartiles: readonly (number | null)[], n: number): FiguresRow {
  const [p25 = null, median = null, p75 = null] = quartiles;
  const status = n < 10 ? ('small' as const) : ('ok' as const);
  return {
    key: { major: { id: major, name: `Major ${major}`, nameZh: null } },
    values: {
      salary_p25: { value: p25, n, status },
      salary_median: { value: median, n, status },
      salary_p75: { value: p75, n, status },
    },
  };
}

describe('pay by major', () => {
  it('puts the highest median first and leaves out majors without pay', () => {
    const ranges = payRanges(
      [row(1, [60, 70, 80], 12), row(2, [null, null, null], 0), row(3, [65, 90, 95], 4)],
      'en',
    );
    expect(ranges.map(({ id, middle, isSmall }) => [id, middle, isSmall])).toEqual([
      ['3', 90, true],
      ['1', 70, false],
    ]);
  });

  it('names the ends among majors of at least 10 people, and none where there are not two', () => {
    const ranges = payRanges(
      [row(1, [60, 70, 80], 12), row(2, [50, 55, 60], 10), row(3, [65, 90, 95], 9)],
      'en',
    );
    const ends = payEnds(ranges);
    expect([ends?.low.id, ends?.high.id]).toEqual(['2', '1']);
    expect(payEnds(ranges.slice(0, 2))).toBeNull();
  });
});
