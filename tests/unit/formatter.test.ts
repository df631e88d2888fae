import { describe, expect, it } from 'vitest';
import { createFormatter } from '../../domain/formatter.ts';

const en = createFormatter('en', 'CNY');
const zh = createFormatter('zh', 'CNY');

describe('the formatter', () => {
  it('writes values in their unit', () => {
    expect(en.value('people', 12_345)).toBe('12,345');
    expect(en.value('percent', 0.8326)).toBe('83.3%');
    expect(en.value('percent', 1)).toBe('100.0%');
    expect(en.value('money', 74_300.4)).toBe('¥74,300');
    expect(en.value('days', 400)).toBe('400 days');
    expect(en.value('rating', 3.5)).toBe('3.50');
    expect(zh.value('money', 74_300)).toBe('¥74,300');
    expect(zh.value('days', 400)).toBe('400 天');
    expect(en.count(-7)).toBe('\u22127');
    expect(en.value('money', -1200)).toBe('\u2212¥1,200');
  });

  it('writes the currency of the deployment', () => {
    expect(createFormatter('en', 'EUR').value('money', 52_000)).toBe('€52,000');
  });

  it('writes changes with a sign, rates as percentage points', () => {
    expect(en.change('people', 12)).toBe('+12');
    expect(en.change('people', -3)).toBe('\u22123');
    expect(en.change('people', 0)).toBe('0');
    expect(en.change('percent', 0.0124)).toBe('+1.2 pts');
    expect(en.change('money', -4400)).toBe('\u2212\u2060¥4,400');
    expect(zh.change('percent', -0.05)).toBe('\u22125.0 个百分点');
  });

  it('writes intervals and days', () => {
    expect(en.interval('percent', 0.4902, 0.9433)).toBe('49%–94%');
    expect(en.day('2026-09-30')).toBe('September 30, 2026');
    expect(zh.day('2026-09-30')).toBe('2026年9月30日');
    expect(en.day('soon')).toBe('soon');
  });
});
