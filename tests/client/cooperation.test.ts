import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTicks } from '../../client/charts/timeline-chart.tsx';
import type { LedgerEntry } from '../../client/api/cooperation.ts';
import {
  changeOf,
  clashesOf,
  fieldsFor,
  writtenOf,
} from '../../client/panels/cooperation/entry-form.ts';
import { rowsOf, timelineOf } from '../../client/panels/cooperation/timeline-shape.ts';
import { isoFromDay } from '../../domain/dates.ts';
import { day } from '../support/ledger-entry.ts';

const ENTRY: LedgerEntry = {
  id: 1,
  revision: 2,
  school: { id: 3, name: 'North', nameZh: null },
  college: null,
  kind: 'agreement',
  title: 'Agreement',
  starts_on: '2024-01-01',
  ends_on: null,
  status: 'active',
  people: null,
  seats: null,
  amount: 1000,
  outcome: null,
  next_on: null,
  contact_role: null,
  shared: false,
  used: [{ year: 2024, people: 3 }],
  courses: null,
  hours: null,
  mentors: null,
  results_stage: null,
  minutes: null,
  promises: [{ due_on: '2026-12-01', owner: 'HR', text: 'Call', done: true, confirmed_on: null }],
  links: [],
};

describe('rows of a lane', () => {
  const bound = fc.option(fc.integer({ min: 0, max: 3000 }));
  const span = fc
    .record({ from: bound, to: bound })
    .filter(({ from, to }) => from === null || to === null || from <= to);

  it('hold every span without an overlap, open ends included, in no more rows than ever stand side by side', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 25 }), (spans) => {
        const rows = rowsOf(spans);
        expect(rows).toHaveLength(spans.length);
        const end = (one: (typeof spans)[number]) =>
          Math.max(one.to ?? Infinity, (one.from ?? -Infinity) + 45);
        const meet = (a: (typeof spans)[number], b: (typeof spans)[number]) =>
          (a.from ?? -Infinity) <= end(b) && (b.from ?? -Infinity) <= end(a);
        for (const [index, one] of spans.entries()) {
          for (const [other, two] of spans.entries()) {
            if (index < other && rows[index] === rows[other]) expect(meet(one, two)).toBe(false);
          }
        }
        const starts = spans.map(({ from }) => from ?? -Infinity);
        const deepest = Math.max(
          0,
          ...starts.map(
            (at) => spans.filter((one) => (one.from ?? -Infinity) <= at && end(one) >= at).length,
          ),
        );
        expect(Math.max(-1, ...rows) + 1).toBe(deepest);
      }),
    );
  });
});

describe('the timeline', () => {
  it('spans whole years around entries, hires and the day it is looked at', () => {
    const undated = { ...ENTRY, id: 2, starts_on: null };
    const visit: LedgerEntry = { ...ENTRY, id: 3, kind: 'visit', starts_on: '2019-05-06' };
    const timeline = timelineOf(
      [ENTRY, undated, visit],
      [{ year: 2021, hires: 4 }],
      day('2026-09-30'),
    );
    expect([timeline.from, timeline.to].map(isoFromDay)).toEqual(['2019-01-01', '2027-01-01']);
    expect(timeline.undated).toBe(1);
    expect(timeline.lanes.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['agreement', 1],
      ['visit', 1],
    ]);
    expect(timeline.lanes[0]?.bars[0]?.span.to).toBeNull();
    expect(timeline.lanes[1]?.bars[0]?.span).toEqual({
      from: day('2019-05-06'),
      to: day('2019-05-06'),
    });
  });

  it.each([
    [0, [0]],
    [1, [0, 1]],
    [3, [0, 5]],
    [7, [0, 5, 10]],
    [180, [0, 100, 200]],
    [355, [0, 250, 500]],
  ])('marks counts up to %i at %j', (most, ticks) => {
    expect(countTicks(most)).toEqual(ticks);
  });
});

describe('the form of an entry', () => {
  it('shows the fields of its kind, and every field that holds something', () => {
    const written = writtenOf(ENTRY);
    expect(fieldsFor('agreement', written)).toContain('used');
    expect(fieldsFor('agreement', {})).not.toContain('used');
    expect(fieldsFor('research', {})).toContain('results_stage');
    expect(written['promises']).toBe('2026-12-01 [HR] Call ✓');
  });

  it('sends what differs, blank as nothing, the school by its id', () => {
    const base = writtenOf(ENTRY);
    expect(changeOf({ title: 'Agreement ', amount: '1000' }, base)).toEqual({});
    expect(changeOf({ title: 'New', amount: ' ', school: '4' }, base)).toEqual({
      title: 'New',
      amount: null,
      school: 4,
    });
  });

  it('sets what somebody else changed beside what one has written', () => {
    const before = writtenOf(ENTRY);
    const current = writtenOf({ ...ENTRY, title: 'Theirs', people: 4 });
    expect(clashesOf(before, current, { title: 'Mine', outcome: 'Mine too' })).toEqual([
      { field: 'title', theirs: 'Theirs', mine: 'Mine' },
      { field: 'people', theirs: '4', mine: null },
    ]);
  });
});
