/** The day on which a number of months after the start ends: 183, 365, 730 and 1,095 for 6, 12, 24 and 36. */
export function dayOfMonths(months: number): number {
  return Math.round((months * 365) / 12);
}
