import { describe, expect, it } from 'vitest';
import en from '../../client/i18n/en.json' with { type: 'json' };
import zh from '../../client/i18n/zh.json' with { type: 'json' };

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, prefix = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map(([, name]) => name ?? '').toSorted();
}

const english = flat(en);
const chinese = new Map(flat(zh));

describe('the translations', () => {
  it('have the same keys in the same order', () => {
    expect([...chinese.keys()]).toEqual(english.map(([key]) => key));
  });

  it.each(english)(
    '%s says something in both languages, with the same placeholders',
    (key, text) => {
      const other = chinese.get(key) ?? '';
      expect(text.trim()).not.toBe('');
      expect(other.trim()).not.toBe('');
      expect(placeholders(other)).toEqual(placeholders(text));
    },
  );
});
