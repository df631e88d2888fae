// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { RetentionTest } from '../../client/api/retention.ts';
import { createFormatter } from '../../domain/formatter.ts';
import { startTranslation } from '../../client/i18n/start-translation.ts';
import { hiddenWords, verdictWords } from '../../client/panels/survival/verdict-words.ts';
import { verdictOf } from '../../client/panels/survival/verdict.ts';
import { curve, groupsOf } from './retention-curve.ts';

describe('the verdict', () => {
  const test = (p: number): RetentionTest => ({
    status: 'ok',
    chiSquare: 5,
    df: 1,
    p,
    method: 'permutation',
    stratifiedBy: 'hire_year',
    strata: 3,
    groups: [
      { key: {}, n: 100, observed: 5, expected: 4 },
      { key: {}, n: 100, observed: 5, expected: 6 },
    ],
  });
  const groups = groupsOf(curve(3, 40), curve(5, 30, 0.02));

  it('names most and fewest at the last month that ten of each were followed to', () => {
    expect(verdictOf(groups, test(0.012))).toEqual({
      kind: 'differ',
      p: 0.012,
      n: 200,
      isStratified: true,
      extremes: {
        month: 24,
        most: { name: 'School 3', survival: 0.76, n: 100 },
        fewest: { name: 'School 5', survival: 0.52, n: 100 },
      },
    });
  });

  it('says that chance explains a p of 5 % or more', () => {
    expect(verdictOf(groups, test(0.0499))?.kind).toBe('differ');
    expect(verdictOf(groups, test(0.05))?.kind).toBe('alike');
  });

  it('of one group says how many stay a year, and nothing of fewer than ten', () => {
    expect(verdictOf(groupsOf(curve(3, 40)), undefined)).toMatchObject({
      kind: 'one',
      at: { month: 12 },
    });
    expect(verdictOf(groupsOf(curve(3, 8)), undefined)).toMatchObject({
      kind: 'one',
      at: { month: 6 },
    });
    expect(verdictOf(groupsOf(curve(3, 3)), undefined)).toBeNull();
    const few = curve(3, 20);
    const monthly = few.monthly.map((at) => ({ ...at, atRisk: 9 }));
    expect(verdictOf(groupsOf({ ...few, n: 9, monthly }), undefined)).toBeNull();
  });

  it('is none before the test is there, and where it is hidden', () => {
    expect(verdictOf(groups, undefined)).toBeNull();
    expect(verdictOf(groups, { status: 'hidden', reason: 'few_leavers', groups: [] })).toBeNull();
  });

  it('is a sentence in both languages', () => {
    const english = startTranslation('en');
    const words = (p: number, language: 'en' | 'zh' = 'en') => {
      const verdict = verdictOf(groups, test(p));
      if (verdict === null) throw new Error('no verdict');
      const { t } = language === 'en' ? english : startTranslation('zh');
      return verdictWords(verdict, createFormatter(language, 'CNY'), t).replaceAll('\u00A0', ' ');
    };
    expect(words(0.012)).toBe(
      'The curves differ more than chance explains (p = 0.012, log-rank test stratified by year hired, n = 200). ' +
        'Still there after 24 months: between 52.0% (School 5, n = 100) and 76.0% (School 3, n = 100).',
    );
    expect(words(0.0001)).toContain('p < 0.001,');
    expect(words(0.34)).toBe(
      'The curves cannot be told apart (p = 0.34, log-rank test stratified by year hired, n = 200): what differs may be chance.',
    );
    expect(words(0.34, 'zh')).toContain('无法区分各条曲线（p = 0.34');
  });

  it('says why there is none', () => {
    const { t } = startTranslation('en');
    const nameOf = () => 'School 9';
    const hidden = (reason: 'no_curve' | 'one_group') =>
      hiddenWords({ status: 'hidden', reason, groups: [{ key: {} }] }, nameOf, t);
    expect(hidden('no_curve')).toContain('no curve: School 9.');
    expect(hidden('one_group')).toContain('nothing is compared');
    expect(hiddenWords(test(0.5), nameOf, t)).toBeNull();
  });
});
