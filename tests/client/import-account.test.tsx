// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IssueGroup, Summary } from '../../domain/records/import-shapes.ts';
import {
  accountOfResult,
  accountOfSummary,
  type Account,
} from '../../client/panels/import/account.ts';
import { blockedBy } from '../../client/panels/import/commit-state.ts';
import { issuesByCode, messageOfAll } from '../../client/panels/import/issue-groups.ts';
import {
  NO_NAMES,
  countChoices,
  withChoice,
  withOthersNew,
} from '../../client/panels/import/name-state.ts';
import { emptySummary } from '../support/import-summary.ts';

const counts = fc.record({
  new: fc.nat(1000),
  changed: fc.nat(1000),
  unchanged: fc.nat(1000),
  invalid: fc.nat(1000),
  duplicates: fc.nat(3),
  rehires: fc.nat(3),
  blank: fc.nat(3),
  totals: fc.nat(3),
});

function sum(account: Account, nested: boolean): number {
  return account.rows
    .filter((row) => row.nested === nested)
    .reduce((total, { count }) => total + count, 0);
}

describe('the account of a file', () => {
  it('adds up, whatever the rows', () => {
    fc.assert(
      fc.property(counts, (parts) => {
        const account = accountOfSummary({ ...emptySummary, ...parts });
        const skipped = account.rows.find(({ part }) => part === 'skipped');
        expect(sum(account, false)).toBe(account.total);
        expect(sum(account, true)).toBe(skipped?.count);
      }),
    );
  });

  it('says the same before and after the commit', () => {
    fc.assert(
      fc.property(counts, (parts) => {
        const { new: inserted, changed: updated, ...others } = parts;
        const { invalid, duplicates, rehires, blank, totals } = others;
        const skipped = invalid + duplicates + rehires + blank + totals;
        const created = { schools: 0, majors: 0, colleges: 0 };
        const result = { ...others, inserted, updated, skipped, removed: 0, created };
        expect(accountOfResult(result)).toEqual(accountOfSummary({ ...emptySummary, ...parts }));
      }),
    );
  });
});

const badDate: IssueGroup = {
  column: '入职日期',
  code: 'unreadable_date',
  value: 'soon',
  params: { value: 'soon' },
  suggestion: null,
  count: 1,
  lines: [3],
};

const mixed: Summary = {
  ...emptySummary,
  issues: [
    { code: 'unreadable_date', count: 2, severity: 'error' },
    { code: 'required_unmapped', count: 9, severity: 'error' },
    { code: 'no_leavers', count: 1, severity: 'warning' },
  ],
  groups: [
    badDate,
    { ...badDate, lines: [4], value: 'later', params: { value: 'later' } },
    {
      ...badDate,
      code: 'required_unmapped',
      column: null,
      value: null,
      params: { field: 'graduation_year' },
    },
  ],
};

describe('issues', () => {
  it('stand by severity, the most frequent first', () => {
    const codes = (severity: 'error' | 'warning') =>
      issuesByCode(mixed, severity).map(({ code }) => code);
    expect(codes('error')).toEqual(['required_unmapped', 'unreadable_date']);
    expect(codes('warning')).toEqual(['no_leavers']);
  });

  it('are told by the sentence that all examples share, else with … for what differs', () => {
    const [unmapped, unreadable] = issuesByCode(mixed, 'error');
    if (unmapped === undefined || unreadable === undefined) throw new Error('two groups expected');
    expect(messageOfAll(unmapped, 'hires', 'en')).toContain('No column gives Graduation year');
    expect(messageOfAll(unmapped, 'hires', 'zh')).toContain('毕业年份');
    expect(messageOfAll(unreadable, 'hires', 'en')).toMatch(/^“…” is not a date/);
    expect(messageOfAll({ ...unreadable, groups: [badDate] }, 'hires', 'zh')).toContain('“soon”');
  });
});

describe('committing', () => {
  const ready = {
    summary: { ...emptySummary, new: 3 },
    mappingChanged: false,
    namesChanged: false,
    valuesChanged: false,
    skipInvalid: false,
  };

  it('is free where nothing must be answered', () => {
    expect(blockedBy(ready)).toBeNull();
  });

  it.each([
    ['unchecked', { ...ready, summary: null }],
    ['mappingChanged', { ...ready, mappingChanged: true }],
    ['namesChanged', { ...ready, namesChanged: true }],
    ['valuesChanged', { ...ready, valuesChanged: true }],
    ['required', { ...ready, summary: mixed }],
    ['invalidRows', { ...ready, summary: { ...ready.summary, invalid: 1 } }],
    ['nothingValid', { ...ready, summary: emptySummary }],
  ] as const)('is blocked: %s', (reason, state) => {
    expect(blockedBy(state)).toBe(reason);
  });

  it('is free again where invalid rows are left out', () => {
    const summary = { ...ready.summary, invalid: 1 };
    expect(blockedBy({ ...ready, summary, skipInvalid: true })).toBeNull();
  });
});

describe('answers about names', () => {
  const unresolved = ['A', 'B', 'C'].map((name) => ({ name, count: 1, suggestions: [] }));

  it('can be taken back', () => {
    const once = withChoice(NO_NAMES, 'school', 'A', 7);
    expect(countChoices(once)).toBe(1);
    expect(withChoice(once, 'school', 'A', null)).toEqual(NO_NAMES);
  });

  it('stay as they are where all others are said to be new', () => {
    const once = withChoice(NO_NAMES, 'school', 'B', 7);
    const all = withOthersNew(once, 'school', unresolved);
    expect(all).toEqual({ school: { A: 'new', B: 7, C: 'new' }, major: {} });
  });
});
