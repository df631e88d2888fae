import { dayFromIso } from '../../domain/dates.ts';
import { KNOWN, type Hire } from '../../domain/records/hire.ts';

/** A date as a day; throws where the text is none. */
export function day(iso: string): number {
  const value = dayFromIso(iso);
  if (value === null) throw new RangeError(`No date: ${iso}`);
  return value;
}

/** Everything is known of the row, and it is no roster. */
export const ALL_KNOWN =
  KNOWN.interned |
  KNOWN.offered |
  KNOWN.accepted |
  KNOWN.declined |
  KNOWN.hired |
  KNOWN.left |
  KNOWN.promoted;

const BLANK: Hire = {
  company: '',
  candidateId: null,
  employeeId: null,
  schoolId: 1,
  collegeId: null,
  majorId: 1,
  degree: 'bachelor',
  graduationYear: 2020,
  channel: null,
  internedFrom: null,
  internedTo: null,
  internshipBase: null,
  offeredOn: null,
  acceptedOn: null,
  declinedOn: null,
  hiredOn: null,
  leftOn: null,
  leaveType: null,
  leaveReason: null,
  department: null,
  position: null,
  city: null,
  province: null,
  salary: null,
  majorMatch: null,
  performance: null,
  promotedOn: null,
  stage: null,
  known: ALL_KNOWN,
  followedTo: day('2026-09-30'),
};

/** A record of which everything is known, empty but for what is given; dates as ISO texts. */
export function hire(
  fields: Partial<Omit<Hire, 'followedTo' | `${string}On` | 'internedFrom' | 'internedTo'>>,
  dates: Partial<
    Record<
      | 'internedFrom'
      | 'internedTo'
      | 'offeredOn'
      | 'acceptedOn'
      | 'declinedOn'
      | 'hiredOn'
      | 'leftOn'
      | 'promotedOn'
      | 'followedTo',
      string
    >
  > = {},
): Hire {
  const days = Object.fromEntries(Object.entries(dates).map(([field, iso]) => [field, day(iso)]));
  return { ...BLANK, ...fields, ...days };
}
