import type { RetentionCurve } from '../../client/api/retention.ts';
import { curveGroups } from '../../client/panels/survival/survival-shape.ts';
import { dayOfMonths } from '../../domain/metrics/months.ts';

/** A curve that falls by a hundredth each month, with 100 people of whom as many are lost from sight. */
export function curve(
  school: number,
  months: number,
  fall = 0.01,
  change: Partial<RetentionCurve> = {},
): RetentionCurve {
  const survival = (month: number) => 1 - fall * month;
  const at = (month: number) => ({
    day: dayOfMonths(month),
    survival: survival(month),
    low: survival(month) - 0.05,
    high: Math.min(1, survival(month) + 0.05),
    atRisk: Math.max(0, 100 - 2 * month),
  });
  const all = Array.from({ length: months + 1 }, (_, month) => month);
  return {
    key: { school: { id: school, name: `School ${school}`, nameZh: `学校${school}` } },
    n: 100,
    events: months,
    points: all.slice(3).map((month) => ({ ...at(month), events: 1 })),
    medianDays: null,
    lastDay: dayOfMonths(months) + 5,
    smallFrom: months > 45 ? dayOfMonths(46) : null,
    monthly: all.map((month) => ({ month, ...at(month) })),
    status: 'ok',
    ...change,
  };
}

/** A group without a curve. */
export const NONE: RetentionCurve = {
  key: { school: { id: 9, name: 'School 9', nameZh: null } },
  n: 0,
  events: 0,
  points: [],
  medianDays: null,
  lastDay: null,
  smallFrom: null,
  monthly: [],
  status: 'no_data',
  reason: 'undated',
};

/** The curve of everybody else. */
export const OTHERS: RetentionCurve = { ...curve(0, 40), key: {}, others: true };

/** Curves of schools as a panel has them. */
export const groupsOf = (...rows: RetentionCurve[]) =>
  curveGroups(rows, 'school', 'en', 'Everybody else');
