import type { Language } from '../../../domain/language.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { FiguresRow } from '../../api/figures.ts';
import { keyName, keyParameter } from '../../frame/named.ts';

/** How the hires of a class stand against those of the class before, and the school that moved most that way. */
export interface Growth {
  readonly year: number;
  readonly before: number;
  readonly after: number;
  /** `after / before − 1`. */
  readonly share: number;
  /** Null where nothing changed, or where there is but one school. */
  readonly school: { readonly name: string; readonly difference: number } | null;
}

/**
 * The last whole class of a selection against the one before.
 * @param rows hires by school and year.
 * @param lastWhole the latest graduation year that is over; later ones are not compared.
 * @returns null where one of the two has fewer than 10 hires.
 */
export function growthOf(
  rows: readonly FiguresRow[],
  lastWhole: number,
  language: Language,
): Growth | null {
  const yearOf = ({ key }: FiguresRow) => key['year'];
  const years = rows
    .map(yearOf)
    .filter((year) => typeof year === 'number')
    .filter((year) => year <= lastWhole);
  const year = Math.max(...years);
  const hiresIn = (chosen: number) => {
    const schools = new Map<string, { name: string; hires: number }>();
    for (const row of rows) {
      if (yearOf(row) !== chosen) continue;
      const school = row.key['school'] ?? null;
      schools.set(keyParameter(school), {
        name: keyName('school', school, language),
        hires: row.values['hires']?.value ?? 0,
      });
    }
    return schools;
  };
  const [earlier, later] = [hiresIn(year - 1), hiresIn(year)];
  const sum = (schools: typeof later) =>
    [...schools.values()].reduce((total, { hires }) => total + hires, 0);
  const [before, after] = [sum(earlier), sum(later)];
  if (before < SMALL_N || after < SMALL_N) return null;
  const direction = Math.sign(after - before);
  const moves = [...new Set([...earlier.keys(), ...later.keys()])].map((id) => ({
    name: (later.get(id) ?? earlier.get(id))?.name ?? '',
    difference: (later.get(id)?.hires ?? 0) - (earlier.get(id)?.hires ?? 0),
  }));
  const [most] = moves.toSorted((a, b) => direction * (b.difference - a.difference));
  return {
    year,
    before,
    after,
    share: after / before - 1,
    school: direction === 0 || moves.length === 1 ? null : (most ?? null),
  };
}

/** The latest graduation year whose 31 December has passed. */
export function lastWholeYear(asOf: string): number {
  const year = Number(asOf.slice(0, 4));
  return asOf.endsWith('-12-31') ? year : year - 1;
}
