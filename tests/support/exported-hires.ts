import { parse } from 'csv-parse/sync';
import { dayFromIso } from '../../domain/dates.ts';
import { CHANNELS, DEGREES, LEAVE_TYPES, STAGES } from '../../domain/records/enumerations.ts';
import { KNOWN, type Hire } from '../../domain/records/hire.ts';
import type { Entries } from './brute-force.ts';

type Row = Readonly<Record<string, string>>;

/** People as an exported file of records tells of them, and what it tells of their schools and majors. */
export interface ExportedHires {
  readonly rows: readonly Row[];
  readonly hires: readonly Hire[];
  readonly entries: Entries;
}

const text = (value: string | undefined) => (value === undefined || value === '' ? null : value);
const number = (value: string | undefined) => (text(value) === null ? null : Number(value));
const day = (value: string | undefined) => dayFromIso(value ?? '');
const hundredths = (value: string | undefined) =>
  text(value) === null ? null : Math.round(Number(value) * 100);

function code<K extends string>(table: Readonly<Record<K, unknown>>, value: string | undefined) {
  if (text(value) === null) return null;
  const known = (Object.keys(table) as K[]).find((key) => key === value);
  if (known === undefined) throw new RangeError(`No such code: ${value}`);
  return known;
}

const WORDS: ReadonlyMap<string, number> = new Map(Object.entries(KNOWN));

function knownOf(words: string | undefined): number {
  return (text(words) ?? '').split(' ').reduce((bits, word) => bits | (WORDS.get(word) ?? 0), 0);
}

function hireOf(row: Row): Hire {
  return {
    company: row['company'] ?? '',
    candidateId: text(row['candidate_id']),
    employeeId: text(row['employee_id']),
    schoolId: Number(row['school_id']),
    collegeId: number(row['college_id']),
    majorId: Number(row['major_id']),
    degree: code(DEGREES, row['degree']),
    graduationYear: Number(row['graduation_year']),
    channel: code(CHANNELS, row['channel']),
    internedFrom: day(row['interned_from']),
    internedTo: day(row['interned_to']),
    internshipBase: text(row['internship_base']),
    offeredOn: day(row['offered_on']),
    acceptedOn: day(row['accepted_on']),
    declinedOn: day(row['declined_on']),
    hiredOn: day(row['hired_on']),
    leftOn: day(row['left_on']),
    leaveType: code(LEAVE_TYPES, row['leave_type']),
    leaveReason: text(row['leave_reason']),
    department: text(row['department']),
    position: text(row['position']),
    city: text(row['city']),
    province: text(row['province']),
    salary: hundredths(row['salary']),
    majorMatch: text(row['major_match']) === null ? null : row['major_match'] === 'true',
    performance: hundredths(row['performance']),
    promotedOn: day(row['promoted_on']),
    stage: code(STAGES, row['stage']),
    known: knownOf(row['known']),
    followedTo: day(row['followed_to']) ?? Number.NaN,
  };
}

/** Reads a file of `/api/records.csv` back, with nothing but what stands in it. */
export function exportedHires(csv: string): ExportedHires {
  const rows: Row[] = parse(csv, { bom: true, columns: true });
  const schools = new Map(
    rows.map((row) => [
      Number(row['school_id']),
      { province: text(row['school_province']), city: text(row['school_city']) },
    ]),
  );
  const majors = new Map(rows.map((row) => [Number(row['major_id']), text(row['family'])]));
  return {
    rows,
    hires: rows.map(hireOf),
    entries: {
      schools: [...schools].map(([id, places]) => ({ id, ...places })),
      majors: [...majors].map(([id, family]) => ({ id, family })),
    },
  };
}
