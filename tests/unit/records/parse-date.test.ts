import { describe, expect, it } from 'vitest';
import { dayFromIso, isoFromDay } from '../../../domain/dates.ts';
import { orderEvidence, parseDate } from '../../../domain/records/parse-date.ts';
import { parseSince } from '../../../domain/records/parse-since.ts';
import { parseGraduationYear } from '../../../domain/records/parse-year.ts';
import type { DayMonthOrder } from '../../../domain/records/parsed.ts';

const TODAY = dayFromIso('2026-11-23') ?? 0;

/** The date as ISO, or the code of the issue. */
function date(text: string, order: DayMonthOrder | null = null): string {
  const parsed = parseDate(text, { order });
  return 'value' in parsed ? isoFromDay(parsed.value) : parsed.error.code;
}

describe('dates', () => {
  it.each([
    '2025-03-19',
    '2025/3/19',
    '2025/03/19',
    '2025.03.19',
    '2025.3.19',
    '2025年3月19日',
    '19 March 2025',
    '19-Mar-2025',
    'March 19, 2025',
    'mar. 19th 2025',
    '2025年03月19号',
    '2025 年 3 月 19 日',
    '20250319',
    '45735',
    '45735.0',
    '45735.75',
    '19.03.2025',
    '19/03/2025',
    '03/19/2025',
    '19-3-2025',
    '2025-03-19 00:00',
    '2025-03-19 00:00:00',
    '2025-03-19T00:00:00',
    '2025-03-19T00:00:00.000Z',
    '2025/3/19 0:00',
    '２０２５－０３－１９',
    '２０２５年３月１９日',
    '  2025-03-19\u3000',
  ])('%s is 19 March 2025', (text) => {
    expect(date(text)).toBe('2025-03-19');
  });

  it.each<[string, DayMonthOrder | null, string]>([
    ['03/04/2025', 'dmy', '2025-04-03'],
    ['03/04/2025', 'mdy', '2025-03-04'],
    ['03/04/2025', null, 'ambiguous_date'],
    ['3-4-2025', null, 'ambiguous_date'],
    ['04/04/2025', null, '2025-04-04'],
    ['19/03/2025', 'mdy', '2025-03-19'],
    ['03.04.2025', 'mdy', '2025-04-03'],
    ['20000', null, '1954-10-03'],
    ['60000', null, '2064-04-08'],
    ['29.02.2024', null, '2024-02-29'],
  ])('%s with order %s is %s', (text, order, expected) => {
    expect(date(text, order)).toBe(expected);
  });

  it.each([
    ['2025-02-30', 'no_such_date'],
    ['30.02.2025', 'no_such_date'],
    ['2023-02-29', 'no_such_date'],
    ['2025-13-01', 'no_such_date'],
    ['31/31/2025', 'no_such_date'],
    ['20251301', 'no_such_date'],
    ['31 June 2025', 'no_such_date'],
    ['1 Mar 25', 'two_digit_year'],
    ['1 Foo 2025', 'unreadable_date'],
    ['1 Ma 2025', 'unreadable_date'],
    ['25-03-19', 'two_digit_year'],
    ['19.03.25', 'two_digit_year'],
    ['3/4/25', 'two_digit_year'],
    ['25年3月19日', 'two_digit_year'],
    ['1005-03-01', 'impossible_year'],
    ['9900-01-01', 'impossible_year'],
    ['1949-12-31', 'impossible_year'],
    ['01.01.2101', 'impossible_year'],
    ['soon', 'unreadable_date'],
    ['2025', 'date_without_day'],
    ['2025-03', 'date_without_day'],
    ['2025/03-19', 'unreadable_date'],
    ['19999', 'unreadable_date'],
    ['60001', 'unreadable_date'],
    ['-45735', 'unreadable_date'],
    ['离职', 'unreadable_date'],
  ])('%s is refused as %s', (text, code) => {
    expect(date(text)).toBe(code);
  });

  it.each([
    ['19/03/2025', 'dmy'],
    ['03/19/2025', 'mdy'],
    ['03/04/2025', 'either'],
    ['04/04/2025', 'none'],
    ['2025-03-19', 'none'],
    ['03.04.2025', 'none'],
    ['', 'none'],
  ])('%s shows the order %s', (text, evidence) => {
    expect(orderEvidence(text)).toBe(evidence);
  });
});

describe('graduation years', () => {
  it.each<[string, number | string]>([
    ['2024', 2024],
    ['２０２４', 2024],
    ['2024届', 2024],
    ['2024年', 2024],
    ['2024.0', 2024],
    ['class of 2024', 2024],
    ['2024-07', 2024],
    ['2024年7月', 2024],
    ['2024-07-01', 2024],
    ['01/02/2024', 2024],
    ['45474', 2024],
    ['1950', 1950],
    ['2035', 2035],
    ['2036', 'impossible_year'],
    ['1949', 'impossible_year'],
    ['1005', 'impossible_year'],
    ['9900', 'impossible_year'],
    ['24届', 'two_digit_year'],
    ['24', 'two_digit_year'],
    ['2024级', 'unreadable_year'],
    ['Bachelor', 'unreadable_year'],
    ['-2024', 'unreadable_year'],
  ])('%s is %s', (text, expected) => {
    const parsed = parseGraduationYear(text, { order: null, decimal: null, today: TODAY });
    expect('value' in parsed ? parsed.value : parsed.error.code).toBe(expected);
  });
});

describe('beginnings of a partnership', () => {
  it.each([
    ['2019', '2019'],
    ['2019年', '2019'],
    ['2019-9', '2019-09'],
    ['2019年9月', '2019-09'],
    ['2019/9/1', '2019-09-01'],
    ['1019', 'impossible_year'],
    ['2019-13', 'no_such_date'],
    ['long ago', 'unreadable_date'],
  ])('%s is %s', (text, expected) => {
    const parsed = parseSince(text, { order: null, decimal: null, today: TODAY });
    expect('value' in parsed ? parsed.value : parsed.error.code).toBe(expected);
  });
});
