import type { CooperationEntry } from './cooperation-entry.ts';
import type { InstitutionKey } from './institutions.ts';

/** Last days of the agreements in force on 30 September 2026: some end soon, one has ended unnoticed. */
const AGREEMENTS: readonly (readonly [
  key: InstitutionKey,
  from: string,
  to: string,
  next: string,
])[] = [
  ['anchor', '2023-12-01', '2026-11-30', '2026-10-20'],
  ['vocational', '2024-09-01', '2027-08-31', '2027-05-15'],
  ['industry', '2025-03-01', '2028-02-29', '2027-11-15'],
  ['regional', '2023-09-01', '2026-08-31', '2026-07-10'],
  ['renamed', '2024-04-01', '2027-03-31', '2026-12-01'],
  ['elite', '2023-12-16', '2026-12-15', '2026-09-15'],
  ['twin', '2025-09-01', '2028-08-31', '2028-05-15'],
  ['north', '2024-01-01', '2026-12-31', '2026-11-10'],
  ['east', '2024-01-01', '2026-12-31', '2026-11-10'],
  ['newcomer', '2023-09-01', '2028-08-31', '2027-09-01'],
  ['overseas', '2022-06-01', '2027-05-31', '2027-03-01'],
];

/** Agreements, those in force and those before them. */
export function agreements(): CooperationEntry[] {
  const kind = 'agreement';
  const title = 'Framework agreement';
  const current = AGREEMENTS.map(([key, from, to, next]): CooperationEntry => ({
    key,
    kind,
    title,
    from,
    to,
    next,
    status: 'active',
    role: 'Career office',
    shared: true,
  }));
  const earlier = AGREEMENTS.filter(([key]) => key !== 'newcomer' && key !== 'overseas').map(
    ([key, from]): CooperationEntry => {
      const year = Number(from.slice(0, 4));
      return {
        key,
        kind,
        title,
        from: `${year - 3}${from.slice(4)}`,
        status: 'ended',
        shared: true,
        to: from,
        outcome: 'Renewed for three years',
      };
    },
  );
  const lapsed: CooperationEntry = {
    key: 'lapsed',
    kind,
    title,
    from: '2016-09-01',
    to: '2020-08-31',
    status: 'ended',
    outcome: 'No renewal',
  };
  return [...current, ...earlier, lapsed];
}

/** Internship bases and classes: `[key, from, to or open, seats]`. */
const BASES: readonly (readonly [InstitutionKey, string, string | undefined, number])[] = [
  ['anchor', '2017-07-01', '2027-06-30', 60],
  ['vocational', '2023-03-01', undefined, 80],
  ['industry', '2019-07-01', '2026-12-20', 30],
  ['regional', '2021-07-01', undefined, 24],
  ['renamed', '2022-07-01', '2027-06-30', 20],
  ['newcomer', '2024-07-01', undefined, 16],
  ['twin', '2018-07-01', '2024-06-30', 15],
];

/** Internship bases and classes. */
export function training(): CooperationEntry[] {
  const bases = BASES.map(([key, from, to, seats]): CooperationEntry => ({
    key,
    kind: 'internship_base',
    title: 'Internship base',
    from,
    seats,
    ...(to === undefined ? {} : { to }),
    status: to !== undefined && to < '2026-09-30' ? 'ended' : 'active',
    role: 'Campus recruiting',
    shared: true,
  }));
  const orderClasses = [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028].map(
    (year): CooperationEntry => ({
      key: 'vocational',
      kind: 'training',
      title: 'Order class',
      college: 'Department of Applied Chemistry',
      from: `${year - 2}-09-01`,
      to: `${year}-06-30`,
      status: year > 2026 ? 'active' : 'ended',
      people: 28 + ((year * 7) % 9),
      seats: 36,
      role: 'Dean’s office',
      shared: true,
    }),
  );
  const engineers = [2024, 2025, 2026].map((year): CooperationEntry => ({
    key: 'anchor',
    kind: 'training',
    title: 'Trainee engineers',
    from: `${year}-03-01`,
    to: `${year}-11-30`,
    status: year === 2026 ? 'active' : 'ended',
    people: 12 + year - 2024,
    seats: 16,
    role: 'Dean’s office',
  }));
  return [...bases, ...orderClasses, ...engineers];
}
