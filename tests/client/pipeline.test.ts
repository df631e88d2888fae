// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { explainedOutcomes } from '../../client/panels/pipeline/explained-stages.ts';
import type { Filters } from '../../domain/filters.ts';
import type { Figure } from '../../client/api/figures.ts';
import type { Activity, Cohort, CohortRow } from '../../client/api/pipeline.ts';
import {
  activityYears,
  eventsShown,
  groupsTable,
  shownYear,
  yearsTable,
} from '../../client/panels/pipeline/activity-series.ts';
import { apartSentences } from '../../client/panels/pipeline/apart-sentences.ts';
import { conversionTable, numerator } from '../../client/panels/pipeline/conversion-table.ts';
import { largestLoss } from '../../client/panels/pipeline/largest-loss.ts';
import { pathRows, pathsTable } from '../../client/panels/pipeline/path-rows.ts';
import { shownStages, stageBars } from '../../client/panels/pipeline/stage-segments.ts';
import { stagesTable } from '../../client/panels/pipeline/stages-table.ts';
import { createFormatter } from '../../domain/formatter.ts';
import { startTranslation } from '../../client/i18n/start-translation.ts';
import { stagesOf, workStagesOf, type OutcomeCounts } from '../../domain/pipeline/stages.ts';

const rate = (value: number, n = 50): Figure => ({ value, n, status: 'ok' });
const NOBODY = { candidates: 0, offers: 0, acceptances: 0, hires: 0 };

function row(counts: OutcomeCounts, key: CohortRow['key'] = {}): CohortRow {
  return {
    key,
    candidates: Object.values(counts).reduce((sum, count) => sum + count, 0),
    path: {
      stages: stagesOf(counts).map(({ id, count, parts }) => ({ id, count, parts: [...parts] })),
      rates: {
        offered: rate(0.9),
        accepted: rate(0.8),
        hired: rate(0.7),
        one_year: rate(0.1),
        three_years: rate(0.1),
      },
    },
    everybody: {
      stages: workStagesOf(counts).map(({ id, count, parts }) => ({
        id,
        count,
        parts: [...parts],
      })),
      rates: { one_year: rate(0.6), three_years: rate(0.5) },
    },
    apart: { skipped: NOBODY, unknown: NOBODY },
    conversion: {
      offered: rate(0.6, 100),
      decided: rate(40 / 60, 60),
      accepted: rate(0.75, 40),
      conversion: rate(0.3, 100),
    },
  };
}

const COUNTS = {
  not_offered: 40,
  declined: 20,
  pending: 5,
  reneged: 3,
  waiting: 2,
  left_first_year: 6,
  first_year: 9,
  untracked: 1,
  left_three_years: 30,
  stayed_year: 12,
  stayed_three_years: 22,
};

describe('the bars of the stages', () => {
  it('are as long as the stage before, without a bar that nobody can have come to', () => {
    const bars = stageBars(row(COUNTS).path.stages, 'Here', 'en');
    expect(bars.map(({ id, count }) => [id, count])).toEqual([
      ['candidates', 150],
      ['offered', 110],
      ['accepted', 85],
      ['hired', 80],
      ['one_year', 64],
      ['three_years', 22],
    ]);
    const lengths = bars.map(({ segments }) =>
      segments.reduce((sum, segment) => sum + segment.count, 0),
    );
    expect(lengths).toEqual([150, 150, 110, 85, 80, 64]);
    expect(bars[2]?.segments.slice(1)).toEqual([
      { kind: 'lost', label: 'Declined the offer', count: 20, outcome: 'declined' },
      { kind: 'open', label: 'Offered, no answer on record', count: 5, outcome: 'pending' },
    ]);
    const young = stageBars(row({ first_year: 12 }).path.stages, 'Here', 'zh');
    expect(young.map(({ id }) => id)).toEqual([
      'candidates',
      'offered',
      'accepted',
      'hired',
      'one_year',
    ]);
  });

  it('begin with the start of work where no step before it is on record', () => {
    const { everybody, ...rest } = row({ stayed_year: 3 });
    expect(shownStages({ ...rest, everybody })[0]?.id).toBe('candidates');
    const none = row({});
    expect(shownStages({ ...none, everybody }).map(({ id }) => id)).toEqual([
      'hired',
      'one_year',
      'three_years',
    ]);
  });

  it('have a table with every part, each a filter', () => {
    const labels = {
      stage: 'Stage',
      what: 'What',
      people: 'People',
      here: 'Here',
      stageName: (id: string) => id,
    };
    const bars = stageBars(row(COUNTS).path.stages, 'Here', 'en');
    const selection: Filters = { outcome: ['declined', 'stayed_year'], school: [3] };
    const table = stagesTable(bars, labels, (outcomes) => explainedOutcomes(selection, outcomes));
    const peopleOf = (id: string) => table.rows.find((one) => one.id === id)?.cells.at(-1);
    expect(peopleOf('one_year')).toMatchObject({
      explain: { metric: 'candidates', selected: { outcome: ['stayed_year'], school: ['3'] } },
    });
    expect(peopleOf('offered')).toMatchObject({
      explain: { selected: { outcome: ['declined', 'stayed_year'] } },
    });
    // Nobody of the selection can be there: a link would lead to everybody.
    expect(peopleOf('three_years')).toMatchObject({ explain: undefined });
    const parts = table.rows.filter(({ id }) => id.includes('-'));
    expect(parts.map(({ id }) => id)).toContain('accepted-declined');
    expect(parts.every(({ cells }) => cells[1]?.kind === 'text' && cells[1].filter)).toBe(true);
    const total = parts.reduce(
      (sum, { cells }) => sum + (cells[2]?.kind === 'count' ? cells[2].count : 0),
      0,
    );
    expect(total + COUNTS.stayed_three_years).toBe(150);
  });
});

describe('the largest loss', () => {
  it('is the step with most people lost, from the offer on, among those it can be said of', () => {
    expect(largestLoss(row(COUNTS).path.stages)).toEqual({
      key: 'stages.loss.three_years',
      lost: 30,
      among: 52,
      open: 12,
    });
    expect(largestLoss(row({ ...COUNTS, left_three_years: 1 }).path.stages)).toEqual({
      key: 'stages.loss.accepted',
      lost: 20,
      among: 81,
      open: 5,
    });
  });

  it('is not said of few people, nor where nobody was lost', () => {
    expect(largestLoss(row({ declined: 5, waiting: 4 }).path.stages)).toBeNull();
    expect(largestLoss(row({ not_offered: 500, waiting: 40 }).path.stages)).toBeNull();
  });

  it('is a sentence in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const { t } = startTranslation(language);
      const loss = largestLoss(row(COUNTS).path.stages);
      const text = loss === null ? '' : t(loss.key, { ...loss, share: '57.7%' });
      for (const number of ['30', '52', '57.7%', '12']) expect(text).toContain(number);
      expect(text).not.toContain('{{');
    }
  });
});

describe('who stands apart', () => {
  it('is said with their number, and only where there is somebody', () => {
    const { t } = startTranslation('en');
    const format = createFormatter('en', 'CNY');
    expect(apartSentences({ apart: { skipped: NOBODY, unknown: NOBODY } }, format, t)).toEqual([]);
    const skipped = { candidates: 1200, offers: 3, acceptances: 4, hires: 900 };
    const [sentence] = apartSentences({ apart: { skipped, unknown: NOBODY } }, format, t);
    expect(sentence).toMatch(/1,200.*900/);
  });
});

const COHORT: Cohort = {
  mode: 'cohort',
  by: 'intern',
  asOf: '2026-09-30',
  version: 1,
  total: row(COUNTS),
  rows: [row({ declined: 3 }, { intern: 'no' }), row({ stayed_year: 9 }, { intern: 'yes' })],
};

describe('the comparison of groups', () => {
  it('has the largest first, with rates of the recorded path and of everybody at work', () => {
    const rows = pathRows(COHORT, 'zh');
    expect(rows.map(({ id, name, candidates }) => [id, name, candidates])).toEqual([
      ['yes', '曾实习', 9],
      ['no', '未实习', 3],
    ]);
    expect(rows[0]?.rates).toMatchObject({ accepted: { value: 0.8 }, one_year: { value: 0.6 } });
    const table = pathsTable('intern', rows, { group: 'G', candidates: 'C', stage: (id) => id });
    expect(table.columns).toHaveLength(7);
    expect(table.rows[0]?.cells[0]).toMatchObject({
      filter: { dimension: 'intern', value: 'yes' },
    });
  });

  it('has the numbers that the conversion is made of', () => {
    const labels = { group: 'G', all: 'All', eligible: 'E', factor: (id: string) => id };
    const table = conversionTable(COHORT, labels, 'en');
    expect(table.rows.map(({ id }) => id)).toEqual(['all', '=no', '=yes']);
    expect(table.rows[0]?.cells[1]).toEqual({ kind: 'count', count: 100 });
    const { offered, decided, accepted, conversion } = COHORT.total.conversion;
    expect([offered, decided, accepted, conversion].map(numerator)).toEqual([60, 40, 30, 30]);
    const none = { ...COHORT.total, conversion: { ...COHORT.total.conversion } };
    none.conversion.conversion = { value: null, n: 0, status: 'no_denominator' };
    expect(conversionTable({ ...COHORT, total: none }, labels, 'en').rows).toEqual([]);
  });
});

const NO_EVENTS = {
  interned: 0,
  offered: 0,
  accepted: 0,
  declined: 0,
  withdrawn: 0,
  hired: 0,
  left: 0,
  promoted: 0,
};
const happened = (eventYear: number, counts: Partial<typeof NO_EVENTS>, key = {}) => ({
  key,
  eventYear,
  counts: { ...NO_EVENTS, ...counts },
});

describe('the activity of calendar years', () => {
  const total = [happened(2019, { offered: 5, hired: 2 }), happened(2021, { hired: 4 })];
  const activity: Activity = {
    mode: 'activity',
    by: 'channel',
    asOf: '2021-06-30',
    version: 1,
    total,
    rows: [
      happened(2019, { offered: 1 }, { channel: 'fair' }),
      happened(2019, { offered: 4, hired: 2 }, { channel: null }),
      happened(2021, { hired: 4 }, { channel: 'fair' }),
    ],
  };

  it('has every year, also one without an event, and only events that happened', () => {
    expect(activityYears(total).map(({ year, counts }) => [year, counts['hired']])).toEqual([
      [2019, 2],
      [2020, 0],
      [2021, 4],
    ]);
    expect(eventsShown(total)).toEqual(['offered', 'hired']);
    const table = yearsTable(total, { first: 'Year', name: (year) => `${year}` }, {}, 'en');
    expect(table.rows.map(({ id }) => id)).toEqual(['2019', '2020', '2021']);
    expect(table.rows[0]?.cells.slice(1)).toMatchObject([
      { explain: undefined },
      { explain: { metric: 'hires', selected: { hire_year: ['2019'] } } },
    ]);
    expect(activityYears([])).toEqual([]);
  });

  it('shows groups of the last year that was over, or of the one in the address', () => {
    expect(shownYear(activity, undefined)).toBe(2019);
    expect(shownYear(activity, '2021')).toBe(2021);
    expect(shownYear(activity, '1999')).toBe(2019);
    expect(shownYear({ ...activity, asOf: '2021-12-31' }, undefined)).toBe(2021);
    expect(shownYear({ total: [], asOf: '2021-12-31' }, undefined)).toBeNull();
    const table = groupsTable(activity, 2019, 'Channel', {}, 'en');
    expect(table.rows.map(({ id }) => id)).toEqual(['', 'fair']);
  });
});
