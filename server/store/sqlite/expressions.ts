import type { Day } from '../../../domain/dates.ts';
import type { DimensionId } from '../../../domain/dimensions.ts';
import type { EventTime } from '../../../domain/events.ts';
import {
  CAMPUS_YEARS,
  PROMOTION_DAYS,
  THIRD_YEAR_DAYS,
  TURNOVER_DAYS,
  type HireMeasureId,
} from '../../../domain/measures.ts';
import type { DistributionId } from '../../../domain/metrics/needs.ts';
import { KNOWN } from '../../../domain/records/hire.ts';
import { eventSql } from './event-expressions.ts';
import {
  entryOf,
  type DimensionExpression,
  type FactTable,
  type MeasureExpression,
} from './fact-table.ts';
import { conditions } from './hire-conditions.ts';
import { outcomeSql, stepsSql } from './outcome-expressions.ts';
import { and, DAYS_FROM_30_JUNE, knows, YEAR_END, yearEnd } from './sql-parts.ts';

/** The first and the last day on which a campus hire may start. */
const CAMPUS_FROM = `${yearEnd(`(h.graduation_year - ${CAMPUS_YEARS})`)} - ${DAYS_FROM_30_JUNE}`;
const CAMPUS_TO = `${yearEnd(`(h.graduation_year + ${CAMPUS_YEARS})`)} - ${DAYS_FROM_30_JUNE}`;

const normalizedPlace = (column: string): string => `lower(rtrim(trim(${column}), '省市'))`;

/** Whether a row has come into sight by the as-of day: none of its dates given, or one of them reached. */
function visible(asOf: Day): string {
  // The dates that most people have come first: one that has been reached decides.
  const dates = [
    'hired_on',
    'offered_on',
    'interned_from',
    'interned_to',
    'accepted_on',
    'declined_on',
    'left_on',
  ];
  const columns = dates.map((date) => `h.${date}`);
  const reached = columns.map((column) => `${column} <= ${asOf}`);
  return `(${reached.join(' OR ')} OR coalesce(${columns.join(', ')}) IS NULL)`;
}

/** SQL of every measure for one as-of day. */
function measureExpressions(asOf: Day): Record<HireMeasureId, MeasureExpression> {
  const is = conditions(asOf);
  const decided = and(
    is.counted,
    knows(KNOWN.accepted, KNOWN.declined),
    `${is.accepted} OR h.declined_on <= ${asOf}`,
  );
  const watched = (days: number) => and(is.tenured, `${is.watched} >= ${days}`);
  const leftWithin = (days: number) =>
    and(is.left, `NOT ${is.censored}`, `h.left_on - h.hired_on <= ${days}`);
  const stayed = (days: number) => and(watched(days), `NOT coalesce(${leftWithin(days)}, 0)`);
  const notWatchedYet = (days: number) =>
    and(is.tenured, `NOT coalesce(${is.censored}, 0)`, `${is.followed} - h.hired_on < ${days}`);
  const internAnswer = and(is.eligibleIntern, knows(KNOWN.accepted, KNOWN.declined));
  const promotionFollowed = and(is.promotable, `${is.followed} - h.hired_on >= ${PROMOTION_DAYS}`);
  const provinces = 'h.province IS NOT NULL AND s.province IS NOT NULL';
  const cities = 'h.city IS NOT NULL AND s.city IS NOT NULL';
  const rated = and(is.hire, 'h.performance IS NOT NULL');
  return {
    candidates: { when: is.counted },
    interns: { when: and(is.counted, `${is.interned} OR h.stage = 'interned'`) },
    offers: { when: and(is.counted, is.offered) },
    acceptances: { when: and(is.counted, is.accepted) },
    hires: { when: is.hire },
    campus_hires: { when: and(is.hire, `h.hired_on BETWEEN ${CAMPUS_FROM} AND ${CAMPUS_TO}`) },
    campus_undated: { when: and(is.hire, 'h.hired_on IS NULL') },
    headcount: {
      when: and(is.hired, `h.left_on IS NULL OR h.left_on > ${asOf}`, `NOT (${is.undatedLeaver})`),
    },
    decided: { when: decided },
    decided_accepted: { when: and(decided, is.accepted) },
    accepted_mature: { when: is.matureAcceptance },
    accepted_reneged: {
      when: and(
        is.matureAcceptance,
        `coalesce(h.declined_on <= ${asOf} AND h.declined_on >= h.accepted_on, 0)
          OR NOT coalesce(CASE WHEN h.hired_on IS NULL THEN ${is.hired} ELSE h.hired_on <= ${YEAR_END} END, 0)`,
      ),
    },
    accepted_started: { when: and(is.matureAcceptance, is.hired) },
    accepted_open: { when: is.openAcceptance },
    interns_offer_known: { when: is.eligibleIntern },
    interns_offered: { when: and(is.eligibleIntern, is.offered) },
    interns_accept_known: { when: and(is.eligibleIntern, knows(KNOWN.accepted)) },
    interns_accepted: {
      when: and(is.eligibleIntern, knows(KNOWN.accepted), is.offered, is.accepted),
    },
    interns_answer_known: { when: internAnswer },
    interns_answer_offered: { when: and(internAnswer, is.offered) },
    interns_answer_decided: {
      when: and(internAnswer, is.offered, `${is.accepted} OR h.declined_on <= ${asOf}`),
    },
    interns_answer_accepted: { when: and(internAnswer, is.offered, is.accepted) },
    hires_intern_known: { when: and(is.hire, knows(KNOWN.interned)) },
    hires_interned: { when: and(is.hire, knows(KNOWN.interned), is.interned) },
    hires_leave_known: { when: and(is.hire, knows(KNOWN.left)) },
    hires_undated: {
      when: and(is.hire, knows(KNOWN.left), `h.hired_on IS NULL OR (${is.undatedLeaver})`),
    },
    leavers: { when: and(is.hire, knows(KNOWN.left), is.gone) },
    tenured_183: { when: and(is.tenured, `${is.followed} - h.hired_on >= 183`) },
    tenured_365: { when: and(is.tenured, `${is.followed} - h.hired_on >= 365`) },
    tenured_730: { when: and(is.tenured, `${is.followed} - h.hired_on >= 730`) },
    tenured_1095: { when: and(is.tenured, `${is.followed} - h.hired_on >= 1095`) },
    turnover_followed: { when: watched(TURNOVER_DAYS) },
    turnover_left: { when: and(watched(TURNOVER_DAYS), leftWithin(TURNOVER_DAYS)) },
    turnover_open: { when: notWatchedYet(TURNOVER_DAYS) },
    first_year_stayed: { when: stayed(TURNOVER_DAYS) },
    third_year_followed: { when: watched(THIRD_YEAR_DAYS) },
    third_year_stayed: { when: stayed(THIRD_YEAR_DAYS) },
    third_year_open: { when: notWatchedYet(THIRD_YEAR_DAYS) },
    matched_answered: { when: and(is.hire, 'h.major_match IS NOT NULL') },
    matched: { when: and(is.hire, 'h.major_match = 1') },
    rated: { when: rated },
    rating_sum: { when: rated, sum: 'h.performance' },
    top_rated: { when: and(is.hire, 'h.performance >= 400') },
    hires_promotion_known: { when: and(is.hire, knows(KNOWN.promoted)) },
    promotion_followed: { when: promotionFollowed },
    promotion_promoted: {
      when: and(
        promotionFollowed,
        `h.promoted_on <= ${is.followed}`,
        `h.promoted_on - h.hired_on <= ${PROMOTION_DAYS}`,
      ),
    },
    promotion_open: { when: and(is.promotable, `${is.followed} - h.hired_on < ${PROMOTION_DAYS}`) },
    local_known: { school: true, when: and(is.hire, `(${provinces}) OR (${cities})`) },
    local: {
      school: true,
      when: and(
        is.hire,
        `CASE WHEN ${provinces} THEN ${normalizedPlace('h.province')} = ${normalizedPlace('s.province')}
          ELSE ${normalizedPlace('h.city')} = ${normalizedPlace('s.city')} END`,
      ),
    },
  };
}

/** The value of a dimension in a row, at an as-of day. */
function dimensionSql(id: DimensionId, asOf: Day): DimensionExpression {
  const is = conditions(asOf);
  const expressions: Record<DimensionId, DimensionExpression> = {
    school: { expression: 'h.school_id' },
    college: { expression: 'h.college_id' },
    major: { expression: 'h.major_id' },
    family: { expression: 'm.family', major: true },
    year: { expression: 'h.graduation_year' },
    hire_year: { expression: `CASE WHEN h.hired_on <= ${asOf} THEN h.hire_year END` },
    degree: { expression: 'h.degree' },
    channel: { expression: 'h.channel' },
    department: { expression: 'h.department' },
    city: { expression: 'h.city' },
    intern: {
      expression: `CASE WHEN ${is.interned} OR h.stage = 'interned' THEN 'yes'
        WHEN ${knows(KNOWN.interned)} THEN 'no' END`,
    },
    leave_type: { expression: `CASE WHEN ${is.gone} THEN coalesce(h.leave_type, 'unknown') END` },
    leave_year: {
      expression: `CASE WHEN ${is.left} AND h.hired_on IS NOT NULL THEN
        CASE WHEN h.left_on - h.hired_on <= 365 THEN 'first'
          WHEN h.left_on - h.hired_on <= 730 THEN 'second'
          WHEN h.left_on - h.hired_on <= 1095 THEN 'third' ELSE 'later' END END`,
    },
    outcome: { expression: outcomeSql(is, asOf) },
    steps: { expression: stepsSql(is, asOf) },
  };
  return expressions[id];
}

/** What the distributions read: which rows, their value, and whether it is an event. */
export function distributionSql(id: DistributionId | EventTime, asOf: Day) {
  const is = conditions(asOf);
  if (typeof id === 'object') return { ...eventSql(id, is, asOf), event: '0' };
  return id === 'salary'
    ? { when: and(is.hire, 'h.salary IS NOT NULL'), value: 'h.salary', event: '0' }
    : {
        when: is.tenured,
        value: `CASE WHEN ${is.left} THEN h.left_on ELSE ${is.followed} END - h.hired_on`,
        event: `CASE WHEN ${is.left} AND NOT ${is.censored} THEN 1 ELSE 0 END`,
      };
}

/** How hires are read. */
export const HIRE_TABLE: FactTable = {
  from: 'hires h',
  joins: {
    school: 'JOIN schools s ON s.id = h.school_id',
    major: 'JOIN majors m ON m.id = h.major_id',
  },
  school: 'h.school_id',
  visible: ({ asOf }) => visible(asOf),
  dimension: dimensionSql,
  measure: (id, asOf) => entryOf<MeasureExpression>(measureExpressions(asOf), id),
};
