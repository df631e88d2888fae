import { isClearable, isClearMarker, saysNone } from '../../domain/records/clear-marker.ts';
import { isEmptyWord } from '../../domain/records/empty-words.ts';
import { finding, type Finding } from '../../domain/records/issues.ts';
import { columnsOf } from '../../domain/records/kinds.ts';
import { inUnitOfHeader } from '../../domain/records/match-headers.ts';
import { annualPay } from '../../domain/records/parse-pay.ts';
import { parseValue, type CellValue } from '../../domain/records/parse-value.ts';
import { suggestFix } from '../../domain/records/suggest-fix.ts';
import type { DayMonthOrder, Parsed } from '../../domain/records/parsed.ts';
import { meantBy } from './chosen-values.ts';
import { issueAt, issueOfRow, type LocatedIssue } from './issue-at.ts';
import type { Plan, PlannedColumn } from './plan.ts';
import type { RawRow } from './read-rows.ts';

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

/** A parser of one column that remembers what it has seen: most columns repeat few values. */
function remembering(parse: (raw: string) => Parsed<CellValue>) {
  const seen = new Map<string, Parsed<CellValue>>();
  return (raw: string): Parsed<CellValue> => {
    const known = seen.get(raw);
    if (known !== undefined) return known;
    const parsed = parse(raw);
    if (seen.size < MOST_REMEMBERED) seen.set(raw, parsed);
    return parsed;
  };
}

/** The trimmed text that a row has for a column. */
export function cellOf(planned: PlannedColumn, cells: readonly string[]): string {
  return planned.index === null ? (planned.constant ?? '') : (cells[planned.index]?.trim() ?? '');
}

/** Makes the parser of a file's rows. `orders` says for each field of dates whether day or month is first. */
export function rowParser(
  plan: Plan,
  orders: ReadonlyMap<string, DayMonthOrder | null>,
): (raw: RawRow) => ParsedRow {
  const readers = plan.columns.map((planned) => {
    const { field, kind } = planned.column;
    const order = plan.order ?? orders.get(field) ?? null;
    const context = { order, decimal: plan.decimal, today: plan.today };
    /** What is said of a cell, with what may be meant instead. */
    const issueOf = (found: Finding, raw: string): LocatedIssue => ({
      ...issueAt(plan, field, found, raw),
      suggestion: suggestFix(found.code, raw, kind, context),
    });
    const chosen = plan.values[field];
    const parse = remembering((raw) => {
      const meant = meantBy(chosen, raw);
      const said = kind === 'amount' ? inUnitOfHeader(planned.header, meant) : meant;
      return parseValue(kind, said, context);
    });
    return { planned, field, parse, issueOf };
  });
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
    for (const { planned, field, parse, issueOf } of readers) {
      const raw = cellOf(planned, cells);
      if (raw === '') continue;
      if (saysNone(planned.column, raw)) {
        cleared.add(field);
        continue;
      }
      if (isClearMarker(raw)) {
        if (isClearable(planned.column)) cleared.add(field);
        else
          issues.push(issueAt(plan, field, finding('not_clearable', { value: raw, field }), raw));
        continue;
      }
      if (isEmptyWord(planned.column.kind, raw)) {
        issues.push(issueAt(plan, field, finding('read_as_empty', { value: raw }), raw));
        continue;
      }
      const parsed = parse(raw);
      if ('error' in parsed) {
        issues.push(issueOf(parsed.error, raw));
        continue;
      }
      if (parsed.warning !== undefined) issues.push(issueOf(parsed.warning, raw));
      cellValues.set(field, parsed.value);
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

function flatten(plan: Plan, cellValues: Map<string, CellValue>): Map<string, string | number> {
  const values = new Map<string, string | number>();
  const months = cellValues.get('months_paid');
  for (const [field, value] of cellValues) {
    if (field === 'months_paid') continue;
    if (typeof value !== 'object') values.set(field, value);
    else
      values.set(
        field,
        annualPay(value, plan.payPeriod, typeof months === 'number' ? months : null),
      );
  }
  return values;
}
