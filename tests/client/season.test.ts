import { describe, expect, it } from 'vitest';
import { explained } from '../../client/frame/explanation.ts';
import type { ActionPerson, Season } from '../../client/api/season.ts';
import { actionTable } from '../../client/panels/season/action-table.ts';
import { planOf, seasonStanding } from '../../client/panels/season/season-answer.ts';
import { groupsTable } from '../../client/panels/season/season-groups.ts';
import { hasEvents, linesTable, seasonLines } from '../../client/panels/season/season-lines.ts';
import en from '../../client/i18n/en.json' with { type: 'json' };
import zh from '../../client/i18n/zh.json' with { type: 'json' };

const counts = (accepted: number, offered = accepted) => ({
  accepted,
  offered,
  withdrawn: 0,
  hired: 0,
});

function curve(year: number, accepted: readonly number[]): Season['seasons'][number] {
  return {
    year,
    asOf: `${year - 1}-11-24`,
    points: accepted.map((count, week) => ({
      week,
      day: `${year - 1}-09-0${week + 1}`,
      counts: counts(count),
    })),
  };
}

function season(now: number, before: number, planned: Season['planned'] = null): Season {
  return {
    by: 'school',
    asOf: '2025-11-24',
    version: 1,
    season: 2026,
    running: true,
    planned,
    seasons: [curve(2026, [0, now]), curve(2025, [1, before]), curve(2024, [0, 3])],
    rows: [
      {
        key: { school: { id: 3, name: 'North University', nameZh: '北方大学' } },
        seasons: [counts(4), counts(9), counts(0)],
      },
      { key: { school: { id: 5, name: 'South College', nameZh: null } }, seasons: [] },
      {
        key: { school: { id: 7, name: 'East College', nameZh: null } },
        seasons: [counts(8, 9), counts(2, 2), counts(0)],
      },
      {
        key: { school: { id: 8, name: 'Nowhere', nameZh: null } },
        seasons: [counts(0), counts(0), counts(5)],
      },
    ],
  };
}

const PLAN = { value: 140, n: 140, status: 'ok' } as const;

describe('how a season stands', () => {
  it('is said against the same day and the plan', () => {
    expect(seasonStanding(season(62, 55, PLAN), 'accepted')).toEqual({
      key: 'seasonPage.answer.acceptedPlan',
      now: 62,
      before: 55,
      plan: 140,
    });
    expect(seasonStanding(season(62, 55, PLAN), 'offered')?.key).toBe('seasonPage.answer.offered');
    const none = { value: null, n: 0, status: 'not_applicable' } as const;
    expect(seasonStanding(season(62, 0, none), 'accepted')).toMatchObject({
      key: 'seasonPage.answer.accepted',
      before: 0,
    });
    expect(planOf({ planned: none })).toBeNull();
  });

  it('is not said below 10, nor without a season', () => {
    expect(seasonStanding(season(9, 55, PLAN), 'accepted')).toBeNull();
    expect(seasonStanding(season(10, 55, PLAN), 'accepted')).not.toBeNull();
    const nothing = { ...season(0, 0), season: null, seasons: [] };
    expect(seasonStanding(nothing, 'accepted')).toBeNull();
  });

  it('has its sentences in both languages, with every number', () => {
    for (const { answer } of [en.seasonPage, zh.seasonPage]) {
      for (const name of ['day', 'now', 'before', 'plan'])
        expect(answer.acceptedPlan).toContain(`{{${name}}}`);
    }
  });
});

const explainOf = (year: number, day: string) => explained('acceptances', {}, { year }, day);

describe('the lines of seasons', () => {
  it('lie over each other by week, under the days of the running one', () => {
    const rows = seasonLines(season(12, 7), 'accepted');
    expect(rows).toEqual([
      { week: 0, day: '2025-09-01', values: { 2026: 0, 2025: 1, 2024: 0 } },
      { week: 1, day: '2025-09-02', values: { 2026: 12, 2025: 7, 2024: 3 } },
    ]);
    const labels = { week: 'Week', day: 'Day', season: (year: number) => `C${year}` };
    const table = linesTable(season(12, 7), rows, labels, explainOf);
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Week',
      'Day',
      'C2026',
      'C2025',
      'C2024',
    ]);
    expect(table.rows).toHaveLength(2);
    // Each season is as of its own day.
    expect(table.rows[1]?.cells[3]).toMatchObject({
      count: 7,
      explain: { metric: 'acceptances', selected: { year: ['2025'] }, asOf: '2024-09-02' },
    });
  });

  it('are none where nothing happened', () => {
    const empty = { ...season(0, 0), seasons: [curve(2026, [0, 0])] };
    const rows = seasonLines(empty, 'accepted');
    expect(hasEvents(rows)).toBe(false);
    const labels = { week: '', day: '', season: String };
    expect(linesTable(empty, rows, labels, explainOf).rows).toEqual([]);
  });
});

describe('the groups of a season', () => {
  it('stand by their acceptances, without those in which nothing happened in either season', () => {
    const table = groupsTable(
      season(12, 7),
      {
        group: 'School',
        accepted: ['A26', 'A25'],
        offered: ['O26', 'O25'],
        change: 'Change',
        difference: (value) => (value > 0 ? `+${value}` : String(value)),
      },
      (metric, key, asOf) => explained(metric, {}, key, asOf),
      'zh',
    );
    expect(table.rows.map(({ id }) => id)).toEqual(['=7', '=3']);
    expect(table.rows[1]?.cells).toMatchObject([
      { kind: 'text', text: '北方大学', filter: { dimension: 'school', value: '3' } },
      { kind: 'count', count: 4, explain: { selected: { school: ['3'], year: ['2026'] } } },
      { kind: 'count', count: 9, explain: { asOf: '2024-11-24' } },
      { kind: 'text', text: '-5' },
      { kind: 'count', count: 4 },
      { kind: 'count', count: 9 },
    ]);
  });
});

describe('a list of people', () => {
  const person: ActionPerson = {
    id: 12,
    candidate_id: null,
    employee_id: '007',
    school: { id: 3, name: 'North University', nameZh: null },
    major: { id: 4, name: 'Chemistry', nameZh: '化学' },
    department: null,
    degree: 'bachelor',
    graduation_year: 2026,
    interned_from: '2025-07-01',
    interned_to: '2025-12-01',
    offered_on: null,
    accepted_on: '2025-11-11',
    hired_on: null,
    due_on: '2025-12-01',
    days: -3,
    past_renege_rate: { value: 0.1, n: 40, status: 'ok' },
  };
  const words = {
    heading: (column: string) => column,
    when: (days: number) => `${days} d`,
    state: (offered: string | null) => offered ?? 'none',
    past: (school: string) => explained('renege_rate', {}, { school, year: '2020..2024' }),
  };

  it('says who, from where, and why, each name a filter', () => {
    const [row] = actionTable('internships', [person], words, 'zh').rows;
    expect(row?.cells).toEqual([
      { kind: 'text', text: '007', record: 12 },
      { kind: 'text', text: 'North University', filter: { dimension: 'school', value: '3' } },
      { kind: 'text', text: '化学', filter: { dimension: 'major', value: '4' } },
      { kind: 'text', text: '2025-12-01' },
      { kind: 'text', text: '-3 d' },
      { kind: 'text', text: 'none' },
    ]);
    const nameless = { ...person, employee_id: null };
    const [other] = actionTable('contracts', [nameless], words, 'en').rows;
    expect(other?.cells[0]).toEqual({ kind: 'text', text: '#12', record: 12 });
    expect(other?.cells[3]).toMatchObject({ text: 'Not given', filter: { value: '' } });
  });

  it('shows the past reneging of the school with the number of people', () => {
    const table = actionTable('reneging', [person], words, 'en');
    expect(table.columns.map(({ id }) => id).slice(-2)).toEqual(['past', 'past_n']);
    expect(table.rows[0]?.cells.slice(-2)).toMatchObject([
      {
        kind: 'figure',
        unit: 'percent',
        figure: person.past_renege_rate,
        explain: { metric: 'renege_rate', selected: { school: ['3'], year: ['2020..2024'] } },
      },
      { kind: 'count', count: 40 },
    ]);
    const unknown = { ...person, past_renege_rate: null };
    expect(actionTable('reneging', [unknown], words, 'en').rows[0]?.cells.at(-1)).toEqual({
      kind: 'count',
      count: 0,
    });
  });
});
