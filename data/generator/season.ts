import { apportion } from './apportion.ts';
import type { Profile } from './profiles.ts';

/** How a candidate's season ended; `waiting` has accepted and not started yet. */
export type Outcome = 'hired' | 'waiting' | 'reneged' | 'declined' | 'pending' | 'never_offered';

export interface Ending {
  readonly graduationYear: number;
  readonly outcome: Outcome;
}

const LAST_CLASS = 2026;
/** Shares: reneged of accepted, unanswered of offered, never offered of candidates. */
const RENEGED = 0.071;
const UNANSWERED = 0.015;
const NEVER_OFFERED = 0.215;
/** Of the last class, for each hire, how many have accepted and start later. */
const WAITING = 0.06;

/** Every candidate of an institution as class and ending; the hires are exactly `profile.hires`. */
export function endings(profile: Profile): Ending[] {
  const classes = Object.entries(profile.classes).map(([year, weight]) => ({
    graduationYear: Number(year),
    weight,
  }));
  const weights = classes.map(({ weight }) => weight);
  const hires = apportion(profile.hires, weights);
  const lastHires = classes.at(-1)?.graduationYear === LAST_CLASS ? (hires.at(-1) ?? 0) : 0;
  const waiting = Math.round(lastHires * WAITING);

  const accepted = (profile.hires + waiting) / (1 - RENEGED);
  const declined = accepted * (1 / profile.acceptance - 1);
  const pending = (accepted + declined) * UNANSWERED;
  const neverOffered = ((accepted + declined + pending) * NEVER_OFFERED) / (1 - NEVER_OFFERED);

  const totals: readonly (readonly [Outcome, number])[] = [
    ['reneged', accepted * RENEGED],
    ['declined', declined],
    ['pending', pending],
    ['never_offered', neverOffered],
  ];
  const counts = new Map<Outcome, number[]>([['hired', hires]]);
  for (const [outcome, total] of totals) counts.set(outcome, apportion(Math.round(total), weights));

  const result: Ending[] = [];
  for (const [outcome, parts] of counts) {
    for (const [index, { graduationYear }] of classes.entries()) {
      for (let i = 0; i < (parts[index] ?? 0); i += 1) result.push({ graduationYear, outcome });
    }
  }
  for (let i = 0; i < waiting; i += 1)
    result.push({ graduationYear: LAST_CLASS, outcome: 'waiting' });
  return result;
}
