import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_IDS } from '../../domain/events.ts';
import { OUTCOME_IDS } from '../../domain/outcomes.ts';
import { expectError } from './expect-error.ts';
import { AS_OF_ISO, readApp, type ReadApp } from './read-app.ts';

let read: ReadApp;
beforeAll(async () => {
  read = await readApp();
});
afterAll(() => read.remove());

async function ok(path: string) {
  const { status, body, text } = await read.ask(path);
  expect(status, `${path}: ${text}`).toBe(200);
  return body;
}

interface Counted {
  readonly count: number;
}

describe('GET /api/pipeline', () => {
  it('tells in cohort mode how far the people of a selection came, by group and together', async () => {
    const body = await ok('/api/pipeline?by=school&year=2019..2021');
    expect(Object.keys(body).toSorted()).toEqual(['asOf', 'mode', 'rows', 'total', 'version']);
    expect(body).toMatchObject({ mode: 'cohort', asOf: AS_OF_ISO });
    expect(body.rows.map(({ key }: { key: { school: { id: number } } }) => key.school.id)).toEqual([
      1, 2, 3,
    ]);
    const { total } = body;
    expect(total.path.stages.map(({ id }: { id: string }) => id)).toEqual([
      'candidates',
      'offered',
      'accepted',
      'hired',
      'one_year',
      'three_years',
    ]);
    for (const [index, { count }] of total.path.stages.entries()) {
      const sum = body.rows.reduce(
        (all: number, row: { path: { stages: Counted[] } }) =>
          all + (row.path.stages[index]?.count ?? 0),
        0,
      );
      expect(count).toBe(sum);
    }
  });

  it('has the people of every part behind it: the filter on that outcome finds as many', async () => {
    const { total } = await ok('/api/pipeline');
    for (const { parts } of total.path.stages) {
      for (const { outcome, count } of parts) {
        const query = `metric=candidates&outcome=${outcome}&steps=complete`;
        const answer = await ok(`/api/query?${query}`);
        expect(answer.total.candidates.value, outcome).toBe(count);
        const { rows } = await ok(`/api/records?outcome=${outcome}&steps=complete&limit=1000`);
        expect(rows.length, outcome).toBe(count);
      }
    }
    const byOutcome = await ok('/api/query?metric=candidates&by=outcome');
    const known = byOutcome.rows.map(({ key }: { key: { outcome: string } }) => key.outcome);
    expect(known.filter((id: string | null) => id !== null)).toEqual(
      expect.arrayContaining(['first_year', 'stayed_year']),
    );
    for (const id of known) if (id !== null) expect(OUTCOME_IDS).toContain(id);
  });

  it('tells in activity mode what happened in each calendar year', async () => {
    const body = await ok('/api/pipeline?mode=activity&by=channel&asOf=2021-12-31');
    expect(body).toMatchObject({ mode: 'activity', asOf: '2021-12-31' });
    for (const { eventYear, counts, key } of body.total) {
      expect(key).toEqual({});
      expect(Object.keys(counts)).toEqual(EVENT_IDS);
      expect(eventYear).toBeLessThanOrEqual(2021);
      for (const event of EVENT_IDS) {
        const rows = body.rows.filter((row: { eventYear: number }) => row.eventYear === eventYear);
        const sum = rows.reduce(
          (all: number, row: { counts: Record<string, number> }) => all + (row.counts[event] ?? 0),
          0,
        );
        expect(counts[event]).toBe(sum);
      }
    }
    expect(Object.keys(body.rows[0].key)).toEqual(['channel']);
  });

  it('refuses what it cannot split by, and what it does not know, in a sentence', async () => {
    const refusals = [
      ['by=outcome', /choose another dimension/],
      ['by=school&by=year', /at most 1/],
      ['mode=people', /cohort, activity/],
      ['stage=hired', /stage/],
      ['outcome=lost', /declined/],
    ] as const;
    for (const [query, words] of refusals) {
      const answer = await read.ask(`/api/pipeline?${query}`);
      expectError(answer, 400, 'invalid_input');
      expect(answer.body.error.message).toMatch(words);
    }
  });
});
