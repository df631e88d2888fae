import type { DimensionId } from '../../../domain/dimensions.ts';
import type { Language } from '../../../domain/language.ts';
import { metric, type MetricId } from '../../../domain/metrics/registry.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import type { Figures, FiguresRow } from '../../api/figures.ts';
import { keyName, keyParameter } from '../../frame/named.ts';
import type { FilterTarget } from '../../frame/panel-table.ts';

/** A name with a number, and what it filters by. */
export interface CountItem {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly filter?: FilterTarget | undefined;
  readonly explain?: Explanation | undefined;
}

/** Hires by the values of a dimension, most first. */
export function hiresBy(
  id: DimensionId,
  rows: readonly FiguresRow[],
  language: Language,
): CountItem[] {
  return rows
    .map(({ key, values }) => {
      const value = key[id] ?? null;
      const parameter = keyParameter(value);
      return {
        id: parameter,
        label: keyName(id, value, language),
        value: values['hires']?.value ?? 0,
        filter: { dimension: id, value: parameter },
      };
    })
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value);
}

/** The totals of some counts, in their order; none where all are 0. */
export function totalsOf(
  metrics: readonly MetricId[],
  { total }: Figures,
  language: Language,
  explainOf?: (metric: MetricId) => Explanation,
): CountItem[] {
  const items = metrics.map((id) => ({
    id,
    label: metric(id).label[language],
    value: total[id]?.value ?? 0,
    explain: explainOf?.(id),
  }));
  return items.some(({ value }) => value > 0) ? items : [];
}

/** The largest of some counts that make a whole, with that whole; null below 10 people, for a tie, and for blank. */
export function leader(items: readonly CountItem[]): (CountItem & { total: number }) | null {
  const total = items.reduce((sum, { value }) => sum + value, 0);
  const [first, second] = items.toSorted((a, b) => b.value - a.value);
  if (first === undefined || total < SMALL_N || first.value === second?.value || first.id === '') {
    return null;
  }
  return { ...first, total };
}

/** The first of some counts and the sum of all others, which cannot be filtered by; as they are where they are few. */
export function withRest(items: readonly CountItem[], most: number, rest: string): CountItem[] {
  if (items.length <= most) return [...items];
  const value = items.slice(most - 1).reduce((sum, item) => sum + item.value, 0);
  return [...items.slice(0, most - 1), { id: 'rest', label: rest, value }];
}
