import { SMALL_N } from '../../../domain/metrics/value.ts';
import { metric } from '../../../domain/metrics/registry.ts';
import type { Figure, FiguresRow } from '../../api/figures.ts';
import type { Formatter } from '../../../domain/formatter.ts';

/** Rates that are worth a question where the school differs from all. */
export const ASKED_RATES = ['retention_12m', 'acceptance_rate', 'major_match_rate'] as const;

type Values = Readonly<Record<string, Figure>>;

/** A talking point by its key, with what stands in it. */
export interface TalkingPoint {
  readonly key: `brief.point.${'growth' | (typeof ASKED_RATES)[number]}`;
  readonly words: Readonly<Record<'year' | 'now' | 'before' | 'own' | 'n' | 'all', string>>;
}

const MOST = 3;
const NO_WORDS = { year: '', now: '', before: '', own: '', n: '', all: '' };

function growth(byYear: readonly FiguresRow[], lastWhole: number, format: Formatter) {
  const hiresOf = (year: number): number =>
    byYear.find(({ key }) => key['year'] === year)?.values['hires']?.value ?? 0;
  const [now, before] = [hiresOf(lastWhole), hiresOf(lastWhole - 1)];
  if (now < SMALL_N || before < SMALL_N || now === before) return [];
  const words = { year: String(lastWhole), now: format.count(now), before: format.count(before) };
  return [{ key: 'brief.point.growth' as const, words: { ...NO_WORDS, ...words } }];
}

/**
 * Up to three things to talk about: the change of the last whole class, and the rates that are furthest from those of
 * all schools. Nothing is said of fewer than 10 people, or where there is no difference.
 * @param byYear hires by graduation year.
 */
export function talkingPoints(
  own: Values,
  all: Values,
  byYear: readonly FiguresRow[],
  lastWhole: number,
  format: Formatter,
): TalkingPoint[] {
  const rates = ASKED_RATES.flatMap((id) => {
    const [mine, others] = [own[id], all[id]];
    if (mine?.status !== 'ok' || others?.status !== 'ok') return [];
    const distance = Math.abs((mine.value ?? 0) - (others.value ?? 0));
    if (distance === 0) return [];
    const written = (figure: Figure) => format.value(metric(id).unit, figure.value ?? 0);
    const words = { own: written(mine), n: format.count(mine.n), all: written(others) };
    return [{ key: `brief.point.${id}` as const, words: { ...NO_WORDS, ...words }, distance }];
  }).toSorted((a, b) => b.distance - a.distance);
  return [
    ...growth(byYear, lastWhole, format),
    ...rates.map(({ key, words }) => ({ key, words })),
  ].slice(0, MOST);
}
