import { sql, type Kysely } from 'kysely';
import {
  CONTRACT_DAYS,
  CONTRACT_ENDS_WITHIN,
  INTERNSHIP_ENDED_WITHIN,
  INTERNSHIP_ENDS_WITHIN,
  RENEGING_BEFORE_GRADUATION,
  type ActionListId,
} from '../../../domain/action-lists.ts';
import type { Day } from '../../../domain/dates.ts';
import type { ActionReader, ActionRecord, ActionRule } from '../action-ports.ts';
import type { KeyValue } from '../ports.ts';
import { selectedRows } from './aggregator.ts';
import { HIRE_TABLE } from './expressions.ts';
import type { Database } from './schema.ts';
import { and, DAYS_FROM_30_JUNE, YEAR_END } from './sql-parts.ts';

interface ActionExpression {
  readonly when: string;
  /** The day that makes it urgent. */
  readonly due: string;
  /** Orders the list, least first. */
  readonly urgency: string;
}

/** Puts what is over behind everything that is still to come. */
const OVER = 10_000;

/** SQL of every list. */
function expressions({ asOf, season, knownTo }: ActionRule & { readonly asOf: Day }) {
  const outcome = HIRE_TABLE.dimension('outcome', asOf).expression;
  const graduation = `(${YEAR_END} - ${DAYS_FROM_30_JUNE})`;
  const contractEnd = `(h.hired_on + ${CONTRACT_DAYS})`;
  const lists: Record<ActionListId, ActionExpression> = {
    internships: {
      when: and(
        `h.graduation_year >= ${season}`,
        `coalesce(h.interned_from, h.interned_to) <= ${asOf}`,
        `h.interned_to BETWEEN ${asOf - INTERNSHIP_ENDED_WITHIN} AND ${asOf + INTERNSHIP_ENDS_WITHIN}`,
        `${outcome} IN ('not_offered', 'pending')`,
      ),
      due: 'h.interned_to',
      urgency: `CASE WHEN h.interned_to >= ${asOf} THEN h.interned_to - ${asOf}
        ELSE ${OVER} + ${asOf} - h.interned_to END`,
    },
    reneging: {
      when: and(
        `${graduation} - ${RENEGING_BEFORE_GRADUATION} <= ${asOf}`,
        `h.hired_on IS NULL OR h.hired_on <= ${knownTo}`,
        `${outcome} = 'waiting'`,
      ),
      due: graduation,
      urgency: 'h.accepted_on',
    },
    contracts: {
      when: and(
        `${contractEnd} BETWEEN ${asOf} AND ${asOf + CONTRACT_ENDS_WITHIN}`,
        `h.left_on IS NULL OR h.left_on > ${asOf}`,
        'NOT (h.leave_type IS NOT NULL AND h.left_on IS NULL)',
      ),
      due: contractEnd,
      urgency: contractEnd,
    },
  };
  return lists;
}

type Row = Readonly<Record<string, string | number | null>>;

const text = (value: KeyValue | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
const number = (value: KeyValue | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

function recordOf(row: Row, asOf: Day): ActionRecord {
  const past = (name: string): Day | null => {
    const day = number(row[name]);
    return day !== null && day <= asOf ? day : null;
  };
  return {
    id: Number(row['id']),
    urgency: Number(row['urgency']),
    candidateId: text(row['candidate_id']),
    employeeId: text(row['employee_id']),
    schoolId: Number(row['school_id']),
    majorId: Number(row['major_id']),
    department: text(row['department']),
    degree: text(row['degree']),
    graduationYear: Number(row['graduation_year']),
    internedFrom: past('interned_from'),
    internedTo: number(row['interned_to']),
    offeredOn: past('offered_on'),
    acceptedOn: past('accepted_on'),
    hiredOn: past('hired_on'),
    dueOn: Number(row['due']),
  };
}

/** The condition of being on a list on a day. */
export function listedSql(rule: ActionRule, asOf: Day): string {
  return expressions({ ...rule, asOf })[rule.list].when;
}

/** Reads the lists over a read-only handle. */
export function actionReader(db: Kysely<Database>): ActionReader {
  return {
    actions: async (query) => {
      const { when, due, urgency } = expressions(query)[query.list];
      const { after, limit } = query;
      const place = sql.raw(`(${urgency})`);
      const later =
        after === null
          ? sql``
          : sql`AND (${place} > ${after.urgency} OR (${place} = ${after.urgency} AND h.id > ${after.id}))`;
      const { rows } = await sql<Row>`
        SELECT h.id, h.candidate_id, h.employee_id, h.school_id, h.major_id, h.department, h.degree,
          h.graduation_year, h.interned_from, h.interned_to, h.offered_on, h.accepted_on, h.hired_on,
          ${sql.raw(due)} AS due, ${place} AS urgency
        ${selectedRows({ ...query, by: [] }, {})} AND ${sql.raw(when)} ${later}
        ORDER BY ${place}, h.id LIMIT ${limit + 1}`.execute(db);
      const page = rows.slice(0, limit).map((row) => recordOf(row, query.asOf));
      const last = page.at(-1);
      const next = rows.length > limit && last ? { urgency: last.urgency, id: last.id } : null;
      return { rows: page, next };
    },
    actionCounts: async (selection, by) => {
      const { when } = expressions(selection)[selection.list];
      const { expression, ...joins } = HIRE_TABLE.dimension(by, selection.asOf);
      const { rows } = await sql<{ value: KeyValue; count: number }>`
        SELECT +(${sql.raw(expression)}) AS value, count(*) AS count
        ${selectedRows({ ...selection, by: [] }, joins)} AND ${sql.raw(when)}
        GROUP BY 1 ORDER BY 2 DESC, 1`.execute(db);
      return rows;
    },
  };
}
