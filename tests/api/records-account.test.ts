import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIMENSION_IDS, dimension, type DimensionId } from '../../domain/dimensions.ts';
import { filtersToParameters } from '../../domain/filters.ts';
import { exportedHires, type ExportedHires } from '../support/exported-hires.ts';
import { EXPECTED } from '../unit/analytics/expected-values.ts';
import { expectSame } from '../unit/analytics/expect-same.ts';
import { groupsOf, peopleOf } from '../unit/analytics/selected-people.ts';
import { anySelection, asked, groupId } from './account-selection.ts';
import { demoApp, type DemoApp } from './demo-app.ts';

let demo: DemoApp;
beforeAll(async () => {
  demo = await demoApp();
});
afterAll(() => demo.close());

const AS_OF = ['2026-09-30', '2024-06-30', '2022-12-31'] as const;

const exportsByDay = new Map<string, Promise<ExportedHires>>();

/** Everybody as of a day, from the exported file. */
function everybody(asOf: string): Promise<ExportedHires> {
  const known = exportsByDay.get(asOf);
  if (known !== undefined) return known;
  const reading = demo
    .get(`/api/records.csv?asOf=${asOf}`)
    .then(async (response) => exportedHires(await response.text()));
  exportsByDay.set(asOf, reading);
  return reading;
}

/** The metrics of persons: those of counts and plans have no records. */
const PEOPLE_METRICS = Object.keys(EXPECTED) as (keyof typeof EXPECTED)[];

/** Values of the demo data by dimension, as they stand in the address; the blank one among them. */
const VALUES: Readonly<Record<DimensionId, readonly string[]>> = {
  school: ['1', '2', '5', '9', '13'],
  college: ['1', '2', '7', ''],
  major: ['1', '4', '8', '15', '20'],
  family: ['Materials', 'Computing & Data', ''],
  year: ['2018..2020', '2024', '2026', '2015'],
  hire_year: ['2019..2021', '2025', ''],
  degree: ['bachelor', 'master', 'associate', 'doctor'],
  channel: ['fair', 'internship', 'order_class', 'online'],
  department: ['Quality', 'Research & Development', 'Supply Chain', ''],
  city: ['Lanqi', 'Haixu', ''],
  intern: ['yes', 'no'],
  leave_type: ['resigned', 'dismissed', 'transfer', ''],
  leave_year: ['first', 'second', 'later', ''],
  outcome: [...Object.keys(dimension('outcome').codes ?? {}), ''],
  steps: [...Object.keys(dimension('steps').codes ?? {}), ''],
};

const selections = anySelection(DIMENSION_IDS, VALUES, AS_OF);

describe('every figure of the API', () => {
  const compared = new Map<string, number>();

  it.each(DIMENSION_IDS)(
    'by %s is what a person finds who counts the exported records one by one',
    async (grouped) => {
      await fc.assert(
        fc.asyncProperty(selections, async (one) => {
          const { filters, repeated, selection } = asked([grouped], one);
          const metrics = PEOPLE_METRICS.map((id) => `metric=${id}`).join('&');
          const path = `/api/query?${metrics}&by=${grouped}&limit=10000&${filters}`;
          const answer = await demo.json(path);
          expect(filtersToParameters(selection.where)).toEqual(repeated);

          const { hires, entries } = await everybody(one.asOf);
          const people = peopleOf(hires, selection, entries);
          const file = await demo.get(`/api/records.csv?${filters}`);
          expect(exportedHires(await file.text()).rows.length, filters).toBe(people.length);

          const groups = groupsOf(hires, selection, undefined, null, entries);
          expect(answer.rows.length, filters).toBe(groups.size - 1);
          for (const { key, values } of [{ key: null, values: answer.total }, ...answer.rows]) {
            const id = groupId(key, grouped);
            const group = groups.get(id);
            if (group === undefined) throw new Error(`${filters}: nobody has the key ${id}`);
            for (const metric of PEOPLE_METRICS) {
              expectSame(values[metric], EXPECTED[metric](group), `${metric} of ${id}, ${filters}`);
              if (values[metric].value !== null)
                compared.set(metric, (compared.get(metric) ?? 0) + 1);
            }
          }
        }),
        { numRuns: 3 },
      );
    },
  );

  it('was compared where it has a value', () => {
    for (const metric of PEOPLE_METRICS)
      expect(compared.get(metric) ?? 0, metric).toBeGreaterThan(
        metric === 'median_tenure' ? 1 : 50,
      );
  });

  it('counts of a chart are the sums of the exported file', async () => {
    const { rows } = await demo.json('/api/query?metric=hires&by=school&by=year&limit=10000');
    const file = await demo.get('/api/records.csv?behind=hires');
    const people = exportedHires(await file.text()).rows;
    const sums = new Map<string, number>();
    for (const row of people) {
      const key = `${row['school_id']} ${row['graduation_year']}`;
      sums.set(key, (sums.get(key) ?? 0) + 1);
    }
    const shown = rows.filter(
      (row: { values: { hires: { value: number } } }) => row.values.hires.value > 0,
    );
    expect(shown.length).toBe(sums.size);
    for (const { key, values } of shown) {
      expect(sums.get(`${key.school.id} ${key.year}`)).toBe(values.hires.value);
    }
    expect(people.length).toBeGreaterThan(1000);
  });
});
