import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksOf, linksText, webAddress } from '../../../domain/cooperation/links.ts';
import { promisesOf, promisesText } from '../../../domain/cooperation/promises.ts';
import { yearlyOf, yearlyText } from '../../../domain/cooperation/yearly-use.ts';
import { isoFromDay } from '../../../domain/dates.ts';
import {
  linkItem,
  parseLinks,
  parsePromises,
  parseYearly,
  promiseItem,
} from '../../../domain/records/parse-lists.ts';

const CONTEXT = { order: null, decimal: null, today: 20_000 } as const;
const code = (parsed: object) => ('error' in parsed ? parsed.error : parsed);

/** Signs that mean something in a cell. */
const SIGNS = Array.from('[]【】 |｜✓√,:(done)（已完成）2026-01-02\n');
const LINK_SIGNS = ['<', '>', '(', ')', ':', ' ', '|', 'https://a.example'];

describe('promises in a cell', () => {
  it.each([
    ['2026-12-01 [Career office] Send it', '2026-12-01 [Career office] Send it'],
    ['2026年12月1日【就业办】寄送名单（已完成）', '2026-12-01 [就业办] 寄送名单 ✓'],
    [
      '2026/12/1：续签 | 【人力资源部】安排实习\n第三项 √',
      '2026-12-01 续签 | [人力资源部] 安排实习 | 第三项 ✓',
    ],
    ['20261201 Call', '2026-12-01 Call'],
    ['Plan for 2027 seats', 'Plan for 2027 seats'],
    ['Work done', 'Work done'],
  ])('%s', (raw, text) => {
    expect(parsePromises(raw, CONTEXT)).toEqual({ value: text });
  });

  it('are refused without words, or with a day that is none', () => {
    expect(code(parsePromises('2026-12-01 [HR]', CONTEXT))).toMatchObject({
      code: 'promise_without_words',
    });
    expect(code(parsePromises('2026-13-45 Call', CONTEXT))).toMatchObject({ code: 'no_such_date' });
  });

  it('that were read once are read the same again, whatever was given', () => {
    const promise = fc.record({
      due_on: fc.option(fc.integer({ min: 10_000, max: 40_000 }).map(isoFromDay)),
      owner: fc.option(fc.string({ unit: 'grapheme', maxLength: 20 })),
      text: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({
          unit: fc.constantFrom(...SIGNS),
          maxLength: 30,
        }),
      ),
      done: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(promise, { minLength: 1, maxLength: 5 }), (promises) => {
        const parsed = parsePromises(promises.map(promiseItem).join(' | '), CONTEXT);
        if ('error' in parsed) return;
        expect(parsePromises(parsed.value, CONTEXT)).toEqual({ value: parsed.value });
        const again = promisesOf(parsed.value);
        expect(promisesText(again)).toBe(parsed.value);
        expect(parsePromises(again.map(promiseItem).join(' | '), CONTEXT)).toEqual({
          value: parsed.value,
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('come back part by part', () => {
    const promises = [
      { due_on: '2026-12-01', owner: 'A | B [C]', text: 'x | y ✓', done: true },
      { due_on: null, owner: null, text: 'plain', done: false },
    ];
    const parsed = parsePromises(promises.map(promiseItem).join(' | '), CONTEXT);
    expect('value' in parsed ? promisesOf(parsed.value) : parsed).toEqual([
      { due_on: '2026-12-01', owner: 'A ¦ B C', text: 'x ¦ y √', done: true },
      promises[1],
    ]);
  });
});

describe('links in a cell', () => {
  it.each([
    ['https://a.example/x', '<https://a.example/x>'],
    ['Minutes https://a.example/x', 'Minutes <https://a.example/x>'],
    [
      '纪要：http://a.example/路 | <https://b.example>',
      '纪要 <http://a.example/%E8%B7%AF> | <https://b.example/>',
    ],
    ['协议（https://a.example/p）', '协议 <https://a.example/p>'],
  ])('%s', (raw, text) => {
    expect(parseLinks(raw)).toEqual({ value: text });
  });

  it.each([
    'javascript:alert(1)',
    'ftp://a.example',
    'see the folder',
    'data:text/html,x',
    'C:\\x.pdf',
  ])('refuses %s', (raw) => {
    expect(code(parseLinks(raw))).toMatchObject({ code: 'unreadable_link' });
    expect(webAddress(raw)).toBeNull();
  });

  it('that were read once are read the same again, whatever was given', () => {
    const link = fc.record({
      title: fc.option(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 30 }),
          fc.string({ unit: fc.constantFrom(...LINK_SIGNS), maxLength: 12 }),
        ),
      ),
      url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
    });
    fc.assert(
      fc.property(fc.array(link, { minLength: 1, maxLength: 4 }), (links) => {
        const parsed = parseLinks(links.map(linkItem).join(' | '));
        if ('error' in parsed) throw new Error(JSON.stringify(parsed.error));
        expect(parseLinks(parsed.value)).toEqual({ value: parsed.value });
        const again = linksOf(parsed.value);
        expect(again.map(({ url }) => url)).toEqual(links.map(({ url }) => webAddress(url)));
        expect(linksText(again)).toBe(parsed.value);
        expect(parseLinks(again.map(linkItem).join(' | '))).toEqual({ value: parsed.value });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('use by year in a cell', () => {
  it.each([
    ['2024: 42 | 2025: 51', '2024: 42 | 2025: 51'],
    ['2025年51人、2024年42人', '2024: 42 | 2025: 51'],
    ['２０２４：42；2025：0', '2024: 42 | 2025: 0'],
    ['2024年度 42 人次', '2024: 42'],
  ])('%s', (raw, text) => {
    expect(parseYearly(raw)).toEqual({ value: text });
    expect(yearlyText(yearlyOf(text))).toBe(text);
  });

  it.each([
    ['many', 'unreadable_yearly'],
    ['2024: 1 | 2024: 2', 'year_twice'],
    ['1024: 1', 'unreadable_yearly'],
    ['2024', 'unreadable_yearly'],
  ])('refuses %s', (raw, expected) => {
    expect(code(parseYearly(raw))).toMatchObject({ code: expected });
  });
});
