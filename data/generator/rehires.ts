import { AS_OF, calendarDate, workday } from './calendar.ts';
import type { Candidate } from './candidate.ts';
import { salaryOf } from './careers.ts';
import { integer, shuffled, type Random } from './random.ts';

/** Share of the hires who left and came back. */
const REHIRED = 0.01;

/** A second employment of someone who resigned, beside the first. */
export interface Rehire {
  readonly first: Candidate;
  readonly second: Candidate;
}

function comeback(random: Random, first: Candidate): Candidate | null {
  const { career, steps } = first;
  if (career?.departure?.type !== 'resigned' || career.departure.on === null) return null;
  const earliest = career.departure.on + integer(random, 150, 700);
  const hired = workday(random, earliest, earliest + 6);
  if (hired > AS_OF - 30) return null;
  const offered = hired - integer(random, 30, 60);
  return {
    applicant: first.applicant,
    steps: {
      ...steps,
      channel: 'other',
      internship: null,
      offered,
      accepted: offered + integer(random, 2, 14),
      declined: null,
      hired,
    },
    career: {
      departure: null,
      salary: salaryOf(random, first.applicant.degree, calendarDate(hired).year),
      monthsPaid: 13,
      matchAnswered: true,
      performance: null,
      promoted: null,
    },
  };
}

/** Who came back: 1 % of the hires, one second row each. */
export function rehires(random: Random, candidates: readonly Candidate[]): Rehire[] {
  const hired = candidates.filter(({ steps }) => steps.hired !== null);
  const wanted = Math.round(hired.length * REHIRED);
  const result: Rehire[] = [];
  for (const first of shuffled(random, hired)) {
    if (result.length === wanted) break;
    const second = comeback(random, first);
    if (second !== null) result.push({ first, second });
  }
  return result;
}
