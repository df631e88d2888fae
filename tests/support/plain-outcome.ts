import { fixedDay, type Day } from '../../domain/dates.ts';
import type { EventId } from '../../domain/events.ts';
import type { OutcomeId, StepRecord } from '../../domain/outcomes.ts';
import { KNOWN, type Hire } from '../../domain/records/hire.ts';

/** What of a hire was true at an as-of day. */
interface Facts {
  readonly asOf: Day;
  readonly hired: boolean;
  /** Days watched from the start, or null where the stay cannot be followed. */
  readonly watched: number | null;
  /** Whether the watch ended by a transfer, retirement or death. */
  readonly censored: boolean;
  /** Days from the start to a leaving that counts, or null. */
  readonly leftAfter: number | null;
}

const reached = (day: Day | null, asOf: Day): boolean => day !== null && day <= asOf;
const knows = (hire: Hire, bit: number): boolean => (hire.known & bit) === bit;

function outcomeOfHired({ watched, censored, leftAfter }: Facts): OutcomeId {
  if (watched === null) return 'untracked';
  if (watched < 365) return censored ? 'untracked' : 'first_year';
  if (leftAfter !== null && leftAfter <= 365) return 'left_first_year';
  if (watched < 1095) return 'stayed_year';
  return leftAfter !== null && leftAfter <= 1095 ? 'left_three_years' : 'stayed_three_years';
}

/** How far somebody came, by plain rules; null for rosters. */
export function plainOutcome(hire: Hire, facts: Facts): OutcomeId | null {
  const { asOf } = facts;
  if (knows(hire, KNOWN.roster)) return null;
  if (facts.hired) return outcomeOfHired(facts);
  if (!knows(hire, KNOWN.hired)) return 'unknown';
  const { acceptedOn, declinedOn, offeredOn } = hire;
  const declined = declinedOn !== null && declinedOn <= asOf;
  if (acceptedOn !== null && acceptedOn <= asOf) {
    const yearEnd = fixedDay(hire.graduationYear, 12, 31);
    const lastStart = acceptedOn > yearEnd ? acceptedOn + 365 : yearEnd;
    const over = Math.min(asOf, hire.followedTo) >= lastStart;
    return over || (declined && declinedOn >= acceptedOn) ? 'reneged' : 'waiting';
  }
  if (declined) return 'declined';
  if (!knows(hire, KNOWN.accepted)) return 'unknown';
  if (reached(offeredOn, asOf)) return knows(hire, KNOWN.declined) ? 'pending' : 'unanswered';
  return knows(hire, KNOWN.offered) ? 'not_offered' : 'unknown';
}

/** Whether somebody's steps are all on record, by plain rules; null for rosters. */
export function plainSteps(hire: Hire, { asOf, hired }: Facts): StepRecord | null {
  if (knows(hire, KNOWN.roster)) return null;
  const shown = knows(hire, KNOWN.offered) && knows(hire, KNOWN.accepted);
  if (!shown || (!hired && !knows(hire, KNOWN.hired))) return 'unknown';
  const offered = reached(hire.offeredOn, asOf);
  const accepted = reached(hire.acceptedOn, asOf);
  if (hired) return offered && accepted ? 'complete' : 'skipped';
  if (accepted || reached(hire.declinedOn, asOf)) return offered ? 'complete' : 'skipped';
  return 'complete';
}

/** The day on which each event befell somebody by the as-of day; null where it did not. */
export function plainEvents(hire: Hire, asOf: Day): Record<EventId, Day | null> {
  const { acceptedOn, declinedOn } = hire;
  const withdrew = acceptedOn !== null && declinedOn !== null && declinedOn >= acceptedOn;
  const days: Record<EventId, Day | null> = {
    interned: hire.internedFrom ?? hire.internedTo,
    offered: hire.offeredOn,
    accepted: acceptedOn,
    declined: withdrew ? null : declinedOn,
    withdrawn: withdrew ? declinedOn : null,
    hired: hire.hiredOn,
    left: hire.leftOn,
    promoted: hire.promotedOn,
  };
  const counts = !knows(hire, KNOWN.roster);
  const past = (day: Day | null) => (counts && day !== null && day <= asOf ? day : null);
  return {
    interned: past(days.interned),
    offered: past(days.offered),
    accepted: past(days.accepted),
    declined: past(days.declined),
    withdrawn: past(days.withdrawn),
    hired: past(days.hired),
    left: past(days.left),
    promoted: past(days.promoted),
  };
}
