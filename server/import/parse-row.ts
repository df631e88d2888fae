import { isClearable, isClearMarker, saysNone } from '../../domain/records/clear-marker.ts';
import { isEmptyWord } from '../../domain/records/empty-words.ts';
import { finding, type Finding } from '../../domain/records/issues.ts';
import { columnsOf } from '../../domain/records/kinds.ts';
import { inUnitOfHeader } from '../../domain/records/match-headers.ts';
import { annualPay } from '../../domain/records/parse-pay.ts';
import { parseValue, type CellValue } from '../../domain/records/parse-value.ts';
import { suggestFix } from '../../domain/records/suggest-fix.ts';
import { meantBy } from './chosen-values.ts';
import { issueAt, issueOfRow, type LocatedIssue } from './issue-at.ts';
import type { Plan, PlannedColumn } from './plan.ts';
import type { RawRow } from './read-rows.ts';
import type { Survey } from './survey.ts';

/** A row as it was understood, field by field. Blank cells are absent. */
export interface ParsedRow {
  readonly row: number;
  readonly line: number;
  /** Days for dates, hundredths for ratings, minor units a year for pay. */
  readonly values: ReadonlyMap<string, string | number>;
  /** Fields whose cell says that there is none: what is stored is emptied, where a blank cell keeps it. */
  readonly cleared: ReadonlySet<string>;
  readonly issues: readonly LocatedIssue[];
}

const MOST_REMEMBERED = 20_000;

/** What one cell says by itself. */
interface ParsedCell {
  /** Undefined where it says nothing that can be stored. */
  readonly value: CellValue | undefined;
  /** Whether it says that there is none. */
  readonly isCleared: boolean;
  readonly issue: LocatedIssue | null;
}

const CLEARED: ParsedCell = { value: undefined, isCleared: true, issue: null };

/** A reader of one column that remembers what it has seen: most columns repeat few values. */
function remembering(read: (raw: string) => ParsedCell): (raw: string) => ParsedCell {
  const seen = new Map<string, ParsedCell>();
  return (raw) => {
    const known = seen.get(raw);
    if (known !== undefined) return known;
    const parsed = read(raw);
    if (seen.size < MOST_REMEMBERED) seen.set(raw, parsed);
    return parsed;
  };
}

/** The trimmed text that a row has for a column. */
export function cellOf(planned: PlannedColumn, cells: readonly string[]): string {
  return planned.index === null ? (planned.constant ?? '') : (cells[planned.index]?.trim() ?? '');
}

/**
 * Makes the parser of the cells of one column. It takes texts without the space around them that are not blank, and
 * remembers what it said: cells of the same text share it, with its issue.
 */
export function cellParser(
  plan: Plan,
  planned: PlannedColumn,
  orders: Survey['orders'],
): (raw: string) => ParsedCell {
  const { column, header } = planned;
  const { field, kind } = column;
  const order = plan.order ?? orders.get(field) ?? null;
  const context = { order, decimal: plan.decimal, today: plan.today };
  const chosen = plan.values[field];
  const saying = (issue: LocatedIssue, value?: CellValue): ParsedCell => ({
    value,
    isCleared: false,
    issue,
  });
  const issueOf = (found: Finding, raw: string): LocatedIssue => issueAt(plan, field, found, raw);
  /** What is said of a cell, with what may be meant instead. */
  const withFix = (found: Finding, raw: string): LocatedIssue => ({
    ...issueOf(found, raw),
    suggestion: suggestFix(found.code, raw, kind, context),
  });
  return remembering((raw) => {
    if (saysNone(column, raw)) return CLEARED;
    if (isClearMarker(raw)) {
      return isClearable(column)
        ? CLEARED
        : saying(issueOf(finding('not_clearable', { value: raw, field }), raw));
    }
    if (isEmptyWord(kind, raw))
      return saying(issueOf(finding('read_as_empty', { value: raw }), raw));
    const meant = meantBy(chosen, raw);
    const parsed = parseValue(
      kind,
      kind === 'amount' ? inUnitOfHeader(header, meant) : meant,
      context,
    );
    if ('error' in parsed) return saying(withFix(parsed.error, raw));
    if (parsed.warning !== undefined) return saying(withFix(parsed.warning, raw), parsed.value);
    return { value: parsed.value, isCleared: false, issue: null };
  });
}

/** Makes the parser of a file's rows. `orders` says for each field of dates whether day or month is first. */
export function rowParser(plan: Plan, orders: Survey['orders']): (raw: RawRow) => ParsedRow {
  const readers = plan.columns.map((planned) => ({
    planned,
    field: planned.column.field,
    parse: cellParser(plan, planned, orders),
  }));
  const required = columnsOf(plan.kind).filter((column) => column.required === true);
  const width = plan.fileColumns.length;

  return ({ row, line, cells }) => {
    if (cells.length !== width) {
      const issue = issueOfRow('ragged_row', { cells: cells.length, expected: width });
      return { row, line, values: new Map(), cleared: new Set(), issues: [issue] };
    }
    const cellValues = new Map<string, CellValue>();
    const cleared = new Set<string>();
    const issues: LocatedIssue[] = [];
    for (const { planned, field, parse } of readers) {
      const raw = cellOf(planned, cells);
      if (raw === '') continue;
      const { value, isCleared, issue } = parse(raw);
      if (isCleared) cleared.add(field);
      if (issue !== null) issues.push(issue);
      if (value !== undefined) cellValues.set(field, value);
    }
    for (const { field } of required) issues.push(...missing(plan, field, cells));
    return { row, line, values: flatten(plan, cellValues), cleared, issues };
  };
}

function missing(plan: Plan, field: string, cells: readonly string[]): LocatedIssue[] {
  const planned = plan.byField.get(field);
  const raw = planned === undefined ? '' : cellOf(planned, cells);
  if (planned !== undefined && raw !== '' && !isEmptyWord(planned.column.kind, raw)) return [];
  const code = planned === undefined ? 'required_unmapped' : 'missing_required';
  return [issueAt(plan, field, finding(code, { field }))];
}

/** A value as it is stored: pay in minor units a year, by the months that the row says it is paid for. */
export function storedValue(plan: Plan, value: CellValue, months: number | null): string | number {
  return typeof value === 'object' ? annualPay(value, plan.payPeriod, months) : value;
}

function flatten(plan: Plan, cellValues: Map<string, CellValue>): Map<string, string | number> {
  const said = cellValues.get('months_paid');
  const months = typeof said === 'number' ? said : null;
  const values = new Map<string, string | number>();
  for (const [field, value] of cellValues) {
    if (field !== 'months_paid') values.set(field, storedValue(plan, value, months));
  }
  return values;
}
