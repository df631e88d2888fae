import { AS_OF, calendarDate, day, type Day } from './calendar.ts';
import type { Departure } from './candidate.ts';
import type { Survival } from './profiles.ts';
import { integer, pick, type Random, type Weighted } from './random.ts';

/** The days at which a survival is given, after day 0. */
const KNOTS = [183, 365, 730, 1093, 1095, 1825, 2920, 4300] as const;
const CONTRACT_KNOT = 1095;
/** Transfers inside the group: share a year, from this day of tenure on. */
const TRANSFERS_A_YEAR = 0.0135;
const FIRST_TRANSFER = 150;

const RESIGNATIONS: Weighted<string> = [
  ['Higher pay elsewhere', 26],
  ['Return to home region', 20],
  ['Career change', 16],
  ['Further study', 12],
  ['Shift work, night duty', 12],
  ['Family reasons', 9],
  ['Civil service post', 7],
  ['', 8],
];

/** Chinese names of the reasons for leaving. */
export const LEAVE_REASONS = {
  'Higher pay elsewhere': '其他单位薪酬更高',
  'Return to home region': '返回家乡发展',
  'Career change': '转换职业方向',
  'Further study': '继续深造',
  'Shift work, night duty': '倒班与夜班',
  'Family reasons': '家庭原因',
  'Civil service post': '考取公务员',
  'Probation not passed': '试用期未通过',
  'Breach of rules': '违反规章制度',
  'Contract not renewed': '合同到期未续签',
  'Move within the group': '集团内部调动',
} as const satisfies Record<string, string>;

/** How much likelier a resignation is on a day: after Spring Festival the most. */
function seasonWeight(value: Day): number {
  const { month, dayOfMonth } = calendarDate(value);
  if (month === 3 || (month === 2 && dayOfMonth >= 18)) return 1;
  if (month === 4) return 0.5;
  if (month === 7 || month === 8) return 0.35;
  return 0.25;
}

/** Three-year contracts end on the eve of the third anniversary: day 1,094 or 1,095. */
function contractEnd(hired: Day): Day {
  const { year, month, dayOfMonth } = calendarDate(hired);
  return day(year + 3, month, dayOfMonth) - 1;
}

/** The day of leaving for a draw in [0, 1), however far in the future; null for never. */
function leavingDay(random: Random, hired: Day, survival: Survival, draw: number): Day | null {
  let previous = 0;
  for (const [index, knot] of KNOTS.entries()) {
    if (draw >= (survival[index] ?? 0)) {
      if (knot === CONTRACT_KNOT) return contractEnd(hired);
      let chosen = hired + integer(random, previous + 1, knot);
      for (let attempt = 0; attempt < 20 && random() > seasonWeight(chosen); attempt += 1) {
        chosen = hired + integer(random, previous + 1, knot);
      }
      return chosen;
    }
    previous = knot;
  }
  return null;
}

/** An ordinary leaving for other reasons than a contract's end or a transfer. */
function resignation(random: Random, hired: Day, on: Day | null): Departure {
  const kind = random();
  if (kind < 0.03) return { on, type: 'unknown', reason: '' };
  if (kind < 0.09) {
    const reason = on !== null && on - hired <= 183 ? 'Probation not passed' : 'Breach of rules';
    return { on, type: 'dismissed', reason };
  }
  return { on, type: 'resigned', reason: pick(random, RESIGNATIONS) };
}

/**
 * How and when a hire left by the as-of day; null for those still there.
 * `draw` in [0, 1) decides against `survival`: the larger, the earlier.
 */
export function departure(
  random: Random,
  hired: Day,
  survival: Survival,
  draw: number,
): Departure | null {
  const on = leavingDay(random, hired, survival, draw);
  // Waiting time in whole years and days, from the same yearly share each year.
  let transferred = hired + FIRST_TRANSFER;
  while (transferred <= AS_OF && random() >= TRANSFERS_A_YEAR) transferred += 365;
  transferred += integer(random, 0, 364);
  if (transferred <= AS_OF && (on === null || transferred < on)) {
    return { on: transferred, type: 'transfer', reason: 'Move within the group' };
  }
  if (on === null || on > AS_OF) return null;
  if (on === contractEnd(hired)) {
    return { on, type: 'contract_end', reason: 'Contract not renewed' };
  }
  return resignation(random, hired, on);
}

/** A leaving whose day nobody wrote down. */
export function undatedDeparture(random: Random): Departure {
  return random() < 0.4
    ? { on: null, type: 'unknown', reason: '' }
    : { on: null, type: 'resigned', reason: pick(random, RESIGNATIONS) };
}
