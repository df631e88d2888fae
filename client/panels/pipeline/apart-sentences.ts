import type { TFunction } from 'i18next';
import type { CohortRow } from '../../api/pipeline.ts';
import type { Formatter } from '../../../domain/formatter.ts';

/** Who does not stand in the stages, and how many of them were hired; nothing where everybody does. */
export function apartSentences(
  { apart }: Pick<CohortRow, 'apart'>,
  format: Formatter,
  t: TFunction,
): string[] {
  return (['skipped', 'unknown'] as const).flatMap((steps) => {
    const { candidates, hires } = apart[steps];
    if (candidates === 0) return [];
    const words = { people: format.count(candidates), hires: format.count(hires) };
    return [t(`stages.apart.${steps}`, words)];
  });
}
