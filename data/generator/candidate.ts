import type { Day } from './calendar.ts';
import type { College } from './colleges.ts';
import type { Institution } from './institutions.ts';
import type { Major } from './majors.ts';
import type { Company, Department } from './organization.ts';
import type { City, InternshipBase } from './places.ts';
import type { Degree } from './profiles.ts';
import type { Outcome } from './season.ts';

export type Channel =
  | 'fair'
  | 'talk'
  | 'campus'
  | 'internship'
  | 'referral'
  | 'order_class'
  | 'online'
  | 'agency'
  | 'other';

/** Who applied, from where, and where the company placed them. */
export interface Applicant {
  readonly institution: Institution;
  readonly graduationYear: number;
  readonly outcome: Outcome;
  readonly degree: Degree;
  readonly major: Major;
  readonly college: College;
  readonly company: Company;
  /** Does the work match the major? */
  readonly matched: boolean;
  /** Unknown for people who never had an offer. */
  readonly placement: Placement | null;
}

export interface Placement {
  readonly department: Department;
  readonly position: string;
  readonly city: City;
}

export interface Internship {
  readonly from: Day;
  readonly to: Day;
  readonly base: InternshipBase;
}

/** The dates of one candidate's season; null where a step did not happen. */
export interface Steps {
  readonly channel: Channel;
  readonly internship: Internship | null;
  readonly offered: Day | null;
  readonly accepted: Day | null;
  readonly declined: Day | null;
  readonly hired: Day | null;
}

export interface Departure {
  /** Null where the day was not recorded. */
  readonly on: Day | null;
  readonly type: 'resigned' | 'dismissed' | 'contract_end' | 'transfer' | 'unknown';
  readonly reason: string;
}

/** What happened after the start; empty parts are null. */
export interface Career {
  readonly departure: Departure | null;
  readonly salary: number | null;
  readonly monthsPaid: number | null;
  readonly matchAnswered: boolean;
  readonly performance: number | null;
  readonly promoted: Day | null;
}

/** One row of the hires files before its identifiers. */
export interface Candidate {
  readonly applicant: Applicant;
  readonly steps: Steps;
  readonly career: Career | null;
}
