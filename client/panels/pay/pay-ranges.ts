import type { Language } from '../../../domain/language.ts';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Figure, FiguresRow } from '../../api/figures.ts';
import { keyName, keyParameter } from '../../frame/named.ts';

/** The quartiles of first-year pay, from the lower to the upper. */
export const QUARTILES = [
  'salary_p25',
  'salary_median',
  'salary_p75',
] as const satisfies MetricId[];

/** First-year pay of the people of one major, in the deployment's currency. */
export interface PayRange {
  readonly id: string;
  readonly label: string;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly n: number;
  readonly isSmall: boolean;
  readonly figures: readonly Figure[];
}

/** Pay by major, the highest median first; majors without any pay are left out. */
export function payRanges(rows: readonly FiguresRow[], language: Language): PayRange[] {
  return rows
    .flatMap(({ key, values }): PayRange[] => {
      const figures = QUARTILES.flatMap((id) => values[id] ?? []);
      const [low, middle, high] = figures.map(({ value }) => value);
      const n = figures[0]?.n ?? 0;
      if (typeof low !== 'number' || typeof middle !== 'number' || typeof high !== 'number') {
        return [];
      }
      const major = key['major'] ?? null;
      return [
        {
          id: keyParameter(major),
          label: keyName('major', major, language),
          low,
          middle,
          high,
          n,
          isSmall: n < SMALL_N,
          figures,
        },
      ];
    })
    .toSorted((a, b) => b.middle - a.middle || Number(a.id) - Number(b.id));
}

/** The majors with the lowest and the highest median; null where fewer than two have 10 people. */
export function payEnds(
  ranges: readonly PayRange[],
): { readonly low: PayRange; readonly high: PayRange } | null {
  const told = ranges.filter(({ isSmall }) => !isSmall);
  const [high, low] = [told[0], told.at(-1)];
  return high === undefined || low === undefined || high === low ? null : { low, high };
}
