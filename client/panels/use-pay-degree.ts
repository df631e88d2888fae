import { useQuery } from '@tanstack/react-query';
import type { Filters } from '../../domain/filters.ts';
import { figuresOptions, type FiguresQuestion, type FiguresRow } from '../api/figures.ts';
import { foreseeable } from '../api/foreseeable.ts';

/** The degree that most of the selected hires have; null where nobody's degree is known. */
export function commonDegree(rows: readonly FiguresRow[]): string | null {
  const counted = rows.flatMap(({ key, values }) => {
    const degree = key['degree'];
    const hires = values['hires']?.value ?? 0;
    return typeof degree === 'string' && hires > 0 ? [{ degree, hires }] : [];
  });
  return counted.toSorted((a, b) => b.hires - a.hires)[0]?.degree ?? null;
}

function degreesOptions(filters: Filters) {
  return figuresOptions({ metrics: ['hires'], by: ['degree'], filters });
}

/** The degree that is filtered by, where it is one. */
function onlyDegree({ degree = [] }: Filters): string | null {
  return degree.length === 1 ? (degree[0] ?? null) : null;
}

/** Pay is compared within one degree only: the one filtered by, else the most common of the selection. */
export function usePayDegree(filters: Filters) {
  const answer = useQuery(degreesOptions(filters));
  const common = answer.data === undefined ? null : commonDegree(answer.data.rows);
  return { degree: onlyDegree(filters) ?? common, answer };
}

/**
 * A question about pay, asked within a degree; not asked where there is none. Of other people it is asked beforehand
 * within their own degree.
 * @param question of the selection, whatever its degrees.
 */
export function payOptions(question: FiguresQuestion, degree: string | null) {
  const within = (filters: Filters, one: string) =>
    figuresOptions({ ...question, filters: { ...filters, degree: [one] } });
  return {
    ...(degree === null ? figuresOptions(question) : within(question.filters, degree)),
    enabled: degree !== null,
    meta: foreseeable(question.filters, async (others, cache): Promise<void> => {
      const degrees = degreesOptions(others);
      await cache.prefetchQuery(degrees);
      const known = cache.getQueryData(degrees.queryKey);
      const next = onlyDegree(others) ?? (known === undefined ? null : commonDegree(known.rows));
      if (next !== null) await cache.prefetchQuery(within(others, next));
    }),
  };
}
