import { describe, expect, it } from 'vitest';
import { annualPay, parsePay } from '../../../domain/records/parse-pay.ts';
import { parseMonths } from '../../../domain/records/parse-months.ts';
import { parseRating } from '../../../domain/records/parse-rating.ts';
import type { DecimalSign, Parsed } from '../../../domain/records/parsed.ts';

function context(decimal: DecimalSign | null) {
  return { order: null, decimal, today: 20_000 };
}

function shown<T>(parsed: Parsed<T>): T | string {
  return 'value' in parsed ? parsed.value : parsed.error.code;
}

describe('pay', () => {
  it.each<[string, DecimalSign | null, number, 'year' | 'month' | null]>([
    ['85000', null, 85_000, null],
    ['85,000', null, 85_000, null],
    ['８５，０００', null, 85_000, null],
    ["85'000", null, 85_000, null],
    ['85 000', null, 85_000, null],
    ['1,234,567.89', null, 1_234_567.89, null],
    ['8.5万', null, 85_000, null],
    ['8.525万', null, 85_250, null],
    ['8.5万元', null, 85_000, null],
    ['85k', null, 85_000, null],
    ['¥7,000/月', null, 7000, 'month'],
    ['￥7,000／月', null, 7000, 'month'],
    ['7000元/月', null, 7000, 'month'],
    ['$7,000 per month', null, 7000, 'month'],
    ['12万/年', null, 120_000, 'year'],
    ['€90,000 / year', null, 90_000, 'year'],
    ['RMB 85,000', null, 85_000, null],
    ['1.234,56', ',', 1234.56, null],
    ['85.000', ',', 85_000, null],
    ['85.000', '.', 85, null],
    ['8,5万', ',', 85_000, null],
    ['1E+05', null, 100_000, null],
  ])('%s with decimal %s is %s a %s', (text, decimal, amount, period) => {
    const pay = parsePay(text, context(decimal));
    expect(shown(pay)).toEqual({ amount: Math.round(amount * 100), period });
  });

  it.each<[string, DecimalSign | null, string]>([
    ['0', null, 'pay_not_positive'],
    ['-85000', null, 'pay_not_positive'],
    ['-1E+02', null, 'pay_not_positive'],
    ['85.000', null, 'ambiguous_number'],
    ['1.234,56', null, 'unreadable_number'],
    ['1.234,56', '.', 'unreadable_number'],
    ['8,5000', null, 'unreadable_number'],
    ['85,00', null, 'unreadable_number'],
    ['8-10万', null, 'number_range'],
    ['面议', null, 'no_number'],
    ['1e999', null, 'unreadable_number'],
    ['999999999999', null, 'number_out_of_range'],
  ])('%s with decimal %s is refused as %s', (text, decimal, code) => {
    expect(shown(parsePay(text, context(decimal)))).toBe(code);
  });

  it.each<[Parameters<typeof annualPay>, number]>([
    [[{ amount: 700_000, period: null }, 'year', null], 700_000],
    [[{ amount: 700_000, period: null }, 'month', null], 8_400_000],
    [[{ amount: 700_000, period: 'month' }, 'year', 13], 9_100_000],
    [[{ amount: 8_400_000, period: 'year' }, 'month', 13], 8_400_000],
    [[{ amount: 700_000, period: 'month' }, 'year', 14.5], 10_150_000],
  ])('%j comes to %s a year', (sum, expected) => {
    expect(annualPay(...sum)).toBe(expected);
  });
});

describe('ratings and months', () => {
  it.each<[string, DecimalSign | null, number | string]>([
    ['4', null, 400],
    ['４', null, 400],
    ['4.25', null, 425],
    ['4,5', ',', 450],
    ['4.125', null, 413],
    ['1', null, 100],
    ['5', null, 500],
    ['0', null, 'number_out_of_range'],
    ['5.1', null, 'number_out_of_range'],
    ['-1', null, 'number_out_of_range'],
    ['A', null, 'not_between'],
  ])('a rating of %s with decimal %s is %s', (text, decimal, expected) => {
    expect(shown(parseRating(text, context(decimal)))).toBe(expected);
  });

  it.each<[string, number | string]>([
    ['12', 12],
    ['13薪', 13],
    ['14.5', 14.5],
    ['24', 24],
    ['11', 'number_out_of_range'],
    ['25', 'number_out_of_range'],
    ['many', 'not_between'],
  ])('%s months are %s', (text, expected) => {
    expect(shown(parseMonths(text, context(null)))).toBe(expected);
  });
});
