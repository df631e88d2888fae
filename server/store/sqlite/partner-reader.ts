import type { CollegeCount, PartnerReader, SharedPlan } from '../partner-ports.ts';
import { PLACED } from './cohort-table.ts';
import type { Connection } from './open.ts';

interface PlanRow {
  readonly year: number;
  readonly id: number | null;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly degree: string | null;
  readonly headcount: number;
}

interface CountRow {
  readonly countedOn: number | null;
  readonly id: number | null;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly graduates: number;
  readonly among: number;
  readonly placed: number;
}

type Entry = Pick<PlanRow, 'id' | 'name' | 'nameZh'>;

function entryOf({ id, name, nameZh }: Entry): SharedPlan['major'] {
  return id === null || name === null ? null : { id, name, nameZh };
}

/** Reads what schools may see, on a read-only handle. */
export function partnerReader(connection: Connection): PartnerReader {
  const plans = connection.prepare<[number], PlanRow>(
    `SELECT p.year, m.id, m.name, m.name_zh AS nameZh, p.degree, sum(p.headcount) AS headcount
     FROM plans p LEFT JOIN majors m ON m.id = p.major_id
     WHERE p.shared = 1 AND p.year >= ?
     GROUP BY p.year, p.major_id, p.degree
     ORDER BY p.year, headcount DESC, m.name`,
  );
  const complete = PLACED.map((column) => `c.${column} IS NOT NULL`).join(' AND ');
  const placed = PLACED.map((column) => `c.${column}`).join(' + ');
  const counts = connection.prepare<
    [{ school: number; college: number | null; year: number }],
    CountRow
  >(
    `SELECT c.counted_on AS countedOn, g.id, g.name, g.name_zh AS nameZh,
       sum(c.graduates) AS graduates,
       sum(CASE WHEN ${complete} THEN c.graduates ELSE 0 END) AS among,
       sum(CASE WHEN ${complete} THEN ${placed} ELSE 0 END) AS placed
     FROM cohorts c LEFT JOIN colleges g ON g.id = c.college_id
     WHERE c.school_id = @school AND (@college IS NULL OR c.college_id = @college)
       AND c.graduation_year = @year
     GROUP BY c.counted_on, c.college_id
     ORDER BY c.counted_on, g.name`,
  );
  return {
    sharedPlans: (fromYear) =>
      plans.all(fromYear).map(({ year, degree, headcount, ...entry }) => ({
        year,
        major: entryOf(entry),
        degree,
        headcount,
      })),
    countsOf: ({ schoolId, collegeId }, year) =>
      counts
        .all({ school: schoolId, college: collegeId, year })
        .map(({ countedOn, graduates, among, placed: gone, ...entry }): CollegeCount => ({
          countedOn,
          college: entryOf(entry),
          graduates,
          among,
          placed: gone,
        })),
  };
}
