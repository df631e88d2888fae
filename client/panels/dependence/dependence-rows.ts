import type { DimensionId } from '../../../domain/dimensions.ts';
import type { Language } from '../../../domain/language.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Figure, FiguresRow } from '../../api/figures.ts';
import { keyName, keyParameter } from '../../frame/named.ts';

/** Above this share of its hires, a major or department stops with its largest school. */
const HALF = 0.5;

interface Largest {
  readonly id: string;
  readonly name: string;
  readonly hires: number;
}

/** The school that sends most to each value of a dimension, by the value as it stands in the address. */
function largestSchools(
  rows: readonly FiguresRow[],
  id: DimensionId,
  language: Language,
): ReadonlyMap<string, Largest> {
  const largest = new Map<string, Largest>();
  for (const { key, values } of rows) {
    const value = keyParameter(key[id] ?? null);
    const hires = values['hires']?.value ?? 0;
    if (hires <= (largest.get(value)?.hires ?? 0)) continue;
    const school = key['school'] ?? null;
    largest.set(value, {
      id: keyParameter(school),
      name: keyName('school', school, language),
      hires,
    });
  }
  return largest;
}

/** A major, a department or a class, and the part of its hires that comes from one school. */
export interface DependenceRow {
  readonly dimension: 'major' | 'department' | 'year';
  readonly id: string;
  readonly label: string;
  readonly school: string;
  /** The school as it stands in the address. */
  readonly schoolId: string;
  /** Hires of that school; `share.n` is all hires. */
  readonly hires: number;
  readonly share: Figure;
}

/**
 * The largest school's share of each value.
 * @param shares `top_school_share` by the dimension.
 * @param hires hires by the dimension and school.
 */
export function dependenceRows(
  dimension: DependenceRow['dimension'],
  shares: readonly FiguresRow[],
  hires: readonly FiguresRow[],
  language: Language,
): DependenceRow[] {
  const largest = largestSchools(hires, dimension, language);
  return shares.flatMap(({ key, values }): DependenceRow[] => {
    const value = key[dimension] ?? null;
    const id = keyParameter(value);
    const share = values['top_school_share'];
    const school = largest.get(id);
    if (share === undefined || share.value === null || school === undefined) return [];
    return [
      {
        dimension,
        id,
        label: keyName(dimension, value, language),
        school: school.name,
        schoolId: school.id,
        hires: school.hires,
        share,
      },
    ];
  });
}

/** Those that would lose more than half, the largest loss first; apart from those with fewer than 10 hires. */
export function atRisk(rows: readonly DependenceRow[]): {
  readonly rows: readonly DependenceRow[];
  readonly few: number;
} {
  const over = rows.filter(({ share }) => (share.value ?? 0) > HALF);
  return {
    rows: over
      .filter(({ share }) => share.n >= SMALL_N)
      .toSorted((a, b) => b.hires - a.hires || (a.label < b.label ? -1 : 1)),
    few: over.filter(({ share }) => share.n < SMALL_N).length,
  };
}

/** The school on which most hangs. */
export interface Keystone {
  readonly school: string;
  readonly majors: number;
  readonly departments: number;
  readonly worst: DependenceRow;
}

/** The school with the most hires at risk; null where nothing is. */
export function keystone(rows: readonly DependenceRow[]): Keystone | null {
  const sums = new Map<string, number>();
  for (const { school, hires } of rows) sums.set(school, (sums.get(school) ?? 0) + hires);
  const [first] = [...sums].toSorted(([, a], [, b]) => b - a);
  if (first === undefined) return null;
  const [school] = first;
  const own = rows.filter((row) => row.school === school);
  const [worst] = own;
  const count = (dimension: DependenceRow['dimension']) =>
    own.filter((row) => row.dimension === dimension).length;
  return worst === undefined
    ? null
    : { school, majors: count('major'), departments: count('department'), worst };
}
