import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DimensionId } from '../../domain/dimensions.ts';
import { commitAndWait, prepareFile } from '../../server/import/import-file.ts';
import { exportedHires } from '../support/exported-hires.ts';
import { exportedCohorts, exportedFamilies, exportedPlans } from '../support/exported-supply.ts';
import { EXPECTED_SUPPLY } from '../unit/analytics/expected-supply.ts';
import { expectSame } from '../unit/analytics/expect-same.ts';
import { groupsOf } from '../unit/analytics/selected-people.ts';
import { anySelection, asked, groupId } from './account-selection.ts';
import { demoApp, type DemoApp } from './demo-app.ts';

let demo: DemoApp;
beforeAll(async () => {
  demo = await demoApp();
});
afterAll(() => demo.close());

const LATEST = '2026-09-30';
const AS_OF = [LATEST, '2024-10-15'] as const;

const METRICS = Object.keys(EXPECTED_SUPPLY) as (keyof typeof EXPECTED_SUPPLY)[];

/** What counts and plans may be asked by, and two dimensions that neither has. */
const ASKED = [
  'school',
  'college',
  'major',
  'family',
  'year',
  'degree',
  'department',
  'channel',
] as const satisfies DimensionId[];

const VALUES: Readonly<Record<(typeof ASKED)[number], readonly string[]>> = {
  school: ['1', '2', '5', '9'],
  college: ['1', '2', '7', ''],
  major: ['1', '4', '8', '15', ''],
  family: ['Materials', 'Computing & Data', ''],
  year: ['2021..2023', '2024', '2025', '2027'],
  degree: ['bachelor', 'master', 'associate', ''],
  department: ['Quality', 'Research & Development', ''],
  channel: ['fair', 'online'],
};

const selections = anySelection(ASKED, VALUES, AS_OF);

const text = async (path: string): Promise<string> => (await demo.get(path)).text();

/** Everything that the exported files of a day tell. */
async function read(asOf: string) {
  const { hires, entries } = exportedHires(await text(`/api/records.csv?asOf=${asOf}`));
  const cohorts = await text(`/api/cohorts.csv?asOf=${asOf}`);
  const plans = await text('/api/plans.csv');
  const families = new Map([
    ...entries.majors.map(({ id, family }) => [id, family] as const),
    ...exportedFamilies(cohorts),
    ...exportedFamilies(plans),
  ]);
  return {
    hires,
    entries: { ...entries, majors: [...families].map(([id, family]) => ({ id, family })) },
    supply: { cohorts: exportedCohorts(cohorts), plans: exportedPlans(plans) },
  };
}

const readings = new Map<string, ReturnType<typeof read>>();

function exported(asOf: string): ReturnType<typeof read> {
  const reading = readings.get(asOf) ?? read(asOf);
  readings.set(asOf, reading);
  return reading;
}

describe('every figure of graduates and plans', () => {
  const compared = new Map<string, number>();

  it.each(ASKED)(
    'by %s is what a person finds who counts the exported files row by row',
    async (grouped) => {
      await fc.assert(
        fc.asyncProperty(selections, async (one) => {
          const { filters, selection } = asked([grouped], one);
          const metrics = [...METRICS, 'hires'].map((id) => `metric=${id}`).join('&');
          const answer = await demo.json(
            `/api/query?${metrics}&by=${grouped}&limit=10000&${filters}`,
          );
          const { hires, entries, supply } = await exported(one.asOf);
          // Counts of later days stand in the file of the latest day only.
          const groups = groupsOf(hires, selection, supply, null, entries);
          expect(answer.rows.length, filters).toBe(groups.size - 1);
          for (const { key, values } of [{ key: null, values: answer.total }, ...answer.rows]) {
            const id = groupId(key, grouped);
            const group = groups.get(id);
            if (group === undefined) throw new Error(`${filters}: nothing has the key ${id}`);
            for (const metric of METRICS) {
              expectSame(
                values[metric],
                EXPECTED_SUPPLY[metric](group),
                `${metric} of ${id}, ${filters}`,
              );
              if (values[metric].value !== null)
                compared.set(metric, (compared.get(metric) ?? 0) + 1);
            }
          }
        }),
        { numRuns: 2 },
      );
    },
    240_000,
  );

  it('was compared where it has a value', () => {
    for (const metric of METRICS) expect(compared.get(metric) ?? 0, metric).toBeGreaterThan(15);
  });
});

describe('the files of counts and plans', () => {
  it('hold what their filters choose, and refuse what they cannot be asked by', async () => {
    const rowsOf = async (path: string): Promise<Record<string, string>[]> =>
      parse(await text(path), { bom: true, columns: true });
    const all = await rowsOf('/api/cohorts.csv');
    const some = await rowsOf('/api/cohorts.csv?school=2&year=2023..2024&degree=bachelor');
    expect(some.length).toBeGreaterThan(10);
    expect(some).toEqual(
      all.filter(
        (row) =>
          row['school_id'] === '2' &&
          ['2023', '2024'].includes(row['graduation_year'] ?? '') &&
          row['degree'] === 'bachelor',
      ),
    );
    const plans = await rowsOf('/api/plans.csv?year=2025&major=');
    expect(plans.every((row) => row['major'] === 'any' && row['year'] === '2025')).toBe(true);
    expect(plans.length).toBeGreaterThan(0);
    expect((await demo.get('/api/plans.csv?school=1')).status).toBe(400);
    expect((await demo.get('/api/cohorts.csv?department=Quality')).status).toBe(400);
  });

  it.each(['cohorts', 'plans'] as const)(
    'of %s can be imported again, and then change nothing',
    async (kind) => {
      const path = join(demo.folder, `${kind}.csv`);
      const csv = await text(`/api/${kind}.csv`);
      writeFileSync(path, csv);
      const { imports } = demo.services;
      const mapping = { columns: {}, constants: {}, asOf: null, dateOrder: null, decimal: null };
      const { id, summary } = await prepareFile(imports, {
        kind,
        path,
        mapping,
        newNames: false,
        createdBy: null,
      });
      expect(summary).toMatchObject({ invalid: 0, new: 0, changed: 0 });
      const { result } = await commitAndWait(imports, id, false);
      expect(result).toMatchObject({ inserted: 0, updated: 0, skipped: 0 });
      expect(await text(`/api/${kind}.csv`)).toBe(csv);
    },
  );
});
