import type { CooperationEntry } from './cooperation-entry.ts';
import { INSTITUTIONS, type InstitutionKey } from './institutions.ts';
import { integer, randomFrom } from './random.ts';

/** The last visit to each school and the day the next is due; three are overdue. Schools see it, and what was promised. */
const VISITS: readonly (readonly [InstitutionKey, string, string])[] = [
  ['anchor', '2026-05-20', '2026-11-18'],
  ['vocational', '2026-04-14', '2026-10-13'],
  ['industry', '2026-03-11', '2026-10-28'],
  ['regional', '2025-10-22', '2026-04-22'],
  ['renamed', '2025-11-19', '2026-05-20'],
  ['elite', '2026-06-09', '2026-12-08'],
  ['twin', '2025-05-14', '2026-05-13'],
  ['north', '2026-05-27', '2026-11-25'],
  ['newcomer', '2026-06-16', '2026-12-15'],
];

/** Visits and events, held and planned. */
export function meetings(seed: string): CooperationEntry[] {
  const visits = VISITS.flatMap(([key, last, next]): CooperationEntry[] => {
    const visit = { key, kind: 'visit', title: 'Visit to the school', people: 4 } as const;
    const year = Number(last.slice(0, 4));
    return [
      {
        ...visit,
        from: last,
        to: last,
        status: 'ended',
        next,
        role: 'Campus recruiting',
        shared: true,
      },
      ...[1, 2].map((back): CooperationEntry => {
        const on = `${year - back}${last.slice(4)}`;
        const outcome = key === 'regional' ? 'More interns agreed' : undefined;
        return {
          ...visit,
          from: on,
          to: on,
          status: 'ended',
          ...(outcome === undefined ? {} : { outcome }),
        };
      }),
    ];
  });
  const events = INSTITUTIONS.filter(({ key }) => key !== 'tiny' && key !== 'lapsed').flatMap(
    ({ key, partnerSince }): CooperationEntry[] => {
      const random = randomFrom(`${seed}/cooperation/${key}`);
      return [2023, 2024, 2025, 2026]
        .filter((year) => year >= partnerSince)
        .map((year) => {
          const on = `${year}-10-${String(integer(random, 12, 28))}`;
          const title = key === 'overseas' ? 'Campus talk' : 'Autumn job fair';
          const coming = year === 2026;
          return {
            key,
            kind: 'event',
            title,
            from: on,
            to: on,
            status: coming ? 'planned' : 'ended',
            ...(coming ? { next: on } : { people: integer(random, 60, 260) }),
            shared: true,
          };
        });
    },
  );
  const others: CooperationEntry[] = [
    {
      key: 'vocational',
      kind: 'visit',
      title: 'Visit of the school',
      from: '2018-11-07',
      to: '2018-11-07',
      status: 'ended',
      people: 11,
      outcome: 'Order class agreed',
    },
    {
      key: 'tiny',
      kind: 'visit',
      title: 'Visit of the school',
      from: '2024-04-10',
      to: '2024-04-10',
      status: 'cancelled',
    },
    {
      key: 'regional',
      kind: 'event',
      title: 'Open day at the plant',
      from: '2026-05-16',
      to: '2026-05-16',
      status: 'ended',
      people: 74,
      shared: true,
    },
  ];
  return [...visits, ...events, ...others];
}
