import { expect, it } from 'vitest';
import { ENCODINGS } from '../../domain/records/encodings.ts';
import { ENCODING_CHOICES, encodingName } from '../../client/panels/import/encodings.ts';
import { changedReading, readingOf } from '../../client/panels/import/reading-state.ts';

const before = readingOf({
  encoding: 'gb18030',
  delimiter: ';',
  headerRow: 3,
  sheet: null,
  decimal: null,
});

it('asks only for what was changed, so that the rest is found out anew', () => {
  expect(changedReading(before, {})).toEqual({});
  expect(changedReading(before, { ...before })).toEqual({});
  expect(changedReading(before, { encoding: 'utf-8', headerRow: 3 })).toEqual({
    encoding: 'utf-8',
  });
  expect(changedReading(before, { decimal: ',' })).toEqual({ decimal: ',' });
  expect(changedReading({ ...before, decimal: ',' }, { decimal: null })).toEqual({ decimal: null });
});

it('offers every encoding that can be read', () => {
  expect(ENCODING_CHOICES.map(({ value }) => value)).toEqual([...ENCODINGS]);
  expect(encodingName('gb18030')).toBe('GB18030, GBK');
  expect(encodingName('koi8-r')).toBe('KOI8-R');
});
