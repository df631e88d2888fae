import type { FunnelMark } from '../../charts/funnel-mark.ts';
import type { LegendItem } from '../../frame/legend.tsx';
import { OTHER_COLOR } from '../../frame/series-colors.ts';
import type { FunnelSchool } from './funnel-points.ts';

/** The most schools that get a color and a name in the chart; the others are in the table. */
const MOST_NAMED = 7;

/** Schools that differ, but for which there is no color left. */
const UNNAMED_COLOR = 'var(--mantine-color-text)';

/** The schools that the chart names: those that are pointed out first, then those that differ, by size. */
export function namedSchools(schools: readonly FunnelSchool[]): FunnelSchool[] {
  return schools
    .filter(({ differs, isHighlighted }) => differs === true || isHighlighted)
    .toReversed()
    .slice(0, MOST_NAMED);
}

/**
 * Schools as marks: named ones in their own color, the rest gray, unless they differ too.
 * @param colors of the named schools, by id
 */
export function funnelMarks(
  schools: readonly FunnelSchool[],
  colors: ReadonlyMap<string, string>,
  linesOf: (school: FunnelSchool) => FunnelMark['lines'],
): FunnelMark[] {
  return schools.map((school) => {
    const { id, name, n, rate, differs, isHighlighted } = school;
    const color = colors.get(id);
    return {
      id,
      label: name,
      n,
      rate,
      color: color ?? (differs === true ? UNNAMED_COLOR : OTHER_COLOR),
      isSmall: differs === null,
      isHighlighted,
      isLabeled: color !== undefined,
      lines: linesOf(school),
    };
  });
}

/** What the colors mean: a name for each colored school, and words for the others. */
export function funnelLegend(
  marks: readonly FunnelMark[],
  labels: { readonly same: string; readonly unnamed: string },
): LegendItem[] {
  const named = marks
    .filter(({ isLabeled }) => isLabeled)
    .toReversed()
    .map(({ id, label, color }) => ({
      id,
      label,
      color,
      filter: { dimension: 'school' as const, value: id },
    }));
  const shared = [
    { id: 'unnamed', label: labels.unnamed, color: UNNAMED_COLOR },
    { id: 'same', label: labels.same, color: OTHER_COLOR },
  ];
  return [...named, ...shared.filter(({ color }) => marks.some((mark) => mark.color === color))];
}
