import type { Figures } from '../../api/figures.ts';

/** Hires of one graduation year; null outside the years that a selection has. */
export interface ComparedYear {
  readonly name: string;
  readonly own: number | null;
  readonly other: number | null;
}

function hiresByYear(figures: Figures): Map<number, number> {
  return new Map(
    figures.rows.flatMap(({ key, values }): [number, number][] => {
      const year = key['year'];
      const hires = values['hires']?.value ?? 0;
      return typeof year === 'number' && hires > 0 ? [[year, hires]] : [];
    }),
  );
}

/** A selection's hires in a year: 0 between its first and last year, null before and after. */
function at(hires: ReadonlyMap<number, number>, year: number): number | null {
  const years = [...hires.keys()];
  if (year < Math.min(...years) || year > Math.max(...years)) return null;
  return hires.get(year) ?? 0;
}

/** Hires by year of two selections, over every year that one of them has. */
export function comparedYears(own: Figures, other: Figures): ComparedYear[] {
  const [first, second] = [hiresByYear(own), hiresByYear(other)];
  const years = [...first.keys(), ...second.keys()];
  if (years.length === 0) return [];
  const start = Math.min(...years);
  return Array.from({ length: Math.max(...years) - start + 1 }, (_, index) => {
    const year = start + index;
    return { name: String(year), own: at(first, year), other: at(second, year) };
  });
}
