import { isoFromDay, type Day } from '../../domain/dates.ts';
import type { Summary } from '../../domain/records/import-shapes.ts';
import type { ImportRecord, ImportStore } from '../store/import-ports.ts';
import type { Effects } from './effects.ts';
import { issueOfRow, type LocatedIssue } from './issue-at.ts';
import type { Judge } from './judge.ts';
import { entryJudge } from './judge-entries.ts';
import { hireJudge } from './judge-hires.ts';
import { keyedJudge } from './judge-keyed.ts';
import { isKeyed } from './keyed-rows.ts';
import { hasHires, hasLeavers } from './known-bits.ts';
import { isBlankRow, rowOf, type Table } from './load-table.ts';
import { rowParser } from './parse-row.ts';
import { plainHires } from './plain-hires.ts';
import { namesIn, type PlainRows } from './plain-rows.ts';
import type { Plan } from './plan.ts';
import type { Progress } from './progress.ts';
import { lacksIds } from './replace-hires.ts';
import { nameResolvers, type NameResolver } from './resolve-names.ts';
import type { Survey } from './survey.ts';
import { tally } from './tally.ts';

/** A file with everything that is known before its rows are judged. */
export interface Case {
  readonly entry: ImportRecord;
  readonly path: string;
  readonly plan: Plan;
  readonly table: Table;
  readonly survey: Survey;
  /** The rows that nothing is to be said about; null where there are none. */
  readonly plain: PlainRows | null;
}

/** What judging a whole file came to. */
export interface Judgment {
  readonly counts: ReturnType<typeof tally>;
  readonly summary: Summary;
  /** The day the file is of; null for a directory. */
  readonly asOf: Day | null;
  readonly school: NameResolver;
  readonly major: NameResolver;
}

/** Judges every row of a file once, and has the effects of those that count. */
export function judgeFile(
  { entry, plan, table, survey, plain: plainRows }: Case,
  store: ImportStore,
  effects: Effects,
  progress: Progress,
): Judgment {
  const { school, major } = nameResolvers(store, entry.names, entry.owner);
  const judge: Judge =
    plan.kind === 'hires'
      ? hireJudge({
          importId: entry.id,
          plan,
          mapping: entry.mapping,
          survey,
          store,
          school,
          major,
          effects,
        })
      : isKeyed(plan.kind)
        ? keyedJudge({
            importId: entry.id,
            kind: plan.kind,
            owner: entry.owner,
            plan,
            store,
            school,
            major,
            effects,
          })
        : entryJudge({ kind: plan.kind, plan, survey, store, effects });
  const parse = rowParser(plan, survey.orders);
  const counts = tally();
  for (const issue of fileIssues(plan, survey, entry)) counts.addToFile(issue);

  const plain = plainRows === null ? null : plainHires(plainRows, effects);
  for (let index = 0; index < table.rows; index += 1) {
    const run = plain?.runFrom(index) ?? 0;
    if (run > 0) {
      progress.step(run);
      // The loop itself steps over the last one.
      index += run - 1;
      continue;
    }
    progress.step();
    if (plain?.opens(index) === true) continue;
    if (plain?.isUnchanged(index) === true) {
      counts.addSilent('unchanged', 1);
      continue;
    }
    const raw = rowOf(table, index);
    if (isBlankRow(table, index)) {
      counts.add({ ...raw, outcome: 'blank', issues: [issueOfRow('blank_row')] });
      continue;
    }
    const verdict = judge.judge(parse(raw), raw.cells);
    if (verdict === null) continue;
    counts.add(verdict);
    if (verdict.outcome === 'unchanged' && verdict.issues.length === 0) plain?.noteUnchanged(index);
  }
  if (plainRows !== null) {
    // Who is asked for a name notes whether a person has settled it.
    for (const name of namesIn(plainRows, 'school')) school.peek(name);
    for (const name of namesIn(plainRows, 'major')) major.peek(name);
  }
  counts.addSilent('inserted', plainRows?.count ?? 0);
  for (const verdict of judge.rest()) counts.add(verdict);
  counts.addRemoved(judge.replace?.() ?? 0);
  // Last, since nobody can be looked for by their ids quickly after that.
  plain?.insert(progress);

  const asOf = plan.kind === 'hires' ? survey.asOf : null;
  const summary = {
    ...counts.counts(),
    asOf: asOf === null ? null : isoFromDay(asOf),
    unresolved: { school: school.unresolved(), major: major.unresolved() },
    completeness: plan.columns.map(({ column: { field }, header }) => ({
      field,
      header,
      filled: survey.filled.get(field) ?? 0,
    })),
  };
  return { counts, summary, asOf, school, major };
}

/** What is wrong or doubtful about a file as a whole. */
function fileIssues(plan: Plan, survey: Survey, { mapping }: ImportRecord): LocatedIssue[] {
  const issues: LocatedIssue[] = survey.rows === 0 ? [issueOfRow('no_rows')] : [];
  if (plan.kind !== 'hires') return issues;
  if (!plan.hasStageDate && plan.stage === null) issues.push(issueOfRow('stage_needed'));
  if (plan.hasStageDate && plan.stage !== null) {
    issues.push({ ...issueOfRow('stage_ignored', { value: plan.stage }), value: plan.stage });
  }
  if (plan.includesLeavers === null && hasHires(plan, survey) && !hasLeavers(survey)) {
    issues.push(issueOfRow('no_leavers'));
  }
  if (lacksIds(plan) && (mapping?.identity ?? null) === null) {
    issues.push(issueOfRow('no_identity'));
  }
  return issues;
}
