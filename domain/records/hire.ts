import type { Day } from '../dates.ts';
import type { Channel, Degree, LeaveType, Stage } from './enumerations.ts';

/**
 * What the last import that contained a row was able to know, as bits of `Hire.known`. A set bit makes an empty
 * date mean "no"; an unset one makes it mean "unknown", and the row leaves the denominators that need it.
 */
export const KNOWN = {
  interned: 1,
  offered: 2,
  accepted: 4,
  declined: 8,
  hired: 16,
  /** Set only where the file includes the people who left. */
  left: 32,
  /** Set only where the file includes the people who left. */
  promoted: 64,
  /** The file is a roster of current staff: it feeds the headcount and no other count. */
  roster: 128,
} as const;

/**
 * One graduate who came near the company, as stored. Dates are days since 1970-01-01. Schools, colleges and
 * majors are entities and stand here by id.
 */
export interface Hire {
  /** Empty where the deployment has one company. */
  company: string;
  candidateId: string | null;
  employeeId: string | null;
  schoolId: number;
  collegeId: number | null;
  majorId: number;
  degree: Degree | null;
  graduationYear: number;
  channel: Channel | null;
  internedFrom: Day | null;
  internedTo: Day | null;
  internshipBase: string | null;
  offeredOn: Day | null;
  acceptedOn: Day | null;
  declinedOn: Day | null;
  hiredOn: Day | null;
  leftOn: Day | null;
  leaveType: LeaveType | null;
  leaveReason: string | null;
  department: string | null;
  position: string | null;
  city: string | null;
  province: string | null;
  /** First-year full-time pay a year, in minor units (cents, fen). */
  salary: number | null;
  majorMatch: boolean | null;
  /** Rating in hundredths: 100 … 500. */
  performance: number | null;
  promotedOn: Day | null;
  /** The stage chosen for a file in which no stage date is mapped. */
  stage: Stage | null;
  /** Bits of `KNOWN`. */
  known: number;
  /** As-of of the last import that contained the row: nothing is known of it after that day. */
  followedTo: Day;
}
