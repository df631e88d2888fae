// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { explained } from '../../client/frame/explanation.ts';
import { createFormatter } from '../../domain/formatter.ts';
import { startTranslation } from '../../client/i18n/start-translation.ts';
import { comparedMetric } from '../../client/panels/fair/fair-choice.ts';
import { funnelFinding, funnelSchools } from '../../client/panels/funnel-plot/funnel-points.ts';
import {
  funnelLegend,
  funnelMarks,
  namedSchools,
} from '../../client/panels/funnel-plot/funnel-marks.ts';
import { funnelTable } from '../../client/panels/funnel-plot/funnel-table.ts';
import { differenceWords, funnelAnswer } from '../../client/panels/funnel-plot/funnel-words.ts';
import type { FairComparison } from '../../client/api/fair-comparison.ts';
import { fairComparison, fairRow } from './fair-rows.ts';

const NOBODY: ReadonlySet<string> = new Set();

const marked = { p: 0.004, differs: true };

const COMPARISON = fairComparison([
  fairRow(1, 90, 100, marked),
  fairRow(2, 14, 20),
  fairRow(3, 10, 50, { p: 0.0002, differs: true }),
  fairRow(4, 5, 9),
  fairRow(5, 0, 0, { x: null, value: null, status: 'open', reason: 'not_mature' }),
  fairRow(6, 48, 60, marked),
]);

const sentence = (comparison: FairComparison, language: 'en' | 'zh'): string | null => {
  const finding = funnelFinding(funnelSchools(comparison, NOBODY, language), comparison.whole);
  if (finding === null) return null;
  const format = createFormatter(language, 'CNY');
  const { t } = startTranslation(language);
  return funnelAnswer(finding, comparison.whole, language, format, t);
};

describe('the funnel plot', () => {
  it('has every school with a rate, those that differ and are pointed out drawn last', () => {
    const schools = funnelSchools(COMPARISON, new Set(['2']), 'en');
    expect(schools.map(({ id }) => id)).toEqual(['4', '3', '6', '1', '2']);
    expect(schools.at(-1)).toMatchObject({ name: 'School 2', n: 20, rate: 0.7, differs: false });
    expect(schools[0]).toMatchObject({ differs: null, isHighlighted: false });
  });

  it('says which schools differ, and to which side, the largest first', () => {
    expect(funnelFinding(funnelSchools(COMPARISON, NOBODY, 'en'), COMPARISON.whole)).toEqual({
      of: 4,
      higher: ['School 1', 'School 6'],
      lower: ['School 3'],
    });
    expect(sentence(COMPARISON, 'en')).toBe(
      '3 of 4 schools differ from the whole (69.9%, n = 239): higher School 1, School 6; lower School 3.',
    );
    expect(sentence(COMPARISON, 'zh')).toBe(
      '4 所学校中有 3 所与总体（69.9%，n = 239）有差异：较高的有学校1、学校6；较低的有学校3。',
    );
  });

  it('says of one school, of many, and of none', () => {
    const one = fairComparison([fairRow(1, 90, 100, marked), fairRow(2, 10, 20)]);
    expect(sentence(one, 'en')).toBe(
      '1 of 2 schools differs from the whole (83.3%, n = 120): higher School 1.',
    );
    const many = fairComparison([1, 2, 3, 4, 5].map((id) => fairRow(id, 9 * id, 10 * id, marked)));
    const lower = { ...many, whole: { ...many.whole, value: 0.95 } };
    expect(sentence(lower, 'en')).toContain(': lower School 5, School 4, School 3 and 2 more.');
    const none = fairComparison([fairRow(1, 8, 10), fairRow(2, 16, 20)]);
    expect(sentence(none, 'en')).toMatch(/^No school can be told apart from the whole \(80\.0%/);
    expect(sentence(none, 'zh')).toMatch(/^没有学校能与总体/);
  });

  it('says nothing of fewer than ten people, or of a single school', () => {
    expect(sentence(fairComparison([fairRow(1, 2, 4), fairRow(2, 3, 5)]), 'en')).toBeNull();
    expect(sentence(fairComparison([fairRow(1, 20, 40), fairRow(2, 3, 5)]), 'en')).toBeNull();
  });

  it('tells in words what the test found', () => {
    const { t } = startTranslation('en');
    expect(differenceWords(fairRow(1, 8, 10), t)).toBe(
      'Not distinguishable from the whole (p = 0.400)',
    );
    expect(differenceWords(fairRow(1, 8, 10, marked), t)).toBe(
      'Differs from the whole (p = 0.004)',
    );
    expect(differenceWords(fairRow(1, 8, 10, { p: 1e-9, differs: true }), t)).toContain(
      'p < 0.001',
    );
    expect(differenceWords(fairRow(1, 8, 9), t)).toContain('Fewer than 10 people');
  });

  it('has a table of the same numbers, largest first, names to filter by', () => {
    const labels = { school: 'S', rate: 'R', counted: 'C', people: 'P', whole: 'W' };
    const table = funnelTable(
      funnelSchools(COMPARISON, NOBODY, 'en'),
      labels,
      ({ name }) => `of ${name}`,
      (school) => explained('acceptance_rate', { degree: ['master'] }, { school }),
    );
    expect(table.rows.map(({ id }) => id)).toEqual(['1', '6', '3', '2', '4']);
    expect(table.rows[0]?.cells).toEqual([
      { kind: 'text', text: 'School 1', filter: { dimension: 'school', value: '1' } },
      {
        kind: 'figure',
        figure: { ...COMPARISON.rows[0], of: 90 },
        unit: 'percent',
        explain: {
          metric: 'acceptance_rate',
          selected: { degree: ['master'], school: ['1'] },
          asOf: undefined,
        },
      },
      { kind: 'count', count: 90 },
      { kind: 'count', count: 100 },
      { kind: 'text', text: 'of School 1' },
    ]);
  });

  it('names at most seven schools, and never calls another one that differs undistinguishable', () => {
    const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((id) => fairRow(id, 9 * id, 10 * id, marked));
    const schools = funnelSchools(
      fairComparison([...rows, fairRow(10, 8, 10), fairRow(11, 2, 4)]),
      new Set(['10']),
      'en',
    );
    const named = namedSchools(schools).map(({ id }) => id);
    expect(named).toEqual(['10', '9', '8', '7', '6', '5', '4']);
    const colors = new Map(named.map((id) => [id, `color ${id}`]));
    const marks = funnelMarks(schools, colors, () => []);
    const markOf = (id: string) => marks.find((mark) => mark.id === id);
    expect(markOf('10')).toMatchObject({ isHighlighted: true, isLabeled: true, isSmall: false });
    expect(markOf('11')).toMatchObject({ isSmall: true, isLabeled: false });
    expect(markOf('3')?.color).toBe(markOf('1')?.color);
    expect(markOf('3')?.color).not.toBe(markOf('11')?.color);
    const legend = funnelLegend(marks, { same: 'the same', unnamed: 'differs too' });
    expect(legend.map(({ label }) => label)).toEqual([
      ...named.map((id) => `School ${id}`),
      'differs too',
      'the same',
    ]);
    expect(funnelLegend(marks.slice(-1), { same: 's', unnamed: 'u' })).toHaveLength(1);
  });

  it('compares by a metric that an address may name, else by the acceptance of offers', () => {
    expect(comparedMetric('local_rate')).toBe('local_rate');
    expect(comparedMetric('hires')).toBe('acceptance_rate');
    expect(comparedMetric(undefined)).toBe('acceptance_rate');
  });
});
