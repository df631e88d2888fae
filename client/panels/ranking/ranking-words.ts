import type { TFunction } from 'i18next';
import type { Language } from '../../../domain/language.ts';
import type { FairComparison } from '../../api/fair-comparison.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import { listed } from '../fair/listed.ts';
import type { RankedSchool } from './ranked-schools.ts';

/** From this probability on a school is called sure to be among the best. */
const SURE = 0.9;

/** Whether "best" can be said of the metric, or only "highest". */
type Side = 'best' | 'highest';

/** How likely a school is among the best third, in words, each from a whole percentage on. */
const LIKELIHOODS = [
  [90, 'sure'],
  [67, 'likely'],
  [33, 'open'],
  [10, 'unlikely'],
  [0, 'surelyNot'],
] as const;

/** "Best", or "highest" where neither direction is better. */
export function sideOf(better: FairComparison['better']): Side {
  return better === 'neither' ? 'highest' : 'best';
}

/** A probability in whole percent that never claims certainty. */
function chance(p: number, format: Formatter, t: TFunction): string {
  if (p > 0.99) return t('ranking.above', { chance: format.wholePercent(0.99) });
  if (p < 0.01) return t('ranking.below', { chance: format.wholePercent(0.01) });
  return format.wholePercent(p);
}

/** How likely a school is among the best third. */
export function thirdWords(
  p: number,
  places: number,
  side: Side,
  format: Formatter,
  t: TFunction,
): string {
  const likelihood = LIKELIHOODS.find(([from]) => Math.round(100 * p) >= from)?.[1] ?? 'surelyNot';
  return t(`ranking.third.${likelihood}`, {
    place: t(`ranking.${side}`, { places: format.count(places) }),
    chance: chance(p, format, t),
  });
}

/** What the ranking says, as a sentence. */
export function rankingAnswer(
  schools: readonly RankedSchool[],
  { ranking, better }: Pick<FairComparison, 'ranking' | 'better'>,
  language: Language,
  format: Formatter,
  t: TFunction,
): string {
  const of = format.count(schools.length);
  const free = schools.every(({ best, worst }) => best === 1 && worst === schools.length);
  if (free) return t('ranking.answerTied', { of });
  const place = t(`ranking.${sideOf(better)}`, { places: format.count(ranking.places) });
  const sure = schools.filter(({ bestThird }) => bestThird >= SURE).map(({ name }) => name);
  if (sure.length === 0) return t('ranking.answerNobody', { of, place });
  const { names, more } = listed(sure, language);
  return more === 0
    ? t('ranking.answer', { of, place, names })
    : t('ranking.answerMore', { of, place, names, more: format.count(more) });
}

/** The ranks that cannot be ruled out. */
export function rankWords({ best, worst }: Pick<RankedSchool, 'best' | 'worst'>): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}
