import type { Hire } from '../../domain/records/hire.ts';
import { DESTINATIONS } from '../../domain/records/cohorts-destinations.ts';
import type { Connection } from '../../server/store/sqlite/open.ts';
import { COLLEGES, MAJORS, SCHOOLS } from './random-hires.ts';
import type { Supply } from './random-supply.ts';
import type { TemporaryDatabase } from './temporary-database.ts';

const COLUMNS = [
  'company',
  'candidate_id',
  'employee_id',
  'school_id',
  'college_id',
  'major_id',
  'degree',
  'graduation_year',
  'channel',
  'interned_from',
  'interned_to',
  'internship_base',
  'offered_on',
  'accepted_on',
  'declined_on',
  'hired_on',
  'left_on',
  'leave_type',
  'leave_reason',
  'department',
  'position',
  'city',
  'province',
  'salary',
  'major_match',
  'performance',
  'promoted_on',
  'stage',
  'known',
  'followed_to',
] as const;

/** How the stored import says that its file was read. */
const READING = JSON.stringify({
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  sheet: null,
  decimal: null,
});

function parameters(hire: Hire): unknown[] {
  const flag = hire.majorMatch === null ? null : Number(hire.majorMatch);
  return [
    hire.company,
    hire.candidateId,
    hire.employeeId,
    hire.schoolId,
    hire.collegeId,
    hire.majorId,
    hire.degree,
    hire.graduationYear,
    hire.channel,
    hire.internedFrom,
    hire.internedTo,
    hire.internshipBase,
    hire.offeredOn,
    hire.acceptedOn,
    hire.declinedOn,
    hire.hiredOn,
    hire.leftOn,
    hire.leaveType,
    hire.leaveReason,
    hire.department,
    hire.position,
    hire.city,
    hire.province,
    hire.salary,
    flag,
    hire.performance,
    hire.promotedOn,
    hire.stage,
    hire.known,
    hire.followedTo,
  ];
}

interface StoredSchool {
  readonly id: number;
  readonly province: string | null;
  readonly city: string | null;
}

const COHORT_COLUMNS = [
  'school_id',
  'college_id',
  'major_id',
  'degree',
  'graduation_year',
  'counted_on',
  'graduates',
  ...DESTINATIONS,
  'signed_here',
] as const;

function storeSupply(handle: Connection, { cohorts, plans }: Supply): void {
  const cohort = handle.prepare(
    `INSERT INTO cohorts (${COHORT_COLUMNS.join(', ')}, import_id) VALUES (${COHORT_COLUMNS.map(() => '?').join(', ')}, 1)`,
  );
  for (const one of cohorts) {
    const { schoolId, collegeId, majorId, degree, year, countedOn, graduates } = one;
    const counts = DESTINATIONS.map((field) => one.destinations[field]);
    cohort.run(
      schoolId,
      collegeId,
      majorId,
      degree,
      year,
      countedOn,
      graduates,
      ...counts,
      one.signedHere ?? null,
    );
  }
  const plan = handle.prepare(
    'INSERT INTO plans (year, department, major_id, degree, headcount, import_id) VALUES (?, ?, ?, ?, ?, 1)',
  );
  for (const { year, department, majorId, degree, headcount } of plans)
    plan.run(year, department, majorId, degree, headcount);
}

/** Replaces what is stored with these hires, as one committed import known up to a day, and with this supply. */
export function storeHires(
  database: TemporaryDatabase,
  hires: readonly Hire[],
  asOf: number,
  {
    cohorts = [],
    plans = [],
    schools = SCHOOLS,
  }: Partial<Supply> & { readonly schools?: readonly StoredSchool[] } = {},
): void {
  database.write((handle) => {
    handle.exec('BEGIN IMMEDIATE');
    for (const table of ['hires', 'cohorts', 'plans', 'colleges', 'imports', 'schools', 'majors'])
      handle.exec(`DELETE FROM ${table}`);
    const school = handle.prepare(
      'INSERT INTO schools (id, name, province, city) VALUES (?, ?, ?, ?)',
    );
    for (const { id, province, city } of schools) school.run(id, `School ${id}`, province, city);
    const major = handle.prepare('INSERT INTO majors (id, name, family) VALUES (?, ?, ?)');
    for (const { id, family } of MAJORS) major.run(id, `Major ${id}`, family);
    const college = handle.prepare(
      'INSERT INTO colleges (id, school_id, name, normalized) VALUES (?, ?, ?, ?)',
    );
    for (const { id, schoolId } of COLLEGES) college.run(id, schoolId, 'College', 'college');
    handle
      .prepare(
        `INSERT INTO imports (id, kind, file_name, file_path, status, created_at, reading, columns, rows, as_of)
         VALUES (1, 'hires', 'test.csv', 'test.csv', 'committed', '2026-01-01', ?, '[]', 0, ?)`,
      )
      .run(READING, asOf);
    const insert = handle.prepare(
      `INSERT INTO hires (${COLUMNS.join(', ')}, import_id) VALUES (${COLUMNS.map(() => '?').join(', ')}, 1)`,
    );
    for (const hire of hires) insert.run(...parameters(hire));
    storeSupply(handle, { cohorts, plans });
    handle.exec('UPDATE version SET value = value + 1');
    handle.exec('COMMIT');
  });
}
