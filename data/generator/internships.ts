import { day, workday } from './calendar.ts';
import type { Applicant, Internship } from './candidate.ts';
import type { InternshipBase } from './places.ts';
import { PROFILES, valueFor } from './profiles.ts';
import { integer, pick, stratified, type Random, type Weighted } from './random.ts';

/** Internships of this class were halved. */
const HALVED_CLASS = 2020;

const BASES: Weighted<InternshipBase> = [
  ['Lanqi Main Plant Base', 5],
  ['Haixu Coastal Base', 3],
  ['Lanqi Pilot Plant Base', 2],
  ['Xuanlu Research Base', 1],
];
const VOCATIONAL_BASES: Weighted<InternshipBase> = [
  ['Mofeng Joint Training Base', 6],
  ['Lanqi Main Plant Base', 4],
];

function hasAccepted({ outcome }: Applicant): boolean {
  return outcome === 'hired' || outcome === 'waiting' || outcome === 'reneged';
}

/** Applicants of one institution, grouped by classes with the same rates. */
function eras(applicants: readonly Applicant[]): Iterable<Applicant[]> {
  const groups = new Map<string, Applicant[]>();
  for (const applicant of applicants) {
    const { institution, graduationYear } = applicant;
    const rate = valueFor(PROFILES[institution.key].conversion, graduationYear);
    const key = `${rate} ${graduationYear === HALVED_CLASS}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [applicant]);
    else group.push(applicant);
  }
  return groups.values();
}

/** Draws who was an intern, so that the share of interns who accept is the profile's conversion. */
export function internFlags(
  random: Random,
  applicants: readonly Applicant[],
): Map<Applicant, boolean> {
  const flags = new Map<Applicant, boolean>();
  for (const members of eras(applicants)) {
    const [first] = members;
    if (first === undefined) continue;
    const { conversion, internship } = PROFILES[first.institution.key];
    const halving = first.graduationYear === HALVED_CLASS ? 0.5 : 1;
    const accepted = members.filter(hasAccepted);
    const others = members.filter((member) => !hasAccepted(member));
    const rate = valueFor(conversion, first.graduationYear);
    const failedInterns = (internship * accepted.length * (1 - rate)) / rate;
    const otherShare = others.length === 0 ? 0 : failedInterns / others.length;
    for (const [list, probability] of [
      [accepted, internship],
      [others, Math.min(0.95, otherShare)],
    ] as const) {
      const draws = stratified(random, list.length);
      for (const [index, applicant] of list.entries()) {
        flags.set(applicant, (draws[index] ?? 1) < probability * halving);
      }
    }
  }
  return flags;
}

/** An internship that begins before any offer and ends before graduation and before the start. */
export function internshipOf(
  random: Random,
  applicant: Applicant,
  startsEarly: boolean,
): Internship {
  const year = applicant.graduationYear;
  const vocational = applicant.degree === 'associate';
  const base = pick(random, vocational ? VOCATIONAL_BASES : BASES);
  if (random() < (vocational ? 0.25 : 0.65)) {
    const from = workday(random, day(year - 1, 7, 1), day(year - 1, 7, 20));
    return { from, to: from + integer(random, 35, 65), base };
  }
  const from = workday(random, day(year - 1, 9, 1), day(year - 1, 9, 20));
  const longest = startsEarly ? 130 : vocational ? 270 : 180;
  return { from, to: from + integer(random, 60, longest), base };
}
