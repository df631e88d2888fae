import type { Day } from '../../../domain/dates.ts';
import { THIRD_YEAR_DAYS, TURNOVER_DAYS } from '../../../domain/measures.ts';
import type { OutcomeId, StepRecord } from '../../../domain/outcomes.ts';
import { KNOWN } from '../../../domain/records/hire.ts';
import { knows, YEAR_END } from './sql-parts.ts';

/** The conditions at an as-of day that outcomes are told by. */
interface OutcomeConditions {
  readonly counted: string;
  readonly hired: string;
  readonly offered: string;
  readonly accepted: string;
  readonly followed: string;
  readonly left: string;
  readonly censored: string;
  readonly tenured: string;
  readonly watched: string;
}

/** How long somebody who accepted after the end of the graduation year has to start, in days. */
const LATE_ACCEPTANCE_DAYS = 365;

const is = (outcome: OutcomeId): string => `'${outcome}'`;
const record = (steps: StepRecord): string => `'${steps}'`;

/** How far a row came: one outcome, the first that applies; null for rosters. */
export function outcomeSql(at: OutcomeConditions, asOf: Day): string {
  const leftWithin = (days: number) =>
    `${at.left} AND NOT ${at.censored} AND h.left_on - h.hired_on <= ${days}`;
  const lastStart = `CASE WHEN h.accepted_on <= ${YEAR_END} THEN ${YEAR_END}
    ELSE h.accepted_on + ${LATE_ACCEPTANCE_DAYS} END`;
  return `CASE
    WHEN NOT (${at.counted}) THEN NULL
    WHEN ${at.hired} THEN CASE
      WHEN NOT coalesce(${at.tenured}, 0) THEN ${is('untracked')}
      WHEN ${at.watched} < ${TURNOVER_DAYS}
        THEN CASE WHEN ${at.censored} THEN ${is('untracked')} ELSE ${is('first_year')} END
      WHEN ${leftWithin(TURNOVER_DAYS)} THEN ${is('left_first_year')}
      WHEN ${at.watched} < ${THIRD_YEAR_DAYS} THEN ${is('stayed_year')}
      WHEN ${leftWithin(THIRD_YEAR_DAYS)} THEN ${is('left_three_years')}
      ELSE ${is('stayed_three_years')} END
    WHEN NOT (${knows(KNOWN.hired)}) THEN ${is('unknown')}
    WHEN ${at.accepted} THEN CASE
      WHEN (h.declined_on <= ${asOf} AND h.declined_on >= h.accepted_on)
        OR ${lastStart} <= ${at.followed} THEN ${is('reneged')}
      ELSE ${is('waiting')} END
    WHEN h.declined_on <= ${asOf} THEN ${is('declined')}
    WHEN NOT (${knows(KNOWN.accepted)}) THEN ${is('unknown')}
    WHEN ${at.offered}
      THEN CASE WHEN ${knows(KNOWN.declined)} THEN ${is('pending')} ELSE ${is('unanswered')} END
    WHEN ${knows(KNOWN.offered)} THEN ${is('not_offered')}
    ELSE ${is('unknown')} END`;
}

/** Whether a row's steps can be followed one by one; null for rosters. */
export function stepsSql(at: OutcomeConditions, asOf: Day): string {
  const [offered, accepted, hired] = [at.offered, at.accepted, at.hired].map(
    (condition) => `coalesce(${condition}, 0)`,
  );
  const answered = `(${accepted} OR coalesce(h.declined_on <= ${asOf}, 0))`;
  return `CASE
    WHEN NOT (${at.counted}) THEN NULL
    WHEN NOT (${knows(KNOWN.offered, KNOWN.accepted)} AND (${hired} OR ${knows(KNOWN.hired)}))
      THEN ${record('unknown')}
    WHEN ((${answered} OR ${hired}) AND NOT ${offered}) OR (${hired} AND NOT ${accepted})
      THEN ${record('skipped')}
    ELSE ${record('complete')} END`;
}
