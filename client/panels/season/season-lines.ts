import type { Season } from '../../api/season.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import type { PanelTable } from '../../frame/panel-table.ts';
import type { SeasonLine } from './season-answer.ts';

/** One week: the day of the running season that it ends on, and the counts of each season by then. */
export interface SeasonWeekRow {
  readonly week: number;
  readonly day: string;
  /** By graduation year. */
  readonly values: Readonly<Record<string, number | null>>;
}

/** The seasons laid over each other by week. */
export function seasonLines({ seasons }: Season, line: SeasonLine): SeasonWeekRow[] {
  const [current] = seasons;
  return (current?.points ?? []).map(({ week, day }, index) => ({
    week,
    day,
    values: Object.fromEntries(
      seasons.map(({ year, points }) => [String(year), points[index]?.counts[line] ?? null]),
    ),
  }));
}

/** Whether anything happened in any of the seasons. */
export function hasEvents(rows: readonly SeasonWeekRow[]): boolean {
  return rows.some(({ values }) => Object.values(values).some((value) => (value ?? 0) > 0));
}

interface Labels {
  readonly week: string;
  readonly day: string;
  readonly season: (year: number) => string;
}

/**
 * The weeks as a table: a column for each season.
 * @param explainOf what the count of a season is of, as of a day of its own.
 */
export function linesTable(
  { seasons }: Season,
  rows: readonly SeasonWeekRow[],
  labels: Labels,
  explainOf: (year: number, day: string) => Explanation,
): PanelTable {
  return {
    columns: [
      { id: 'week', label: labels.week, numeric: true },
      { id: 'day', label: labels.day, numeric: false },
      ...seasons.map(({ year }) => ({
        id: String(year),
        label: labels.season(year),
        numeric: true,
      })),
    ],
    rows: hasEvents(rows)
      ? rows.map(({ week, day, values }, index) => ({
          id: String(week),
          cells: [
            { kind: 'count', count: week },
            { kind: 'text', text: day },
            ...seasons.map(({ year, points }) => ({
              kind: 'count' as const,
              count: values[String(year)] ?? 0,
              explain: explainOf(year, points[index]?.day ?? day),
            })),
          ],
        }))
      : [],
  };
}
