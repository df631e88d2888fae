import { parse } from 'csv-parse/sync';
import { dayFromIso } from '../../domain/dates.ts';
import { DESTINATIONS } from '../../domain/records/cohorts-destinations.ts';
import type { Cohort, HiringPlan } from './random-supply.ts';

type Row = Readonly<Record<string, string>>;

const rowsOf = (csv: string): Row[] => parse(csv, { bom: true, columns: true });

const text = (value: string | undefined) => (value === undefined || value === '' ? null : value);
const number = (value: string | undefined) => (text(value) === null ? null : Number(value));

/** Reads a file of `/api/cohorts.csv` back, with nothing but what stands in it. */
export function exportedCohorts(csv: string): Cohort[] {
  return rowsOf(csv).map((row) => ({
    schoolId: Number(row['school_id']),
    collegeId: number(row['college_id']),
    majorId: Number(row['major_id']),
    degree: text(row['degree']),
    year: Number(row['graduation_year']),
    countedOn: dayFromIso(row['counted_on'] ?? ''),
    graduates: Number(row['graduates']),
    destinations: Object.fromEntries(
      DESTINATIONS.map((field) => [field, number(row[field])]),
    ) as Cohort['destinations'],
    signedHere: number(row['signed_here']),
  }));
}

/** The same of `/api/plans.csv`. */
export function exportedPlans(csv: string): HiringPlan[] {
  return rowsOf(csv).map((row) => ({
    majorId: number(row['major_id']),
    degree: text(row['degree']),
    department: text(row['department']),
    year: Number(row['year']),
    headcount: Number(row['headcount']),
  }));
}

/** The discipline of every major that such a file names. */
export function exportedFamilies(csv: string): Map<number, string | null> {
  return new Map(
    rowsOf(csv).flatMap((row) => {
      const id = number(row['major_id']);
      return id === null ? [] : [[id, text(row['family'])] as const];
    }),
  );
}
