import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { CohortStage } from '../../api/pipeline.ts';

/** Where most people are lost: what to say, and its numbers. */
export interface Loss {
  readonly key: `stages.loss.${'accepted' | 'hired' | 'one_year' | 'three_years'}`;
  readonly lost: number;
  /** The people whom the loss is a share of. */
  readonly among: number;
  /** Of the stage before: not decided, not started, or not followed so long yet. */
  readonly open: number;
}

const LOSSES = ['accepted', 'hired', 'one_year', 'three_years'] as const;

/**
 * The step at which most people were lost, from the offer on.
 * @returns null where nobody was lost, or too few people came so far to say it.
 */
export function largestLoss(stages: readonly CohortStage[]): Loss | null {
  const losses = LOSSES.flatMap((id): Loss[] => {
    const stage = stages.find((one) => one.id === id);
    if (stage === undefined) return [];
    const sum = (kind: 'lost' | 'open' | 'unknown') =>
      stage.parts.reduce((all, part) => all + (part.kind === kind ? part.count : 0), 0);
    const [lost, open] = [sum('lost'), sum('open')];
    // At work only those count who were followed so long; before it everybody of the stage before.
    const atWork = id === 'one_year' || id === 'three_years';
    const among = stage.count + lost + (atWork ? 0 : open + sum('unknown'));
    return lost === 0 ? [] : [{ key: `stages.loss.${id}`, lost, among, open }];
  });
  const [largest] = losses.toSorted((a, b) => b.lost - a.lost);
  return largest === undefined || largest.among < SMALL_N ? null : largest;
}
