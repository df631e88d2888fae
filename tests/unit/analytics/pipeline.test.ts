import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay, yearOfDay } from '../../../domain/dates.ts';
import { EVENT_IDS } from '../../../domain/events.ts';
import type { HireMeasureId } from '../../../domain/measures.ts';
import type { MetricValue } from '../../../domain/metrics/value.ts';
import type { Hire } from '../../../domain/records/hire.ts';
import { activity } from '../../../server/analytics/activity.ts';
import { pipeline, type PipelineRow } from '../../../server/analytics/pipeline.ts';
import { queryMetrics } from '../../../server/analytics/query-metrics.ts';
import { scopeOfEverything, scopeOfSchool } from '../../../server/auth/scope.ts';
import type { Selection } from '../../../server/store/ports.ts';
import type { Person } from '../../support/brute-force.ts';
import { day, hire } from '../../support/plain-hire.ts';
import { anyHire, tidyHire } from '../../support/random-hires.ts';
import { anySelection } from '../../support/random-queries.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';
import { peopleOf } from './selected-people.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

const KNOWN_TO = fixedDay(2022, 12, 31);
const everything = { by: [], where: {}, asOf: KNOWN_TO, scope: scopeOfEverything() };

const count = (people: readonly Person[], id: HireMeasureId) =>
  people.reduce((sum, { measures }) => sum + measures[id], 0);

/** The groups of random selections, without the dimensions that a pipeline is made of. */
const anyCase = fc.record({
  hires: fc.oneof(
    fc.array(anyHire, { minLength: 1, maxLength: 60 }),
    fc.array(tidyHire, { minLength: 1, maxLength: 60 }),
  ),
  selections: fc.array(
    anySelection.map(({ by, ...rest }) => ({
      ...rest,
      by: by.filter((id) => id !== 'outcome' && id !== 'steps').slice(0, 1),
    })),
    { minLength: 5, maxLength: 5 },
  ),
  scope: fc.constantFrom(scopeOfEverything(), scopeOfSchool(2)),
});

/** Candidates of a selection by the JSON of their key. */
function candidatesOf(hires: readonly Hire[], selection: Selection): Map<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of peopleOf(hires, selection)) {
    if (person.measures.candidates === 0) continue;
    const key = JSON.stringify(selection.by.map((id) => person.dimensions[id]));
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return groups;
}

/** The rules of the stages in plain words, person by person. */
const REACHED = {
  candidates: () => true,
  offered: ({ measures }: Person) => measures.offers === 1,
  accepted: ({ measures }: Person) => measures.acceptances === 1,
  hired: ({ measures }: Person) => measures.hires === 1,
  one_year: ({ measures }: Person) => measures.first_year_stayed === 1,
  three_years: ({ measures }: Person) => measures.third_year_stayed === 1,
};

function expectRow(row: PipelineRow, people: readonly Person[]): void {
  expect(row.candidates).toBe(people.length);
  const complete = people.filter(({ dimensions }) => dimensions.steps === 'complete');
  for (const { id, count: shown } of row.path.stages)
    expect(shown, id).toBe(complete.filter(REACHED[id]).length);
  const counts = row.path.stages.map((stage) => stage.count);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  for (const [index, { id, count: shown, parts }] of row.path.stages.entries()) {
    const before = row.path.stages[index - 1]?.count ?? complete.length;
    expect(shown + parts.reduce((sum, part) => sum + part.count, 0), id).toBe(before);
    for (const part of parts) {
      const having = complete.filter(({ dimensions }) => dimensions.outcome === part.outcome);
      expect(part.count, part.outcome).toBe(having.length);
    }
  }
  expect(row.everybody.stages.map(({ id }) => id)).toEqual(['hired', 'one_year', 'three_years']);
  for (const { id, count: shown } of row.everybody.stages)
    expect(shown, `${id} of everybody`).toBe(people.filter(REACHED[id]).length);
  const { skipped, unknown } = row.apart;
  expect(complete.length + skipped.candidates + unknown.candidates).toBe(people.length);
  const found = (id: 'offered' | 'accepted' | 'hired') =>
    row.path.stages.find((stage) => stage.id === id)?.count ?? 0;
  expect(found('offered') + skipped.offers + unknown.offers).toBe(count(people, 'offers'));
  expect(found('accepted') + skipped.acceptances + unknown.acceptances).toBe(
    count(people, 'acceptances'),
  );
  expect(found('hired') + skipped.hires + unknown.hires).toBe(count(people, 'hires'));
  const { offered, decided, accepted, conversion } = row.conversion;
  expect(offered.n).toBe(count(people, 'interns_answer_known'));
  if (accepted.value !== null) {
    const product = (offered.value ?? 0) * (decided.value ?? 0) * accepted.value;
    expect(conversion.value).toBeCloseTo(product, 12);
  }
}

describe('the pipeline of a class', () => {
  it('has stages that never grow, parts that sum to the whole, and the people of a plain loop', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ hires, selections, scope }) => {
        storeHires(database, hires, KNOWN_TO);
        for (const random of selections) {
          const selection = { ...random, scope };
          const groups = candidatesOf(hires, selection);
          const { rows, total } = await pipeline(database.store.aggregator, selection);
          expect(rows.map(({ key }) => JSON.stringify(key)).toSorted()).toEqual(
            [...groups.keys()].toSorted(),
          );
          for (const row of rows) expectRow(row, groups.get(JSON.stringify(row.key)) ?? []);
          expectRow(total, [...groups.values()].flat());
          compared += rows.length;
        }
      }),
      { numRuns: 120 },
    );
    expect(compared).toBeGreaterThan(300);
  });

  it('gives the rates that the metrics give', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ hires, selections, scope }) => {
        storeHires(database, hires, KNOWN_TO);
        for (const random of selections) {
          const selection = { ...random, scope, limit: 10_000 };
          const ask = (where: Selection['where']) =>
            queryMetrics(database.store.aggregator, {
              ...selection,
              where,
              metrics: ['acceptance_rate', 'show_up_rate', 'first_year_turnover'],
            });
          const { total } = await pipeline(database.store.aggregator, selection);
          const compare = (name: string, rate: MetricValue, value: MetricValue | undefined) => {
            expect(rate, name).toEqual(value);
            if (rate.value !== null) seen.set(name, (seen.get(name) ?? 0) + 1);
          };
          const { steps } = selection.where;
          if (steps === undefined || steps.includes('complete')) {
            const complete = await ask({ ...selection.where, steps: ['complete'] });
            compare('acceptance', total.path.rates.accepted, complete.total['acceptance_rate']);
            compare('show-up', total.path.rates.hired, complete.total['show_up_rate']);
          }
          const all = await ask(selection.where);
          const turnover = all.total['first_year_turnover'];
          const { value, status, n } = total.everybody.rates.one_year;
          // An unknown reason apart, a rate of staying is the rest of the rate of leaving.
          expect([status, n]).toEqual([turnover?.status, turnover?.n]);
          if (value !== null && typeof turnover?.value === 'number') {
            expect(value).toBeCloseTo(1 - turnover.value, 12);
            seen.set('turnover', (seen.get('turnover') ?? 0) + 1);
          }
        }
      }),
      { numRuns: 80 },
    );
    for (const name of ['acceptance', 'show-up', 'turnover'])
      expect(seen.get(name) ?? 0, name).toBeGreaterThan(20);
  });

  it('splits the conversion of interns into factors: 100 eligible, 60 offered, 40 decided, 30 accepted', async () => {
    const intern = (dates: Parameters<typeof hire>[1]) =>
      hire(
        { graduationYear: 2021 },
        { internedFrom: '2020-07-01', internedTo: '2020-09-01', ...dates },
      );
    const offered = { offeredOn: '2020-11-01' };
    const people = (n: number, dates: Parameters<typeof hire>[1]) =>
      Array.from({ length: n }, () => intern(dates));
    storeHires(
      database,
      [
        ...people(30, { ...offered, acceptedOn: '2020-11-10' }),
        ...people(10, { ...offered, declinedOn: '2020-11-10' }),
        ...people(20, offered),
        ...people(40, {}),
      ],
      KNOWN_TO,
    );
    const { total } = await pipeline(database.store.aggregator, everything);
    const { conversion } = total;
    expect(conversion.offered).toMatchObject({ value: 0.6, n: 100, status: 'ok' });
    expect(conversion.decided).toMatchObject({ value: 40 / 60, n: 60 });
    expect(conversion.accepted).toMatchObject({ value: 0.75, n: 40 });
    expect(conversion.conversion).toMatchObject({ value: 0.3, n: 100 });
    const metrics = await queryMetrics(database.store.aggregator, {
      ...everything,
      metrics: ['intern_conversion'],
      limit: 1,
    });
    expect(conversion.conversion).toEqual(metrics.total['intern_conversion']);
  });

  it('keeps starts without a dated offer, and files without the steps, apart', async () => {
    const started = { hiredOn: '2021-07-01' };
    const all = { offeredOn: '2020-11-01', acceptedOn: '2020-11-20', ...started };
    storeHires(
      database,
      [
        hire({ graduationYear: 2021 }, all),
        hire({ graduationYear: 2021 }, started),
        hire({ graduationYear: 2021, known: 16 | 32 }, started),
      ],
      KNOWN_TO,
    );
    const { total } = await pipeline(database.store.aggregator, everything);
    expect(total.path.stages.map((stage) => stage.count)).toEqual([1, 1, 1, 1, 1, 0]);
    expect(total.everybody.stages.map((stage) => stage.count)).toEqual([3, 3, 0]);
    expect(total.apart.skipped).toMatchObject({ candidates: 1, offers: 0, hires: 1 });
    expect(total.apart.unknown).toMatchObject({ candidates: 1, offers: 0, hires: 1 });
    expect(total.everybody.rates.one_year).toMatchObject({ value: 1, n: 3, status: 'small' });
    expect(total.everybody.rates.three_years).toMatchObject({ value: null, status: 'open' });
  });

  it('refuses an as-of after the data', async () => {
    storeHires(database, [hire({}, { hiredOn: '2020-07-01' })], day('2022-12-31'));
    const late = { ...everything, asOf: day('2023-01-01') };
    await expect(pipeline(database.store.aggregator, late)).rejects.toMatchObject({ status: 400 });
    await expect(activity(database.store.aggregator, late)).rejects.toMatchObject({ status: 400 });
  });
});

describe('the activity of calendar years', () => {
  it('counts dated events like a plain loop, and as many offers and acceptances as the metrics', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ hires, selections, scope }) => {
        storeHires(database, hires, KNOWN_TO);
        for (const random of selections) {
          const selection = { ...random, scope };
          const expected = new Map<string, number>();
          for (const person of peopleOf(hires, selection)) {
            const key = selection.by.map((id) => person.dimensions[id]);
            for (const event of EVENT_IDS) {
              const at = person.events[event];
              if (at === null) continue;
              const id = JSON.stringify([key, yearOfDay(at), event]);
              expected.set(id, (expected.get(id) ?? 0) + 1);
            }
          }
          const answer = await activity(database.store.aggregator, selection);
          const answered = answer.rows.flatMap(({ key, eventYear, counts }) =>
            EVENT_IDS.filter((event) => counts[event] > 0).map((event): [string, number] => [
              JSON.stringify([key, eventYear, event]),
              counts[event],
            ]),
          );
          expect(new Map(answered)).toEqual(expected);
          const sum = (event: 'offered' | 'accepted') =>
            answer.total.reduce((all, { counts }) => all + counts[event], 0);
          const { total } = await queryMetrics(database.store.aggregator, {
            ...selection,
            metrics: ['offers', 'acceptances'],
            limit: 1,
          });
          expect(sum('offered')).toBe(total['offers']?.value);
          expect(sum('accepted')).toBe(total['acceptances']?.value);
          compared += answered.length;
        }
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
