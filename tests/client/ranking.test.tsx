// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { explained } from '../../client/frame/explanation.ts';
import type { FairComparison, FairRow } from '../../client/api/fair-comparison.ts';
import { createFormatter } from '../../domain/formatter.ts';
import { startTranslation } from '../../client/i18n/start-translation.ts';
import {
  rangeScale,
  rankedSchools,
  tieGroups,
} from '../../client/panels/ranking/ranked-schools.ts';
import { RankingTable } from '../../client/panels/ranking/ranking-table.tsx';
import { rankingAnswer, sideOf, thirdWords } from '../../client/panels/ranking/ranking-words.ts';
import { fairComparison, fairRow } from './fair-rows.ts';
import { renderInApp } from './render-in-app.tsx';

afterEach(cleanup);

const ranked = (
  id: number,
  mean: number,
  [best, worst]: readonly [number, number],
  bestThird = 0.4,
): FairRow =>
  fairRow(id, 10, 20, {
    posterior: { mean, low: mean - 0.1, high: mean + 0.1, bestThird },
    rank: { best, worst },
  });

const COMPARISON = fairComparison([
  ranked(1, 0.55, [3, 5], 0.2),
  ranked(2, 0.81, [1, 2], 0.97),
  ranked(3, 0.78, [1, 2], 0.91),
  ranked(4, 0.56, [3, 4], 0.3),
  ranked(5, 0.5, [4, 5], 0.004),
  ranked(6, 0.2, [6, 6], 0.0001),
  fairRow(7, 3, 4),
]);

const NOBODY: ReadonlySet<string> = new Set();
const SCHOOLS = rankedSchools(COMPARISON, NOBODY, 'en');

const answer = (comparison: FairComparison, language: 'en' | 'zh' = 'en') =>
  rankingAnswer(
    rankedSchools(comparison, NOBODY, language),
    comparison,
    language,
    createFormatter(language, 'CNY'),
    startTranslation(language).t,
  );

describe('the ranking', () => {
  it('has only ranked schools, best first: the lowest where low is better', () => {
    expect(SCHOOLS.map(({ id }) => id)).toEqual(['2', '3', '4', '1', '5', '6']);
    const lowest = rankedSchools({ ...COMPARISON, better: 'lower' }, new Set(['6']), 'zh');
    expect(lowest[0]).toMatchObject({ id: '6', name: '学校6', isHighlighted: true });
    expect(rankedSchools(fairComparison([fairRow(1, 8, 10)]), NOBODY, 'en')).toEqual([]);
  });

  it('puts together the schools of which no order is sure', () => {
    const groups = tieGroups(SCHOOLS).map(({ from, to, schools }) => [from, to, schools.length]);
    expect(groups).toEqual([
      [1, 2, 2],
      [3, 5, 3],
      [6, 6, 1],
    ]);
    expect(tieGroups([])).toEqual([]);
  });

  it('draws all ranges on one scale, rounded outward', () => {
    expect(rangeScale(SCHOOLS)).toEqual({ low: 0.1, high: 0.95 });
  });

  it('names the schools that are among the best third for almost sure', () => {
    expect(answer(COMPARISON)).toBe(
      'With at least 90 % certainty among the best 2 of 6: School 2, School 3.',
    );
    expect(answer(COMPARISON, 'zh')).toBe(
      '6 所学校中，至少有 90% 把握属于最好的 2 所的是：学校2、学校3。',
    );
    expect(answer({ ...COMPARISON, better: 'neither' })).toContain('among the highest 2 of 6');
    const nobody = fairComparison([ranked(1, 0.5, [1, 1]), ranked(2, 0.4, [2, 2])]);
    expect(answer(nobody)).toBe('No school is among the best 2 of 2 with 90 % certainty.');
    const tied = fairComparison([ranked(1, 0.5, [1, 2], 0.95), ranked(2, 0.4, [1, 2])]);
    expect(answer(tied)).toMatch(/do not tell the 2 schools apart/);
  });

  it('says a probability in words, and never claims certainty', () => {
    const format = createFormatter('en', 'CNY');
    const { t } = startTranslation('en');
    const words = (p: number) => thirdWords(p, 4, sideOf('higher'), format, t);
    expect(words(0.9999)).toBe('Almost surely among the best 4 (over 99%)');
    expect(words(0.9)).toBe('Almost surely among the best 4 (90%)');
    expect(words(0.7)).toBe('Probably among the best 4 (70%)');
    expect(words(0.4)).toBe('Perhaps among the best 4 (40%)');
    expect(words(0.2)).toBe('Probably not among the best 4 (20%)');
    expect(words(0.001)).toBe('Almost surely not among the best 4 (under 1%)');
  });

  it('shows ties as ties in its table', async () => {
    await renderInApp(
      <RankingTable
        caption="Ranks"
        schools={SCHOOLS}
        places={2}
        side="best"
        labels={{ school: 'School', rate: 'Rate' }}
        explainOf={(school) => explained('acceptance_rate', {}, { school })}
      />,
    );
    const table = screen.getByRole('table', { name: 'Ranks' });
    const groups = within(table).getAllByRole('rowgroup');
    expect(groups).toHaveLength(4);
    expect(groups[1]?.textContent).toContain('Ranks 1–2: the possible ranks');
    expect(groups[3]?.textContent).not.toContain('possible ranks');
    expect(within(table).getAllByRole('rowheader')).toHaveLength(6);
    expect(groups[3]?.textContent).toContain('20.0%10%–30%observed');
  });
});
