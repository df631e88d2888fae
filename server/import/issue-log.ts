import { severityOf, type IssueCode } from '../../domain/records/issues.ts';
import type { Example, IssueGroup, Summary } from '../../domain/records/import-shapes.ts';
import type { LocatedIssue } from './issue-at.ts';

/** Examples, and groups, that a summary has at most. */
const MOST = 1000;
/** Groups that are told apart while counting; further ones count with their code only. */
const MOST_TOLD_APART = 20_000;
/** Lines that a group names. */
const MOST_LINES = 20;

interface Counted {
  readonly example: Example;
  readonly lines: number[];
  count: number;
}

/** An example with its place among those that were found. */
interface Ordered {
  readonly order: number;
  readonly example: Example;
}

function lineOf({ example }: Ordered): number {
  return example.line ?? 0;
}

/** Counts issues by code, and by code, column and value, with the first places of each. */
export interface IssueLog {
  add(line: number | null, issue: LocatedIssue): void;
  /** In the order of the file. */
  report(): Pick<Summary, 'issues' | 'examples' | 'groups'>;
}

/** Keeps so many of each that all together are not more than a summary has, and that no code crowds out another. */
function fairShares<T>(lists: readonly (readonly T[])[], most: number): T[] {
  let left = most;
  return lists
    .toSorted((a, b) => a.length - b.length)
    .flatMap((list, index) => {
      const kept = list.slice(0, Math.floor(left / (lists.length - index)));
      left -= kept.length;
      return kept;
    });
}

function pushTo<T>(lists: Map<IssueCode, T[]>, code: IssueCode, item: T): void {
  const list = lists.get(code);
  if (list === undefined) lists.set(code, [item]);
  else if (list.length < MOST) list.push(item);
}

/** An empty log. */
export function issueLog(): IssueLog {
  const counts = new Map<IssueCode, number>();
  const examples = new Map<IssueCode, Ordered[]>();
  let order = 0;
  const groups = new Map<string, Counted>();

  return {
    add: (line, { code, params, column, value, suggestion }) => {
      counts.set(code, (counts.get(code) ?? 0) + 1);
      const key = `${code}\u0000${column ?? ''}\u0000${value ?? ''}`;
      const known = groups.get(key);
      if (known !== undefined) {
        known.count += 1;
        if (line !== null && known.lines.length < MOST_LINES) known.lines.push(line);
      }
      const many = (examples.get(code)?.length ?? 0) >= MOST;
      if (many && (known !== undefined || groups.size >= MOST_TOLD_APART)) return;
      const example = { line, column, code, value, params: { ...params }, suggestion };
      order += 1;
      if (!many) pushTo(examples, code, { order, example });
      if (known === undefined && groups.size < MOST_TOLD_APART) {
        groups.set(key, { example, lines: line === null ? [] : [line], count: 1 });
      }
    },
    report: () => {
      const found = [...groups.values()].map(({ example, lines, count }): IssueGroup => {
        const { column, code, value, params, suggestion } = example;
        const inOrder = lines.toSorted((a, b) => a - b);
        return { column, code, value, params, suggestion, count, lines: inOrder };
      });
      const byCode = new Map<IssueCode, IssueGroup[]>();
      for (const group of found.toSorted((a, b) => b.count - a.count)) {
        pushTo(byCode, group.code, group);
      }
      return {
        issues: [...counts].map(([code, count]) => ({ code, count, severity: severityOf(code) })),
        examples: fairShares([...examples.values()], MOST)
          .toSorted((a, b) => lineOf(a) - lineOf(b) || a.order - b.order)
          .map(({ example }) => example),
        groups: fairShares([...byCode.values()], MOST),
      };
    },
  };
}
