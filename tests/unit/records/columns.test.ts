import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../../domain/dates.ts';
import type { Language } from '../../../domain/language.ts';
import { foldLetters } from '../../../domain/records/fold-text.ts';
import { ISSUE_CODES, ISSUES, issueMessage } from '../../../domain/records/issues.ts';
import { KIND_IDS, columnsOf } from '../../../domain/records/kinds.ts';
import {
  isMonthlyPay,
  matchHeaders,
  uniqueHeaders,
} from '../../../domain/records/match-headers.ts';
import { parseValue } from '../../../domain/records/parse-value.ts';

describe.each(KIND_IDS)('columns of %s', (kind) => {
  const columns = columnsOf(kind);

  it('have examples that their own parser reads without a doubt', () => {
    const context = { order: null, decimal: null, today: dayFromIso('2026-11-23') ?? 0 };
    for (const { kind: parse, example, field } of columns) {
      if (example === '') continue;
      expect(parseValue(parse, example, context), field).not.toHaveProperty('error');
      expect(parseValue(parse, example, context), field).not.toHaveProperty('warning');
    }
  });

  it('have aliases that belong to one column only', () => {
    const owners = new Map<string, string>();
    for (const { field, aliases } of columns) {
      const names = new Set([field, ...aliases.en, ...aliases.zh].map(foldLetters));
      for (const name of names) {
        expect(owners.get(name), `${name} of ${field}`).toBeUndefined();
        owners.set(name, field);
      }
    }
  });

  it('match themselves', () => {
    const fields = columns.map(({ field }) => field);
    expect(matchHeaders(kind, fields)).toEqual(fields);
  });
});

describe('headers', () => {
  it.each([
    ['Candidate ID', 'candidate_id'],
    ['CANDIDATE-ID', 'candidate_id'],
    ['ｃａｎｄｉｄａｔｅ　ｉｄ', 'candidate_id'],
    ['候选人编号', 'candidate_id'],
    ['工号', 'employee_id'],
    ['毕业院校', 'school'],
    ['院系', 'college'],
    ['所学专业', 'major'],
    ['学历', 'degree'],
    ['学历*', 'degree'],
    ['届别', 'graduation_year'],
    ['招聘渠道', 'channel'],
    ['入职日期', 'hired_on'],
    ['入职日期（必填）', 'hired_on'],
    ['离职日期', 'left_on'],
    ['年薪', 'salary'],
    ['月薪', 'salary'],
    ['年薪(元)', 'salary'],
    ['年薪(万元)', null],
    ['是否对口', 'major_match'],
    ['Date of Hire', 'hired_on'],
    ['place of work', 'city'],
    ['工作省份', 'province'],
    ['favourite color', null],
  ])('%s suggests %s', (header, field) => {
    expect(matchHeaders('hires', [header])).toEqual([field]);
  });

  it('suggest no field twice, and prefer the canonical name', () => {
    expect(matchHeaders('hires', ['学位', '学历', 'degree'])).toEqual([null, null, 'degree']);
    expect(matchHeaders('hires', ['学历', '学位'])).toEqual(['degree', null]);
  });

  it('are made unique', () => {
    expect(uniqueHeaders(['Name', ' Name ', '', 'Name', '', 'Name (2)'])).toEqual([
      'Name',
      'Name (2)',
      'Column 3',
      'Name (3)',
      'Column 5',
      'Name (2) (2)',
    ]);
  });

  it('say whether pay is by the month', () => {
    expect(['月薪', 'Monthly salary', '年薪', 'salary'].map(isMonthlyPay)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('issues', () => {
  it.each(ISSUE_CODES)('%s says the same in both languages', (code) => {
    const params = (language: Language) =>
      [...ISSUES[code].message[language].matchAll(/\{\w+\}/g)].map(String).toSorted();
    expect(params('zh')).toEqual(params('en'));
  });

  it('are filled in', () => {
    const params = { value: '2025-02-30' };
    expect(issueMessage('no_such_date', params, 'en')).toBe(
      '“2025-02-30” is no day of the calendar: correct the day or the month.',
    );
  });
});
