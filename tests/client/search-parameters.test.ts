import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseSearch,
  searchParametersFrom,
  stringifySearch,
} from '../../client/frame/search-parameters.ts';
import { changedParameters, valuesOf } from '../../client/frame/use-view-state.ts';

const wellFormed = fc.string({ unit: 'grapheme' });
const several = fc.array(wellFormed, { minLength: 2, maxLength: 4 });
const parameters = fc.dictionary(wellFormed, fc.oneof(wellFormed, several));

describe('the search serializer', () => {
  it('reads and writes plain repeated keys', () => {
    const search = '?school=3&school=5&year=2020..2024';
    expect(parseSearch(search)).toEqual({ school: ['3', '5'], year: '2020..2024' });
    expect(stringifySearch({ school: ['3', '5'], year: '2020..2024' })).toBe(search);
  });

  it('writes nothing where there is nothing', () => {
    expect(stringifySearch({})).toBe('');
    expect(stringifySearch({ school: [] })).toBe('');
    expect(parseSearch('')).toEqual({});
  });

  it('brings back whatever it wrote', () => {
    fc.assert(
      fc.property(parameters, (given) => {
        expect(Object.entries(parseSearch(stringifySearch(given)))).toEqual(Object.entries(given));
      }),
    );
  });

  it('keeps a blank value, which selects the people without one', () => {
    expect(parseSearch(stringifySearch({ degree: '' }))).toEqual({ degree: '' });
  });

  it('leaves out what is no text', () => {
    expect(searchParametersFrom({ a: 1, b: null, c: ['x', 2], d: 'y', e: [{}] })).toEqual({
      c: ['x'],
      d: 'y',
    });
  });

  it('sets and takes out single keys, and keeps the others', () => {
    const before = { school: ['3', '5'], sort: '-hires', degree: '' };
    expect(changedParameters(before, { school: [], sort: ['hires'] })).toEqual({
      sort: ['hires'],
      degree: '',
    });
    expect(valuesOf(before, 'sort')).toEqual(['-hires']);
    expect(valuesOf(before, 'school')).toEqual(['3', '5']);
    expect(valuesOf(before, 'year')).toEqual([]);
  });
});
