import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay, isoFromDay, type Day } from '../../../domain/dates.ts';
import { HIRE_MEASURE_IDS } from '../../../domain/measures.ts';
import { KNOWN, type Hire } from '../../../domain/records/hire.ts';
import { scopeOfEverything } from '../../../server/auth/scope.ts';
import { personOf } from '../../support/brute-force.ts';
import { ALL_KNOWN, day, hire } from '../../support/plain-hire.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

const DATA_AS_OF = day('2040-12-31');

/** Compares every measure, the tenure, the internship and how far each hire came alone with the plain rules. */
async function expectPlainRules(cases: readonly Hire[], asOfDays: readonly Day[]): Promise<void> {
  const hires = cases.map((one, index) => ({ ...one, department: `case ${index}` }));
  storeHires(database, hires, DATA_AS_OF);
  const { aggregator } = database.store;
  for (const asOf of asOfDays) {
    const where = {};
    const selection = {
      by: ['department', 'intern', 'outcome', 'steps'] as const,
      where,
      asOf,
      scope: scopeOfEverything(),
    };
    const { cells } = await aggregator.aggregate({ ...selection, measures: HIRE_MEASURE_IDS });
    const { groups } = await aggregator.distribution(selection, 'tenure');
    const answered = new Map(cells.map((cell) => [cell.key[0], cell]));
    const tenures = new Map(groups.map((group) => [group.key[0], group.histogram]));
    for (const one of hires) {
      const person = personOf(one, asOf);
      const what = `${JSON.stringify(one)} at ${isoFromDay(asOf)}`;
      const cell = answered.get(one.department);
      expect(cell?.measures, what).toEqual(person?.measures);
      const { intern, outcome, steps } = person?.dimensions ?? {};
      expect(cell?.key.slice(1), what).toEqual(person ? [intern, outcome, steps] : undefined);
      const tenure = tenures.get(one.department);
      expect(tenure && [tenure.values[0], tenure.events[0]], what).toEqual(
        person?.tenure ? [person.tenure.days, Number(person.tenure.left)] : undefined,
      );
    }
  }
}

const START = day('2020-07-01');
const around = (...days: number[]) => days.flatMap((one) => [one - 1, one, one + 1]);
const BORDERS = around(183, 365, 730, 1095);
const FULL = day('2030-12-31');

describe('at the borders of the rules', () => {
  it('tenure, turnover and promotion count days as written', async () => {
    const left = BORDERS.flatMap((days) =>
      (['resigned', 'transfer', 'unknown', null] as const).flatMap((leaveType) =>
        [FULL, START + days - 1, START + days, START + 365, START + 730].map((followedTo) => ({
          ...hire({ leaveType }),
          hiredOn: START,
          leftOn: START + days,
          followedTo,
        })),
      ),
    );
    const stayed = BORDERS.map((days) => ({
      ...hire({}),
      hiredOn: START,
      followedTo: START + days,
    }));
    const promoted = around(730).flatMap((days) =>
      [...BORDERS, 2000].map((followed) => ({
        ...hire({}),
        hiredOn: START,
        promotedOn: START + days,
        followedTo: START + followed,
      })),
    );
    const asOfDays = [FULL, START, ...BORDERS.map((days) => START + days)];
    await expectPlainRules([...left, ...stayed, ...promoted], asOfDays);
  });

  it('a promotion after the last look at a record has not been seen', async () => {
    const one = { ...hire({}), hiredOn: START, promotedOn: START + 729, followedTo: START + 730 };
    const early = { ...one, promotedOn: START + 800, followedTo: START + 750 };
    await expectPlainRules([one, early], [START + 728, START + 729, START + 730, START + 900]);
  });

  it('a graduation year ends on its 31 December and its people graduate on its 30 June', async () => {
    const years = Array.from({ length: 2035 - 1950 }, (_, index) => 1950 + index);
    const cases = years.flatMap((year) => {
      const [june, end] = [fixedDay(year, 6, 30), fixedDay(year, 12, 31)];
      const base = hire({ graduationYear: year });
      const accepted = { ...base, acceptedOn: end - 400 };
      return [
        { ...accepted, hiredOn: end, followedTo: end },
        { ...accepted, hiredOn: end, followedTo: end - 1 },
        { ...accepted, hiredOn: end + 1, followedTo: end + 1 },
        { ...accepted, followedTo: end },
        { ...accepted, declinedOn: end - 400, followedTo: end },
        { ...accepted, declinedOn: end - 401, hiredOn: end - 9, followedTo: end },
        { ...base, acceptedOn: end, hiredOn: end, followedTo: end },
        { ...base, acceptedOn: end + 1, hiredOn: end + 1, followedTo: end + 1 },
        {
          ...base,
          internedFrom: june - 300,
          internedTo: june - 200,
          offeredOn: june - 299,
          followedTo: june,
        },
      ];
    });
    await expectPlainRules(cases, [
      DATA_AS_OF,
      ...around(
        fixedDay(2000, 6, 30),
        fixedDay(2019, 12, 31),
        fixedDay(1999, 6, 30),
        fixedDay(2032, 12, 31),
      ),
    ]);
  });

  it('a campus hire starts within two years of 30 June of the graduation year, before or after', async () => {
    const cases = [1950, 1998, 2000, 2018, 2019, 2020, 2021, 2034].flatMap((year) =>
      [-2, -1, 0, 1, 2].flatMap((distance) =>
        around(fixedDay(year + distance, 6, 30)).map((hiredOn) => ({
          ...hire({ graduationYear: year }),
          hiredOn,
          followedTo: DATA_AS_OF,
        })),
      ),
    );
    const undated = [hire({ stage: 'hired' }), hire({ leaveType: 'resigned' })];
    await expectPlainRules([...cases, ...undated], [DATA_AS_OF, fixedDay(2021, 6, 30)]);
  });

  it('an acceptance is waiting until the year ends, or for a year where it came later', async () => {
    const cases = [2019, 2020].flatMap((year) => {
      const end = fixedDay(year, 12, 31);
      const base = hire({ graduationYear: year }, { offeredOn: '2018-01-05' });
      return [0, 1, 400].flatMap((late) =>
        [end + late - 1, end + late, end + late + 365].map((followedTo) => ({
          ...base,
          acceptedOn: end + late,
          followedTo,
        })),
      );
    });
    const ends = [fixedDay(2019, 12, 31), fixedDay(2020, 12, 31)];
    const asOfDays = ends.flatMap((end) => [...around(end), ...around(end + 366), end + 765]);
    await expectPlainRules(cases, [...asOfDays, DATA_AS_OF]);
  });

  it('an internship is one that began, by date or by the stage chosen for the file', async () => {
    const knows = [ALL_KNOWN, ALL_KNOWN & ~KNOWN.interned, ALL_KNOWN & ~KNOWN.accepted];
    const dates = [
      {},
      { internedFrom: START },
      { internedTo: START },
      { internedFrom: START, internedTo: START + 60 },
      { internedFrom: START, internedTo: START + 60, offeredOn: START },
      { internedFrom: START, internedTo: START + 60, offeredOn: START + 1, acceptedOn: START + 2 },
    ];
    const cases = knows.flatMap((known) =>
      dates.flatMap((given) =>
        (['candidate', 'interned', 'hired', null] as const).map((stage) => ({
          ...hire({ stage, known, graduationYear: 2020 }),
          ...given,
        })),
      ),
    );
    await expectPlainRules(cases, [...around(START, START + 60), DATA_AS_OF]);
  });
});
