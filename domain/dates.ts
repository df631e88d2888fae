/** A calendar date as whole days since 1970-01-01, without time or zone. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a Gregorian date (month 1–12), or null where no such date exists (30 February). */
export function dayOf(year: number, month: number, date: number): Day | null {
  const time = new Date(0).setUTCFullYear(year, month - 1, date);
  const back = new Date(time);
  const exists =
    back.getUTCFullYear() === year &&
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === date;
  return exists ? time / MS_PER_DAY : null;
}

/** Parses `YYYY-MM-DD`; null where the text is no existing date in exactly that form. */
export function dayFromIso(iso: string): Day | null {
  const match = ISO_DATE.exec(iso);
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** A day as `YYYY-MM-DD`. */
export function isoFromDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The calendar year of a day. */
export function yearOfDay(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** A day of a year that always exists (not 29 February); throws a RangeError otherwise. */
export function fixedDay(year: number, month: number, date: number): Day {
  const day = dayOf(year, month, date);
  if (day === null) throw new RangeError(`No such date: ${year}-${month}-${date}`);
  return day;
}

/** The same calendar date a number of years earlier; 29 February becomes 28 February. */
export function yearsBefore(day: Day, years: number): Day {
  const date = new Date(day * MS_PER_DAY);
  const year = date.getUTCFullYear() - years;
  const month = date.getUTCMonth() + 1;
  return dayOf(year, month, date.getUTCDate()) ?? fixedDay(year, month, 28);
}

/** Today in UTC. */
export function today(): Day {
  return Math.floor(Date.now() / MS_PER_DAY);
}
