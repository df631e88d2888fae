import { isoFromDay, type Day } from '../../../domain/dates.ts';
import { MINOR_UNITS } from '../../../domain/money.ts';
import { KNOWN } from '../../../domain/records/hire.ts';
import { RECORD_FIELD_IDS, type RecordFieldId } from '../../../domain/records/record-fields.ts';
import type { HireRecord } from '../ports.ts';
import type { Joins } from './fact-table.ts';

/** A value as SQLite answers it. */
export type Raw = string | number | null;
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
  /** The other table it stands in. */
  readonly joins?: Joins;
}

const school: Joins = { school: true };
const major: Joins = { major: true };

/** When somebody left; without a day of leaving, not before the first day at work. */
const LEFT = 'coalesce(h.left_on, h.hired_on)';

/** What the files knew of a person, in words: an empty field among these means no, another one means unknown. */
const KNOWN_WORDS = `rtrim(${Object.entries(KNOWN)
  .map(([word, bit]) => `CASE WHEN h.known & ${bit} THEN '${word} ' ELSE '' END`)
  .join(' || ')})`;

/** Where every field of a record comes from and how it is shown. Each can be sorted by. */
const FIELDS: Readonly<Record<RecordFieldId, Field>> = {
  id: { from: 'h.id', show: plain },
  company: { from: 'h.company', show: plain },
  candidate_id: { from: 'h.candidate_id', show: plain },
  employee_id: { from: 'h.employee_id', show: plain },
  school_id: { from: 'h.school_id', show: plain },
  school: { from: 's.name', show: plain, joins: school },
  college_id: { from: 'h.college_id', show: plain },
  college: { from: '(SELECT name FROM colleges WHERE id = h.college_id)', show: plain },
  major_id: { from: 'h.major_id', show: plain },
  major: { from: 'm.name', show: plain, joins: major },
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
  leave_type: { from: 'h.leave_type', show: plain, since: LEFT },
  leave_reason: { from: 'h.leave_reason', show: plain, since: LEFT },
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
  known: { from: KNOWN_WORDS, show: plain },
  family: { from: 'm.family', show: plain, joins: major },
  school_city: { from: 's.city', show: plain, joins: school },
  school_province: { from: 's.province', show: plain, joins: school },
};

/** Where a field of a record comes from. */
export function recordField(name: RecordFieldId): Field {
  return FIELDS[name];
}

/** A field as it stood on a day: what lies after it has not happened, and what has no date always holds. */
export function fieldSql({ from, since }: Field, asOf: Day): string {
  return since === undefined ? from : `CASE WHEN ${since} > ${asOf} THEN NULL ELSE ${from} END`;
}

/** The columns of a statement that reads whole records as of a day, from `hires h`, `schools s` and `majors m`. */
export function recordColumns(asOf: Day): string {
  return RECORD_FIELD_IDS.map((name) => `${fieldSql(FIELDS[name], asOf)} AS "${name}"`).join(', ');
}

/** A row of such a statement as people and scripts read it. */
export function shownRecord(row: Readonly<Record<string, Raw>>): HireRecord {
  return Object.fromEntries(
    RECORD_FIELD_IDS.map((name) => [name, FIELDS[name].show(row[name] ?? null)]),
  );
}
