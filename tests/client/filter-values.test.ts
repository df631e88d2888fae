import { describe, expect, it } from 'vitest';
import { matchingValues } from '../../client/frame/matching-values.ts';
import { keyName, keyParameter } from '../../client/frame/named.ts';
import { toggled } from '../../client/frame/use-filters.ts';
import { spanOf } from '../../client/frame/year-filter.tsx';
import { languageAmong } from '../../client/i18n/language-choice.ts';

const schools = [
  { id: 1, name: 'North University', nameZh: '北方大学', hires: 4 },
  { id: 2, name: 'South College', nameZh: null, hires: 9 },
  { id: null, name: '', nameZh: null, hires: 1 },
];

describe('a value of a dimension', () => {
  it('is named in the language of the page', () => {
    expect(keyName('school', schools[0] ? { ...schools[0], id: 1 } : null, 'zh')).toBe('北方大学');
    expect(keyName('school', { id: 2, name: 'South College', nameZh: null }, 'zh')).toBe(
      'South College',
    );
    expect(keyName('degree', 'bachelor', 'zh')).toBe('本科');
    expect(keyName('degree', null, 'en')).toBe('Not given');
    expect(keyName('year', 2024, 'en')).toBe('2024');
  });

  it('stands in the address by its id, the blank one as nothing', () => {
    expect(keyParameter({ id: 7, name: 'x', nameZh: null })).toBe('7');
    expect(keyParameter(2024)).toBe('2024');
    expect(keyParameter(null)).toBe('');
  });
});

describe('the list of a filter', () => {
  it('finds by either name, the most hires first', () => {
    expect(matchingValues(schools, '', 'en', 10).map(({ value }) => value)).toEqual(['2', '1', '']);
    expect(matchingValues(schools, ' NORTH', 'zh', 10).map(({ name }) => name)).toEqual([
      '北方大学',
    ]);
    expect(matchingValues(schools, '北方', 'en', 10).map(({ value }) => value)).toEqual(['1']);
    expect(matchingValues(schools, '', 'en', 1)).toHaveLength(1);
    expect(matchingValues(schools, 'elsewhere', 'en', 10)).toEqual([]);
  });

  it('puts a value on and off', () => {
    expect(toggled(['3'], '5')).toEqual(['3', '5']);
    expect(toggled(['3', '5'], '3')).toEqual(['5']);
  });

  it('spans all selected years', () => {
    expect(spanOf(['2018', '2020..2022'])).toEqual({ from: 2018, to: 2022 });
    expect(spanOf([])).toEqual({ from: null, to: null });
    expect(spanOf(['', 'nonsense'])).toEqual({ from: null, to: null });
  });
});

describe('the language', () => {
  it('is the first of the browser’s that the product speaks', () => {
    expect(languageAmong(['fr-FR', 'zh-Hant-TW', 'en'])).toBe('zh');
    expect(languageAmong(['EN-gb'])).toBe('en');
    expect(languageAmong(['fr'])).toBe('en');
  });
});
