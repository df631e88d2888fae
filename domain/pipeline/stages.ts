import type { OutcomeId } from '../outcomes.ts';

/** How many people came how far; an outcome that nobody had may be missing. */
export type OutcomeCounts = Readonly<Partial<Record<OutcomeId, number>>>;

/**
 * Why people of the stage before are not at a stage: `lost` for good, `open` (it may still come), or `unknown`
 * (the files do not say).
 */
export type PartKind = 'lost' | 'open' | 'unknown';

export interface StagePart {
  readonly outcome: OutcomeId;
  readonly kind: PartKind;
  readonly count: number;
}

/** The stages from the first contact to three years of work, in their order. */
export const STAGES_OF_PATH = [
  { id: 'candidates', parts: [] },
  { id: 'offered', parts: [{ outcome: 'not_offered', kind: 'lost' }] },
  {
    id: 'accepted',
    parts: [
      { outcome: 'declined', kind: 'lost' },
      { outcome: 'pending', kind: 'open' },
      { outcome: 'unanswered', kind: 'unknown' },
    ],
  },
  {
    id: 'hired',
    parts: [
      { outcome: 'reneged', kind: 'lost' },
      { outcome: 'waiting', kind: 'open' },
    ],
  },
  {
    id: 'one_year',
    parts: [
      { outcome: 'left_first_year', kind: 'lost' },
      { outcome: 'first_year', kind: 'open' },
      { outcome: 'untracked', kind: 'unknown' },
    ],
  },
  {
    id: 'three_years',
    parts: [
      { outcome: 'left_three_years', kind: 'lost' },
      { outcome: 'stayed_year', kind: 'open' },
    ],
  },
] as const satisfies readonly {
  readonly id: string;
  readonly parts: readonly { readonly outcome: OutcomeId; readonly kind: PartKind }[];
}[];

export type StageId = (typeof STAGES_OF_PATH)[number]['id'];

export interface Stage {
  readonly id: StageId;
  /** People who came at least this far. */
  readonly count: number;
  /** The people of the stage before who did not: with `count` they are that stage. */
  readonly parts: readonly StagePart[];
}

const LAST: OutcomeId = 'stayed_three_years';

/** The outcomes of those who came at least to a stage: together they are its count. */
export function outcomesAt(id: StageId): OutcomeId[] {
  const later = STAGES_OF_PATH.slice(STAGES_OF_PATH.findIndex((stage) => stage.id === id) + 1);
  return [...later.flatMap(({ parts }) => parts.map(({ outcome }) => outcome)), LAST];
}

/**
 * The stages of a path, each a part of the one before, so that they never grow.
 * @param counts people by outcome; those of whom it is not known how far they came stand in no stage.
 */
export function stagesOf(counts: OutcomeCounts): Stage[] {
  const stages: Stage[] = [];
  let count = counts[LAST] ?? 0;
  for (const { id, parts } of STAGES_OF_PATH.toReversed()) {
    const counted = parts.map((part) => ({ ...part, count: counts[part.outcome] ?? 0 }));
    stages.push({ id, count, parts: counted });
    count += counted.reduce((sum, part) => sum + part.count, 0);
  }
  return stages.toReversed();
}

/**
 * The stages from the start of work on, of people whose steps before it need not be on record; the first has no
 * parts, since it is not known who of them might have come to it.
 */
export function workStagesOf(counts: OutcomeCounts): Stage[] {
  const [hired, ...later] = stagesOf(counts).slice(
    STAGES_OF_PATH.findIndex(({ id }) => id === 'hired'),
  );
  return hired === undefined ? later : [{ ...hired, parts: [] }, ...later];
}
