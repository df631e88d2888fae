import { AS_OF, type Day } from './calendar.ts';
import type { Applicant, Career, Departure, Steps } from './candidate.ts';
import { departure, undatedDeparture } from './departures.ts';
import { promotions } from './promotions.ts';
import { PROFILES, valueFor, type Degree, type Profile } from './profiles.ts';
import {
  lognormalFactor,
  pick,
  shuffled,
  stratified,
  type Random,
  type Weighted,
} from './random.ts';

/** Mean first-year pay of the class of 2026, yuan a year. */
const PAY_2026: Readonly<Record<Degree, number>> = {
  associate: 66_000,
  bachelor: 90_000,
  master: 138_000,
  doctor: 260_000,
};
const PAY_GROWTH = 1.04;
const PAY_SPREAD = 0.12;
const PAY_MISSING = 0.12;
const MONTHS_PAID: Weighted<number> = [
  [12, 45],
  [13, 40],
  [14, 12],
  [15, 3],
];
const MATCH_UNANSWERED = 0.1;
/** Slightly above 1.5 %, because classes too small for one have none. */
const UNDATED = 0.018;
/** No class of a school has more than this share of undated leavers. */
const UNDATED_PER_CLASS = 0.05;
const RATINGS = [
  [1, 0.02],
  [2, 0.09],
  [3, 0.53],
  [4, 0.28],
  [5, 0.08],
] as const;

/** A hire, and the day of the start. */
export interface Start {
  readonly applicant: Applicant;
  readonly steps: Steps;
  readonly hired: Day;
}

/** Yuan a year, to the hundred. */
export function salaryOf(random: Random, degree: Degree, year: number): number {
  let mean = PAY_2026[degree];
  for (let y = year; y < 2026; y += 1) mean /= PAY_GROWTH;
  return Math.round((mean * lognormalFactor(random, PAY_SPREAD)) / 100) * 100;
}

/** The shift moves people up or down one step with that probability. */
function ratingOf(random: Random, shift: number, promoted: boolean): number {
  const base = pick(random, RATINGS);
  const step = random() < Math.abs(shift) ? Math.sign(shift) : 0;
  return Math.min(5, Math.max(promoted ? 3 : 1, base + step));
}

/** The hires whose leaving is known without its day: 1.5 %, spread thinly over classes. */
function undatedStarts(random: Random, starts: readonly Start[]): Set<Start> {
  const sizes = new Map<number, number>();
  for (const { applicant } of starts) {
    sizes.set(applicant.graduationYear, (sizes.get(applicant.graduationYear) ?? 0) + 1);
  }
  const used = new Map<number, number>();
  const chosen = new Set<Start>();
  const wanted = Math.round(starts.length * UNDATED);
  for (const start of shuffled(random, starts)) {
    const year = start.applicant.graduationYear;
    const count = (used.get(year) ?? 0) + 1;
    if (chosen.size >= wanted || start.hired > AS_OF - 500) continue;
    if (count > UNDATED_PER_CLASS * (sizes.get(year) ?? 0)) continue;
    used.set(year, count);
    chosen.add(start);
  }
  return chosen;
}

/** Leavings in the order of `starts`; draws are stratified within the same survival. */
function departures(
  random: Random,
  profile: Profile,
  starts: readonly Start[],
): (Departure | null)[] {
  const undated = undatedStarts(random, starts);
  const draws = new Map<Start, number>();
  for (const { value } of profile.survival) {
    const group = starts.filter(
      ({ applicant }) => valueFor(profile.survival, applicant.graduationYear) === value,
    );
    const values = stratified(random, group.length);
    for (const [index, start] of group.entries()) draws.set(start, values[index] ?? 0);
  }
  return starts.map((start) => {
    if (undated.has(start)) return undatedDeparture(random);
    const survival = valueFor(profile.survival, start.applicant.graduationYear);
    return departure(random, start.hired, survival, draws.get(start) ?? 0);
  });
}

/** The careers of all hires of one institution, in the same order. */
export function careers(random: Random, starts: readonly Start[]): Career[] {
  const [first] = starts;
  if (first === undefined) return [];
  const profile = PROFILES[first.applicant.institution.key];
  const leavings = departures(random, profile, starts);
  const tenures = starts.map((start, index) => {
    const leaving = leavings[index] ?? null;
    return { hired: start.hired, departure: leaving };
  });
  const promoted = promotions(random, profile.promotion, tenures);
  return starts.map(({ applicant, hired }, index) => {
    const leaving = leavings[index] ?? null;
    const last = leaving === null ? AS_OF : leaving.on;
    const rated = random() < (last !== null && last - hired > 365 ? 0.92 : 0.15);
    const promotion = promoted[index] ?? null;
    const paid = random() >= PAY_MISSING;
    return {
      departure: leaving,
      salary: paid ? salaryOf(random, applicant.degree, applicant.graduationYear) : null,
      monthsPaid: paid ? pick(random, MONTHS_PAID) : null,
      matchAnswered: random() >= MATCH_UNANSWERED,
      performance: rated ? ratingOf(random, profile.rating, promotion !== null) : null,
      promoted: promotion,
    };
  });
}
