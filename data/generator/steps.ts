import { AS_OF, day, workday, type Day } from './calendar.ts';
import type { Applicant, Channel, Steps } from './candidate.ts';
import { internFlags, internshipOf } from './internships.ts';
import { integer, itemAt, pick, stratified, type Random, type Weighted } from './random.ts';

type StartWindow = 'july' | 'summer' | 'early' | 'june' | 'next_spring';

/** When people start, as shares; classes graduate at the end of June. */
const START_WINDOWS: Weighted<StartWindow> = [
  ['july', 0.75],
  ['summer', 0.12],
  ['early', 0.08],
  ['june', 0.04],
  ['next_spring', 0.01],
];
const AUTUMN_OFFERS = 0.75;

const CHANNELS: Weighted<Channel> = [
  ['fair', 30],
  ['talk', 25],
  ['campus', 17],
  ['online', 15],
  ['referral', 8],
  ['agency', 3],
  ['other', 2],
];

function startDay(random: Random, year: number, window: StartWindow): Day {
  switch (window) {
    case 'july':
      return workday(random, day(year, 7, 1), day(year, 7, 15));
    case 'summer':
      return workday(random, day(year, 8, 1), day(year, 9, 25));
    case 'early':
      return workday(random, day(year, 2, 20), day(year, 4, 28));
    case 'june':
      return workday(random, day(year, 5, 6), day(year, 6, 27));
    case 'next_spring':
      return workday(random, day(year + 1, 2, 20), day(year + 1, 4, 20));
  }
}

function channelOf(random: Random, applicant: Applicant, interned: boolean): Channel {
  const orderClass = applicant.institution.key === 'vocational' && applicant.graduationYear >= 2021;
  if (orderClass && random() < 0.6) return 'order_class';
  if (interned && random() < 0.55) return 'internship';
  return pick(random, CHANNELS);
}

/** The day of a withdrawal after accepting; null for those who simply never appear. */
function withdrawal(random: Random, accepted: Day, graduationYear: number): Day | null {
  if (random() < 0.4) return null;
  return Math.min(accepted + integer(random, 15, 110), day(graduationYear, 7, 10));
}

function stepsOf(
  random: Random,
  applicant: Applicant,
  interned: boolean,
  window: StartWindow,
): Steps {
  const year = applicant.graduationYear;
  const { outcome } = applicant;
  // The class still under way can't have started next spring.
  const next = day(year + 1, 2, 20) > AS_OF && window === 'next_spring' ? 'july' : window;
  const startsEarly = outcome === 'hired' && (next === 'early' || next === 'june');
  const common = {
    channel: channelOf(random, applicant, interned),
    internship: interned ? internshipOf(random, applicant, startsEarly) : null,
    offered: null,
    accepted: null,
    declined: null,
    hired: null,
  };
  if (outcome === 'never_offered') return common;

  const autumn = startsEarly || random() < AUTUMN_OFFERS;
  const offered = autumn
    ? workday(random, day(year - 1, 10, 8), day(year - 1, 12, 24))
    : workday(random, day(year, 3, 1), day(year, 4, 24));
  const answered = offered + integer(random, 2, 20);
  switch (outcome) {
    case 'pending':
      return { ...common, offered };
    case 'declined':
      return { ...common, offered, declined: answered };
    case 'waiting':
      return { ...common, offered, accepted: answered };
    case 'reneged':
      return {
        ...common,
        offered,
        accepted: answered,
        declined: withdrawal(random, answered, year),
      };
    case 'hired':
      return { ...common, offered, accepted: answered, hired: startDay(random, year, next) };
  }
}

/** The season of each applicant of one institution, in the same order. */
export function seasons(random: Random, applicants: readonly Applicant[]): Steps[] {
  const flags = internFlags(random, applicants);
  const hired = applicants.filter(({ outcome }) => outcome === 'hired');
  const draws = stratified(random, hired.length);
  const windows = new Map(
    hired.map((applicant, index) => [applicant, itemAt(START_WINDOWS, draws[index] ?? 0)]),
  );
  return applicants.map((applicant) =>
    stepsOf(random, applicant, flags.get(applicant) ?? false, windows.get(applicant) ?? 'july'),
  );
}
