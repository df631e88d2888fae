// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { keptSearch } from '../../client/frame/kept-search.ts';
import { createFormatter } from '../../domain/formatter.ts';
import { formulaInNumbers } from '../../client/frame/formula-numbers.ts';
import { parseSearch } from '../../client/frame/search-parameters.ts';
import { changedParameters } from '../../client/frame/use-view-state.ts';
import { startTranslation } from '../../client/i18n/start-translation.ts';
import { recordText } from '../../client/panels/records/record-text.ts';
import {
  nextSort,
  recordsView,
  sortParameter,
  USUAL_COLUMNS,
} from '../../client/panels/records/records-view.ts';
import type { Language } from '../../domain/language.ts';

const view = (search: string) => recordsView(parseSearch(search));

describe('the state of the list of records', () => {
  it('is read from the address', () => {
    const state = view(
      '?school=1&school=2&search=%20a%20b%20&behind=acceptance_rate&part=of&asOf=2024-06-30&sort=-salary&columns=salary&columns=school&page=3&cursor=abc',
    );
    expect(state).toEqual({
      selected: {
        filters: { school: ['1', '2'] },
        search: 'a b',
        behind: { metric: 'acceptance_rate', part: 'of' },
        list: null,
        id: null,
        asOf: '2024-06-30',
      },
      sort: { field: 'salary', descending: true },
      columns: ['school', 'salary'],
      page: 3,
      cursor: 'abc',
    });
    expect(sortParameter(state.sort)).toBe('-salary');
  });

  it.each([
    '',
    '?sort=nonsense&columns=nonsense&behind=nope&part=of&asOf=2024-02-30',
    '?sort=__proto__&columns=toString&behind=constructor',
    '?page=7',
  ])('is the usual one where %s says nothing that it knows', (search) => {
    expect(view(search)).toEqual({
      selected: { filters: {}, search: '', behind: null, list: null, id: null, asOf: null },
      sort: { field: 'id', descending: false },
      columns: USUAL_COLUMNS,
      page: 1,
      cursor: null,
    });
  });

  it('knows no numerator of a metric that has none', () => {
    expect(view('?behind=salary_median&part=of').selected.behind).toBeNull();
    expect(view('?behind=salary_median').selected.behind?.part).toBe('among');
  });

  it('sorts texts from A, all else from the largest, and turns round on a second click', () => {
    const unsorted = { field: 'id', descending: false } as const;
    expect(nextSort(unsorted, 'school')).toEqual({ field: 'school', descending: false });
    expect(nextSort(unsorted, 'hired_on')).toEqual({ field: 'hired_on', descending: true });
    expect(nextSort({ field: 'hired_on', descending: true }, 'hired_on').descending).toBe(false);
  });

  it('begins at the first page whenever something else changes', () => {
    const parameters = parseSearch('?school=1&page=4&cursor=abc&sort=school');
    expect(changedParameters(parameters, { sort: ['-salary'] })).toEqual({
      school: '1',
      sort: ['-salary'],
    });
    expect(changedParameters(parameters, { page: ['5'], cursor: ['def'] })).toEqual({
      school: '1',
      sort: 'school',
      page: ['5'],
      cursor: ['def'],
    });
  });

  it('leaves everything but the filters behind on the way to another page', () => {
    expect(
      keptSearch({ school: ['1', '3'], year: '2020..2024', sort: 'school', page: '3' }),
    ).toEqual({
      school: ['1', '3'],
      year: '2020..2024',
    });
  });
});

function writing(language: Language) {
  const translation = startTranslation(language);
  return { language, format: createFormatter(language, 'CNY'), t: translation.t };
}

describe('a field of a record in words', () => {
  const record = {
    school: 'North University',
    degree: 'bachelor',
    hired_on: '2024-07-01',
    salary: 85_000,
    performance: 3.5,
    major_match: false,
    known: 'hired left',
    left_on: null,
    graduation_year: 2024,
    leave_type: 'unheard_of',
  };
  const names = { school: { 'North University': '北方大学' } };

  it.each([
    ['school', 'North University', '北方大学'],
    ['degree', 'Bachelor', '本科'],
    ['hired_on', 'Jul 1, 2024', '2024年7月1日'],
    ['salary', '¥85,000', '¥85,000'],
    ['performance', '3.50', '3.50'],
    ['major_match', 'No', '否'],
    ['known', 'start, leaving', '入职、离职'],
    ['left_on', '', ''],
    ['graduation_year', '2024', '2024'],
    ['leave_type', 'unheard_of', 'unheard_of'],
    ['stage', '', ''],
  ] as const)('%s', (field, english, chinese) => {
    expect(recordText(record, field, { names, ...writing('en') })).toBe(english);
    expect(recordText(record, field, { names, ...writing('zh') })).toBe(chinese);
  });
});

describe('a formula with its numbers', () => {
  const said = (
    id: Parameters<typeof formulaInNumbers>[0],
    figure: Parameters<typeof formulaInNumbers>[1],
    language: Language = 'en',
  ) => formulaInNumbers(id, figure, writing(language));

  it('divides what was divided', () => {
    const figure = { value: 0.83, n: 100, of: 83, status: 'ok' as const };
    expect(said('acceptance_rate', figure)).toBe(
      'accepted: 83 ÷ (accepted + declined): 100 = 83.0%',
    );
    expect(said('acceptance_rate', figure, 'zh')).toBe('接受：83 ÷ （接受 + 拒绝）：100 = 83.0%');
    expect(said('performance_mean', { value: 3.5, n: 4, of: 14, status: 'small' })).toBe(
      'sum of ratings: 14.00 ÷ rated: 4 = 3.50',
    );
  });

  it('tells of a survival who left and who was followed', () => {
    const figure = { value: 0.9, n: 130, of: 11, atRisk: 76, status: 'ok' as const };
    expect(said('retention_12m', figure)).toContain('of 130 hires, 11 had left by day 365 and 76');
  });

  it('names counts and quantiles by their words, and says nothing of a missing figure', () => {
    expect(said('hires', { value: 1050, n: 1050, status: 'ok' })).toBe('number of hires = 1,050');
    expect(said('salary_median', { value: 75_100, n: 727, status: 'ok' })).toBe(
      '50 % quantile, type 7, over 727 people = ¥75,100',
    );
    expect(said('hires', { value: null, n: 0, status: 'no_data' })).toBeNull();
  });
});
