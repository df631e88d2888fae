import { isoFromDay } from '../../domain/dates.ts';
import { finding } from '../../domain/records/issues.ts';
import { issueOfRow, type LocatedIssue } from './issue-at.ts';
import type { ParsedRow } from './parse-row.ts';
import type { Verdict } from './verdict.ts';

/** A row that shares an identity with another row of its file. */
export interface HeldRow {
  readonly parsed: ParsedRow;
  readonly identities: readonly string[];
  /** The same for rows that say the same. */
  readonly content: string;
  /** What the row is about, in the words of the file, where no id says it. */
  readonly label?: string;
}

/** A text that is the same for rows that say the same. */
export function contentOf({ values, cleared }: ParsedRow): string {
  return JSON.stringify([[...values], [...cleared]]);
}

/** A row that stands for its group, or a verdict on one that does not. */
export type GroupResult<Row extends HeldRow> =
  { readonly kept: Row } | { readonly verdict: Verdict };

/** Groups rows that share an identity, directly or through another row. */
export function groupByIdentity<Row extends HeldRow>(held: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of held) {
    const joined = new Set(
      row.identities.flatMap((identity) => {
        const group = groups.get(identity);
        return group === undefined ? [] : [group];
      }),
    );
    const [group = [], ...others] = [...joined].toSorted((a, b) => b.length - a.length);
    const added = [...others.flat(), row];
    for (const member of added) {
      group.push(member);
      for (const identity of member.identities) groups.set(identity, group);
    }
  }
  return [...new Set(groups.values())].map((group) =>
    group.toSorted((a, b) => a.parsed.row - b.parsed.row),
  );
}

/**
 * Judges the rows of one identity: the same row twice counts once; employments one after the other are the
 * first one and rehires; anything else is a conflict, and none of them counts.
 */
export function judgeGroup<Row extends HeldRow>(group: readonly Row[]): GroupResult<Row>[] {
  const firsts = new Map<string, Row>();
  for (const row of group) if (!firsts.has(row.content)) firsts.set(row.content, row);
  const employments = inOrder([...firsts.values()]);
  if (employments === null) return group.map((row) => ({ verdict: conflict(row, group) }));
  const [kept] = employments;
  return group.map((row) => {
    if (row === kept) return { kept: row };
    const first = firsts.get(row.content);
    if (first !== undefined && first !== row) return { verdict: duplicate(row, first) };
    return { verdict: rehire(row) };
  });
}

/** The employments by their beginning, or null where they overlap or are not known to be apart. */
function inOrder<Row extends HeldRow>(rows: readonly Row[]): Row[] | null {
  if (rows.length === 1) return [...rows];
  const start = (row: HeldRow): number => Number(row.parsed.values.get('hired_on') ?? NaN);
  const sorted = rows.toSorted((a, b) => start(a) - start(b));
  const apart = sorted.every((row, index) => {
    const before = sorted[index - 1];
    if (before === undefined) return Number.isFinite(start(row));
    return start(row) >= Number(before.parsed.values.get('left_on') ?? NaN);
  });
  return apart ? sorted : null;
}

/** The issue of a second employment. */
export function rehireIssue(parsed: ParsedRow): LocatedIssue {
  const value = parsed.values.get('employee_id') ?? parsed.values.get('candidate_id') ?? '';
  const hired = parsed.values.get('hired_on');
  const params = { value, ...(typeof hired === 'number' ? { hired: isoFromDay(hired) } : {}) };
  return { ...finding('rehire', params), column: null, value: String(value), suggestion: null };
}

function rehire({ parsed }: HeldRow): Verdict {
  const { row, line, issues } = parsed;
  return { row, line, outcome: 'rehire', issues: [...issues, rehireIssue(parsed)] };
}

function duplicate({ parsed }: HeldRow, first: HeldRow): Verdict {
  const issue = issueOfRow('duplicate_row', { line: first.parsed.line });
  return { row: parsed.row, line: parsed.line, outcome: 'duplicate', issues: [issue] };
}

const MOST_LINES = 10;

function conflict({ parsed, label }: HeldRow, group: readonly HeldRow[]): Verdict {
  const lines = group.map((row) => row.parsed.line).toSorted((a, b) => a - b);
  const shown = lines.slice(0, MOST_LINES).join(', ') + (lines.length > MOST_LINES ? ' …' : '');
  const { values } = parsed;
  const id = values.get('candidate_id') ?? values.get('employee_id') ?? values.get('name');
  const value = label ?? id ?? '';
  const issue = {
    ...issueOfRow('conflicting_rows', { lines: shown, value }),
    value: String(value),
  };
  return {
    row: parsed.row,
    line: parsed.line,
    outcome: 'invalid',
    issues: [...parsed.issues, issue],
  };
}
