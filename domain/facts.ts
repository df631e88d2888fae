import { DIMENSION_IDS, type DimensionId } from './dimensions.ts';

/**
 * What is counted, and by which dimensions. Where facts meet, they meet by the dimensions that both have; asked by
 * one that it lacks, a fact has no answer.
 */
export const FACTS = {
  hires: { dimensions: DIMENSION_IDS },
  /** What schools graduate. */
  cohorts: { dimensions: ['school', 'college', 'major', 'family', 'year', 'degree'] },
  /** Whom the company wants to hire. A blank major, degree or department is any. */
  plans: { dimensions: ['major', 'family', 'year', 'degree', 'department'] },
} as const satisfies Record<string, { readonly dimensions: readonly DimensionId[] }>;

export type FactId = keyof typeof FACTS;

/** The ids of all facts. */
export const FACT_IDS = Object.keys(FACTS) as FactId[];

/** Whether a fact has a dimension. */
export function hasDimension(fact: FactId, id: DimensionId): boolean {
  const dimensions: readonly DimensionId[] = FACTS[fact].dimensions;
  return dimensions.includes(id);
}
