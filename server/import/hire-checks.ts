import { isoFromDay, yearOfDay } from '../../domain/dates.ts';
import { finding, type Finding } from '../../domain/records/issues.ts';
import type { HireRow } from '../store/hire-ports.ts';
import { issueAt, type LocatedIssue } from './issue-at.ts';
import type { ParsedRow } from './parse-row.ts';
import type { Plan } from './plan.ts';
import type { Survey } from './survey.ts';

/** A field the issue belongs to, and the issue; null where the row passes. */
type Check = (row: HireRow) => readonly [field: string, found: Finding] | null;

/** How far pay may be from its degree's median before it looks like the wrong period. */
const PAY_FACTOR = 4;
const MINOR_UNITS = 100;

const ERRORS: readonly Check[] = [
  ({ left_on: left, hired_on: hired }) =>
    left === null || hired === null || left >= hired
      ? null
      : ['left_on', finding('left_before_hired', dates({ left, hired }))],
  ({ promoted_on: promoted, hired_on: hired }) =>
    promoted === null || hired === null || promoted >= hired
      ? null
      : ['promoted_on', finding('promoted_before_hired', dates({ promoted, hired }))],
];

const WARNINGS: readonly Check[] = [
  ({ hired_on: hired, graduation_year: year }) =>
    hired === null || yearOfDay(hired) >= year - 1
      ? null
      : ['hired_on', finding('early_hire', { ...dates({ hired }), year })],
  ({ accepted_on: accepted, declined_on: declined }) =>
    accepted === null || declined === null || declined < accepted
      ? null
      : ['declined_on', finding('declined_after_accepting', dates({ accepted, declined }))],
  ({ interned_from: interned, hired_on: hired }) =>
    interned === null || hired === null || interned <= hired
      ? null
      : ['interned_from', finding('interned_after_hired', dates({ interned, hired }))],
  ({ interned_from: from, interned_to: to }) =>
    from === null || to === null || to >= from
      ? null
      : ['interned_to', finding('internship_reversed', dates({ from, to }))],
];

function dates(days: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(days).map(([name, day]) => [name, isoFromDay(day)]));
}

function run(plan: Plan, checks: readonly Check[], row: HireRow): LocatedIssue[] {
  return checks.flatMap((check) => {
    const found = check(row);
    if (found === null) return [];
    const [field, issue] = found;
    return [issueAt(plan, field, issue, shownDay(row, field))];
  });
}

/** The day that a check is about, as it would be stored: it may come from an earlier import. */
function shownDay(row: HireRow, field: string): string | null {
  const value: unknown = Object.entries(row).find(([column]) => column === field)?.[1];
  return typeof value === 'number' ? isoFromDay(value) : null;
}

/** What is impossible about a record as it would be stored. */
export function hireErrors(plan: Plan, row: HireRow): LocatedIssue[] {
  return run(plan, ERRORS, row);
}

/** What is doubtful about a record as it would be stored, and about what the row itself says. */
export function hireWarnings(
  plan: Plan,
  survey: Survey,
  parsed: ParsedRow,
  row: HireRow,
): LocatedIssue[] {
  return [
    ...run(plan, WARNINGS, row),
    ...futureDates(plan, survey, parsed),
    ...payOutlier(plan, survey, parsed),
  ];
}

function futureDates(plan: Plan, { asOf }: Survey, { values }: ParsedRow): LocatedIssue[] {
  return plan.columns.flatMap(({ column: { field, kind } }) => {
    const day = values.get(field);
    if (kind !== 'date' || typeof day !== 'number' || day <= asOf) return [];
    const value = isoFromDay(day);
    return [issueAt(plan, field, finding('future_date', { value, asOf: isoFromDay(asOf) }), value)];
  });
}

function payOutlier(plan: Plan, { medianPay }: Survey, { values }: ParsedRow): LocatedIssue[] {
  const pay = values.get('salary');
  const degree = values.get('degree');
  const median = medianPay(typeof degree === 'string' ? degree : null);
  if (typeof pay !== 'number' || median === null) return [];
  if (pay >= median / PAY_FACTOR && pay <= median * PAY_FACTOR) return [];
  const major = (minor: number): number => Math.round(minor / MINOR_UNITS);
  const value = String(major(pay));
  const params = { value, pay: major(pay), median: major(median) };
  return [issueAt(plan, 'salary', finding('pay_outlier', params), value)];
}
