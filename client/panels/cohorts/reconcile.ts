import type { Cohorts, Release, ReleasedFigure } from '../../api/release.ts';
import { tableOf } from '../release/released-text.ts';

/** A class by two counts of it: the school's of who signed, and the company's of who was hired, as published. */
export interface ReconciledClass {
  readonly year: number;
  /** Null where the school's counts do not say. */
  readonly signed: { readonly people: number; readonly among: number } | null;
  /** Null where nothing was published of the class. */
  readonly hires: ReleasedFigure | null;
  /** Signed less hired; null unless both are of the whole class and told as plain counts. */
  readonly difference: number | null;
}

/**
 * The two counts of every class of which either is there, the latest first. Hires are as the release tells them, never
 * more exactly.
 */
export function reconciled(
  { years }: Pick<Cohorts, 'years'>,
  release: Pick<Release, 'tables'> | null,
): ReconciledClass[] {
  const published = new Map(
    (release === null ? [] : (tableOf(release.tables, 'hires', 'year')?.rows ?? [])).map(
      ({ key, own }) => [key['year'], own],
    ),
  );
  const counted = new Map(years.map(({ year, values }) => [year, values]));
  const all = [...counted.keys(), ...published.keys()].filter((year) => typeof year === 'number');
  return [...new Set(all)]
    .toSorted((a, b) => b - a)
    .flatMap((year): ReconciledClass[] => {
      const rate = counted.get(year)?.['signed_rate'];
      const signed =
        rate?.of === undefined || rate.n === 0 ? null : { people: rate.of, among: rate.n };
      const hires = published.get(year) ?? null;
      if (signed === null && (hires?.value ?? 0) === 0) return [];
      const isWhole = signed?.among === counted.get(year)?.['graduates']?.value;
      const told = hires?.status === 'ok' ? hires.value : null;
      const difference = signed === null || !isWhole || told === null ? null : signed.people - told;
      return [{ year, signed, hires, difference }];
    });
}
