import { AS_OF, type Day } from './calendar.ts';
import type { Departure } from './candidate.ts';
import { integer, shuffled, type Random } from './random.ts';

/** The window of the promotion rate, and the shortest time to a first promotion, in days. */
const WINDOW = 730;
const EARLIEST = 330;
/** Share of the remaining people who get their first promotion after the window. */
const LATER = 0.45;

interface Tenure {
  readonly hired: Day;
  readonly departure: Departure | null;
}

/** Days of tenure known by the as-of day; null where the day of leaving is not known. */
function tenureDays({ hired, departure }: Tenure): number | null {
  if (departure === null) return AS_OF - hired;
  return departure.on === null ? null : departure.on - hired;
}

/**
 * The day of the first promotion of each hire, or null. `rate` is the share promoted within
 * 730 days among those followed so long or gone before, so the promoted come from the
 * people who stayed long enough.
 */
export function promotions(
  random: Random,
  rate: number,
  tenures: readonly Tenure[],
): (Day | null)[] {
  const people = tenures.map((tenure, index) => ({ index, tenure, days: tenureDays(tenure) }));
  const isMature = ({ hired, departure }: Tenure) => AS_OF - hired >= WINDOW || departure !== null;
  const mature = people.filter(({ tenure, days }) => isMature(tenure) && days !== null);
  const running = people.filter(({ tenure }) => !isMature(tenure));
  const result: (Day | null)[] = tenures.map(() => null);

  let left = Math.round(rate * mature.length);
  for (const { index, tenure, days } of shuffled(random, mature)) {
    if (days === null || days <= EARLIEST + 30) continue;
    if (left > 0) {
      result[index] = tenure.hired + integer(random, EARLIEST, Math.min(WINDOW, days - 20));
      left -= 1;
    } else if (days > WINDOW + 60 && random() < LATER) {
      const last = Math.min(2000, days - 20);
      result[index] = tenure.hired + integer(random, WINDOW + 1, last);
    }
  }
  for (const { index, tenure } of running) {
    const promoted = tenure.hired + integer(random, EARLIEST, WINDOW);
    if (promoted <= AS_OF && random() < rate) result[index] = promoted;
  }
  return result;
}
