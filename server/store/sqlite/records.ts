import { sql, type Kysely } from 'kysely';
import { isoFromDay, type Day } from '../../../domain/dates.ts';
import { AppError } from '../../../domain/errors.ts';
import { MINOR_UNITS } from '../../../domain/money.ts';
import type { HireRecord, RecordsQuery } from '../ports.ts';
import { selectedRows } from './aggregator.ts';
import type { Database } from './schema.ts';

type Raw = string | number | null;
type Show = (value: Raw) => string | number | boolean | null;

const plain: Show = (value) => value;
const date: Show = (value) => (typeof value === 'number' ? isoFromDay(value) : null);
const money: Show = (value) => (typeof value === 'number' ? value / MINOR_UNITS : null);
const rating: Show = (value) => (typeof value === 'number' ? value / 100 : null);
const flag: Show = (value) => (value === null ? null : value === 1);

interface Field {
  readonly from: string;
  readonly show: Show;
  /** Whether it is only seen from the day in `since` on (its own value, where it is a date). */
  readonly since?: string;
}

/** Every field of a record: where it comes from and how it is shown. Each can be sorted by. */
const FIELDS: Readonly<Record<string, Field>> = {
  id: { from: 'h.id', show: plain },
  company: { from: 'h.company', show: plain },
  candidate_id: { from: 'h.candidate_id', show: plain },
  employee_id: { from: 'h.employee_id', show: plain },
  school_id: { from: 'h.school_id', show: plain },
  school: { from: 's.name', show: plain },
  college_id: { from: 'h.college_id', show: plain },
  college: { from: '(SELECT name FROM colleges WHERE id = h.college_id)', show: plain },
  major_id: { from: 'h.major_id', show: plain },
  major: { from: 'm.name', show: plain },
  degree: { from: 'h.degree', show: plain },
  graduation_year: { from: 'h.graduation_year', show: plain },
  channel: { from: 'h.channel', show: plain },
  interned_from: { from: 'h.interned_from', show: date, since: 'h.interned_from' },
  interned_to: { from: 'h.interned_to', show: date, since: 'h.interned_to' },
  internship_base: { from: 'h.internship_base', show: plain },
  offered_on: { from: 'h.offered_on', show: date, since: 'h.offered_on' },
  accepted_on: { from: 'h.accepted_on', show: date, since: 'h.accepted_on' },
  declined_on: { from: 'h.declined_on', show: date, since: 'h.declined_on' },
  hired_on: { from: 'h.hired_on', show: date, since: 'h.hired_on' },
  left_on: { from: 'h.left_on', show: date, since: 'h.left_on' },
  leave_type: { from: 'h.leave_type', show: plain, since: 'h.left_on' },
  leave_reason: { from: 'h.leave_reason', show: plain, since: 'h.left_on' },
  department: { from: 'h.department', show: plain },
  position: { from: 'h.position', show: plain },
  city: { from: 'h.city', show: plain },
  province: { from: 'h.province', show: plain },
  salary: { from: 'h.salary', show: money },
  major_match: { from: 'h.major_match', show: flag },
  performance: { from: 'h.performance', show: rating },
  promoted_on: { from: 'h.promoted_on', show: date, since: 'h.promoted_on' },
  stage: { from: 'h.stage', show: plain },
  followed_to: { from: 'h.followed_to', show: date },
};

/** A field as it stood on a day: what lies after it has not happened, and what has no date always holds. */
function asOfDay({ from, since }: Field, asOf: Day): string {
  return since === undefined ? from : `CASE WHEN ${since} > ${asOf} THEN NULL ELSE ${from} END`;
}

/** The names of a record's fields, in their order. */
export const RECORD_FIELDS = Object.keys(FIELDS);

/**
 * One page of the records behind a selection, ordered by one field, blank values last, ties by id.
 * @throws AppError `invalid_input` for a field that records do not have.
 */
export async function readRecords(
  db: Kysely<Database>,
  query: RecordsQuery,
): Promise<{ rows: HireRecord[]; next: RecordsQuery['after'] }> {
  const sorted = Object.hasOwn(FIELDS, query.sort) ? FIELDS[query.sort] : undefined;
  if (sorted === undefined) {
    throw new AppError(
      'invalid_input',
      `Records cannot be sorted by "${query.sort}". Fields: ${RECORD_FIELDS.join(', ')}.`,
    );
  }
  const column = sql.raw<Raw>(asOfDay(sorted, query.asOf));
  const direction = sql.raw(query.descending ? 'DESC' : 'ASC');
  const beyond = sql.raw(query.descending ? '<' : '>');
  const { after } = query;
  const later =
    after === null
      ? sql``
      : after.value === null
        ? sql`AND ${column} IS NULL AND h.id > ${after.id}`
        : sql`AND (${column} ${beyond} ${after.value} OR (${column} = ${after.value} AND h.id > ${after.id}) OR ${column} IS NULL)`;
  const columns = Object.entries(FIELDS).map(
    ([name, field]) => sql`${sql.raw(asOfDay(field, query.asOf))} AS ${sql.ref(name)}`,
  );
  const statement = sql<Readonly<Record<string, Raw>>>`
    SELECT ${sql.join(columns)}, ${column} AS sort_value
    ${selectedRows({ ...query, by: [] }, { school: true, major: true })} ${later}
    ORDER BY ${column} IS NULL, ${column} ${direction}, h.id LIMIT ${query.limit + 1}`;
  const { rows } = await statement.execute(db);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) =>
      Object.fromEntries(
        Object.entries(FIELDS).map(([name, { show }]) => [name, show(row[name] ?? null)]),
      ),
    ),
    next:
      rows.length > query.limit && last
        ? { value: last['sort_value'] ?? null, id: Number(last['id']) }
        : null,
  };
}
