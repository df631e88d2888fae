import { useQuery } from '@tanstack/react-query';
import type { Filters } from '../../domain/filters.ts';
import { figuresOptions, type FiguresRow } from '../api/figures.ts';

/** The degree that most of the selected hires have; null where nobody's degree is known. */
export function commonDegree(rows: readonly FiguresRow[]): string | null {
  const counted = rows.flatMap(({ key, values }) => {
    const degree = key['degree'];
    const hires = values['hires']?.value ?? 0;
    return typeof degree === 'string' && hires > 0 ? [{ degree, hires }] : [];
  });
  return counted.toSorted((a, b) => b.hires - a.hires)[0]?.degree ?? null;
}

/** Pay is compared within one degree only: the one filtered by, else the most common of the selection. */
export function usePayDegree(filters: Filters) {
  const answer = useQuery(figuresOptions({ metrics: ['hires'], by: ['degree'], filters }));
  const [only, ...others] = filters.degree ?? [];
  const chosen = others.length === 0 ? (only ?? null) : null;
  const degree = chosen ?? (answer.data === undefined ? null : commonDegree(answer.data.rows));
  return { degree, answer };
}
