import { OUTCOMES, type OutcomeId } from '../../../domain/outcomes.ts';
import type { StagePart } from '../../../domain/pipeline/stages.ts';
import type { Language } from '../../../domain/language.ts';
import type { CohortRow, CohortStage } from '../../api/pipeline.ts';

/** What a stretch of a bar stands for: the people who came so far, or why others of the stage before did not. */
export type SegmentKind = 'here' | StagePart['kind'];

export interface StageSegment {
  readonly kind: SegmentKind;
  readonly label: string;
  readonly count: number;
  /** What it filters by; the people who came so far are no single outcome. */
  readonly outcome: OutcomeId | null;
}

export interface StageBar {
  readonly id: CohortStage['id'];
  readonly count: number;
  readonly segments: readonly StageSegment[];
}

/** Whether anybody has every step on record, so that the stages begin with the candidates. */
export function hasPath({ path }: CohortRow): boolean {
  return (path.stages[0]?.count ?? 0) > 0;
}

/** The stages to show: of people with every step on record, else, where there are none, from the start of work on. */
export function shownStages(row: CohortRow): readonly CohortStage[] {
  return hasPath(row) ? row.path.stages : row.everybody.stages;
}

/**
 * Stages as bars: each is as long as the stage before, divided into who came so far and who did not. A stage that
 * nobody can have come to yet has no bar.
 */
export function stageBars(
  stages: readonly CohortStage[],
  hereLabel: string,
  language: Language,
): StageBar[] {
  const bars = stages.map(({ id, count, parts }) => ({
    id,
    count,
    segments: [
      { kind: 'here' as const, label: hereLabel, count, outcome: null },
      ...parts.map(({ outcome, kind, count: people }) => ({
        kind,
        label: OUTCOMES[outcome][language],
        count: people,
        outcome,
      })),
    ].filter((segment) => segment.count > 0),
  }));
  return bars.filter(({ segments }) => segments.length > 0);
}
