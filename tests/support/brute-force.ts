import type { DimensionId } from '../../domain/dimensions.ts';
import type { EventId } from '../../domain/events.ts';
import { fixedDay, yearOfDay, type Day } from '../../domain/dates.ts';
import type { HireMeasureId } from '../../domain/measures.ts';
import { KNOWN, type Hire } from '../../domain/records/hire.ts';
import { plainEvents, plainOutcome, plainSteps } from './plain-outcome.ts';
import { MAJORS, SCHOOLS } from './random-hires.ts';

/** The measures and dimensions of one person at an as-of day, by plain rules; what engines are compared with. */
export interface Person {
  readonly dimensions: Readonly<Record<DimensionId, number | string | null>>;
  readonly measures: Readonly<Record<HireMeasureId, number>>;
  readonly salary: number | null;
  readonly tenure: { readonly days: number; readonly left: boolean } | null;
  readonly events: Readonly<Record<EventId, Day | null>>;
}

/** What is known of schools and majors beside their hires. */
export interface Entries {
  readonly schools: readonly {
    readonly id: number;
    readonly province: string | null;
    readonly city: string | null;
  }[];
  readonly majors: readonly { readonly id: number; readonly family: string | null }[];
}

const RANDOM_ENTRIES: Entries = { schools: SCHOOLS, majors: MAJORS };

const place = (text: string): string => {
  let name = text.trim();
  while (name.endsWith('省') || name.endsWith('市')) name = name.slice(0, -1);
  return name.toLowerCase();
};

/** One person as of a day, or null where the day came before anything of the person's dates. */
export function personOf(hire: Hire, asOf: Day, entries = RANDOM_ENTRIES): Person | null {
  const past = (day: Day | null): day is Day => day !== null && day <= asOf;
  const dates = [
    hire.internedFrom,
    hire.internedTo,
    hire.offeredOn,
    hire.acceptedOn,
    hire.declinedOn,
    hire.hiredOn,
    hire.leftOn,
  ].filter((day) => day !== null);
  if (dates.length > 0 && !dates.some(past)) return null;

  const knows = (...bits: number[]): boolean => bits.every((bit) => (hire.known & bit) !== 0);
  const roster = knows(KNOWN.roster);
  const end = Math.min(asOf, hire.followedTo);
  const goneUndated =
    hire.leaveType !== null &&
    hire.leftOn === null &&
    (hire.hiredOn === null || hire.hiredOn <= asOf);
  const undatedStart =
    hire.hiredOn === null &&
    (hire.stage === 'hired' || past(hire.leftOn) || past(hire.promotedOn) || goneUndated);
  const started = past(hire.hiredOn) || undatedStart;
  const isHire = started && !roster;
  const internStart = hire.internedFrom ?? hire.internedTo;
  const interned = past(internStart);
  const campusFrom = fixedDay(hire.graduationYear - 2, 6, 30);
  const campusTo = fixedDay(hire.graduationYear + 2, 6, 30);
  const yearEnd = fixedDay(hire.graduationYear, 12, 31);

  const explicit = !roster && knows(KNOWN.accepted, KNOWN.declined);
  const decided = explicit && (past(hire.acceptedOn) || past(hire.declinedOn));

  const inSeason =
    !roster &&
    knows(KNOWN.accepted, KNOWN.hired) &&
    past(hire.acceptedOn) &&
    hire.acceptedOn <= yearEnd;
  const mature = inSeason && end >= yearEnd;
  const declinedAfter =
    past(hire.declinedOn) && hire.acceptedOn !== null && hire.declinedOn >= hire.acceptedOn;
  const startedInYear = hire.hiredOn === null ? undatedStart : hire.hiredOn <= yearEnd;

  const eligible =
    !roster &&
    knows(KNOWN.interned, KNOWN.offered) &&
    past(hire.internedFrom) &&
    hire.internedTo !== null &&
    hire.internedTo <= end &&
    (hire.offeredOn === null || hire.internedFrom < hire.offeredOn) &&
    fixedDay(hire.graduationYear, 6, 30) <= end;

  const leftByEnd = hire.leftOn !== null && hire.leftOn <= end;
  const quiet =
    hire.leaveType === 'transfer' || hire.leaveType === 'retired' || hire.leaveType === 'died';
  const tenured =
    !roster && knows(KNOWN.left) && hire.hiredOn !== null && hire.hiredOn <= end && !goneUndated;
  const start = hire.hiredOn ?? 0;
  const lastSeen = leftByEnd ? (hire.leftOn ?? 0) : end;
  const observable = leftByEnd && quiet ? lastSeen - start : end - start;
  const gone = leftByEnd || goneUndated;
  const stay = leftByEnd && hire.hiredOn !== null ? lastSeen - start : null;
  const leaveYear = (
    [
      ['first', 365],
      ['second', 730],
      ['third', 1095],
      ['later', Infinity],
    ] as const
  ).find(([, days]) => stay !== null && stay <= days);
  const fullYear = tenured && observable >= 365;
  const threeYears = tenured && observable >= 1095;
  const leftAfter = leftByEnd && !quiet ? lastSeen - start : null;
  const leftWithin = (days: number) => leftAfter !== null && leftAfter <= days;
  const promotable =
    !roster && knows(KNOWN.promoted) && hire.hiredOn !== null && hire.hiredOn <= end;
  const twoYears = promotable && end - start >= 730;

  const answerKnown = eligible && knows(KNOWN.accepted, KNOWN.declined);
  const facts = {
    asOf,
    hired: isHire,
    watched: tenured ? observable : null,
    censored: leftByEnd && quiet,
    leftAfter,
  };

  const school = entries.schools.find(({ id }) => id === hire.schoolId);
  const provinces =
    hire.province !== null && school?.province
      ? { here: hire.province, there: school.province }
      : null;
  const cities =
    hire.city !== null && school?.city ? { here: hire.city, there: school.city } : null;
  const places = provinces ?? cities;

  const flags: Record<HireMeasureId, boolean> = {
    candidates: !roster,
    interns: !roster && (interned || hire.stage === 'interned'),
    offers: !roster && past(hire.offeredOn),
    acceptances: !roster && past(hire.acceptedOn),
    hires: isHire,
    campus_hires:
      isHire && hire.hiredOn !== null && hire.hiredOn >= campusFrom && hire.hiredOn <= campusTo,
    campus_undated: isHire && hire.hiredOn === null,
    headcount: started && !past(hire.leftOn) && !goneUndated,
    decided,
    decided_accepted: decided && past(hire.acceptedOn),
    accepted_mature: mature,
    accepted_reneged: mature && (declinedAfter || !startedInYear),
    accepted_started: mature && started,
    accepted_open: inSeason && end < yearEnd,
    interns_offer_known: eligible,
    interns_offered: eligible && past(hire.offeredOn),
    interns_accept_known: eligible && knows(KNOWN.accepted),
    interns_accepted:
      eligible && knows(KNOWN.accepted) && past(hire.offeredOn) && past(hire.acceptedOn),
    interns_answer_known: answerKnown,
    interns_answer_offered: answerKnown && past(hire.offeredOn),
    interns_answer_decided:
      answerKnown && past(hire.offeredOn) && (past(hire.acceptedOn) || past(hire.declinedOn)),
    interns_answer_accepted: answerKnown && past(hire.offeredOn) && past(hire.acceptedOn),
    hires_intern_known: isHire && knows(KNOWN.interned),
    hires_interned: isHire && knows(KNOWN.interned) && interned,
    hires_leave_known: isHire && knows(KNOWN.left),
    hires_undated: isHire && knows(KNOWN.left) && (hire.hiredOn === null || goneUndated),
    leavers: isHire && knows(KNOWN.left) && gone,
    tenured_183: tenured && end - start >= 183,
    tenured_365: tenured && end - start >= 365,
    tenured_730: tenured && end - start >= 730,
    tenured_1095: tenured && end - start >= 1095,
    turnover_followed: fullYear,
    turnover_left: fullYear && leftWithin(365),
    first_year_stayed: fullYear && !leftWithin(365),
    third_year_followed: threeYears,
    third_year_stayed: threeYears && !leftWithin(1095),
    third_year_open: tenured && !(leftByEnd && quiet) && end - start < 1095,
    turnover_open: tenured && !(leftByEnd && quiet) && end - start < 365,
    matched_answered: isHire && hire.majorMatch !== null,
    matched: isHire && hire.majorMatch === true,
    rated: isHire && hire.performance !== null,
    rating_sum: false,
    top_rated: isHire && (hire.performance ?? 0) >= 400,
    hires_promotion_known: isHire && knows(KNOWN.promoted),
    promotion_followed: twoYears,
    promotion_promoted:
      twoYears &&
      hire.promotedOn !== null &&
      hire.promotedOn <= end &&
      hire.promotedOn - start <= 730,
    promotion_open: promotable && end - start < 730,
    local_known: isHire && places !== null,
    local: isHire && places !== null && place(places.here) === place(places.there),
  };
  const counts = Object.fromEntries(Object.entries(flags).map(([id, flag]) => [id, flag ? 1 : 0]));
  return {
    dimensions: {
      school: hire.schoolId,
      college: hire.collegeId,
      major: hire.majorId,
      family: entries.majors.find(({ id }) => id === hire.majorId)?.family ?? null,
      year: hire.graduationYear,
      hire_year: past(hire.hiredOn) ? yearOfDay(hire.hiredOn) : null,
      degree: hire.degree,
      channel: hire.channel,
      department: hire.department,
      city: hire.city,
      intern: interned || hire.stage === 'interned' ? 'yes' : knows(KNOWN.interned) ? 'no' : null,
      leave_type: gone ? (hire.leaveType ?? 'unknown') : null,
      leave_year: leaveYear?.[0] ?? null,
      outcome: plainOutcome(hire, facts),
      steps: plainSteps(hire, facts),
    },
    measures: {
      ...(counts as Record<HireMeasureId, number>),
      rating_sum: flags.rated ? (hire.performance ?? 0) : 0,
    },
    salary: isHire ? hire.salary : null,
    tenure: tenured ? { days: lastSeen - start, left: leftByEnd && !quiet } : null,
    events: plainEvents(hire, asOf),
  };
}
