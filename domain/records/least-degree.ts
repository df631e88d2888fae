import type { Bilingual } from '../language.ts';
import { DEGREES, type Degree } from './enumerations.ts';

/** Degrees that lie one above the other; others cannot be compared. */
const LADDER = [
  'secondary',
  'associate',
  'bachelor',
  'master',
  'doctor',
] as const satisfies Degree[];

/** A degree or any above it, as a plan may ask for one. Above a doctorate there is nothing. */
export type LeastDegree = `${Exclude<(typeof LADDER)[number], 'doctor'>}+`;

/** What a plan may ask for besides one degree. */
export const LEAST_DEGREES = {
  'secondary+': { en: 'Secondary or above', zh: '中职/技校及以上' },
  'associate+': { en: 'Associate or above', zh: '专科及以上' },
  'bachelor+': { en: 'Bachelor or above', zh: '本科及以上' },
  'master+': { en: 'Master or above', zh: '硕士及以上' },
} as const satisfies Record<LeastDegree, Bilingual>;

/** Everything that the degree of a plan may be. */
export const PLAN_DEGREES = { ...DEGREES, ...LEAST_DEGREES } as const;

export type PlanDegree = keyof typeof PLAN_DEGREES;

/** Whether the degree of a plan is a least one. */
export function isLeastDegree(degree: unknown): degree is LeastDegree {
  return typeof degree === 'string' && Object.hasOwn(LEAST_DEGREES, degree);
}

/** A degree or any above it; the degree itself where nothing lies above it. */
export function orAbove(degree: Degree): PlanDegree {
  const least = `${degree}+`;
  return isLeastDegree(least) ? least : degree;
}

/** A least degree and every degree above it, the lowest first. */
export function degreesFrom(least: LeastDegree): Degree[] {
  const place = LADDER.findIndex((one) => `${one}+` === least);
  return LADDER.slice(place);
}

/** The least degrees that somebody with a degree meets. */
export function leastDegreesMet(degree: unknown): LeastDegree[] {
  const place = LADDER.findIndex((one) => one === degree);
  return LADDER.slice(0, place + 1)
    .map((one) => `${one}+`)
    .filter(isLeastDegree);
}
