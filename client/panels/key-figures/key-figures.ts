import type { MetricId } from '../../../domain/metrics/registry.ts';
import type { Figure, Figures, FiguresRow } from '../../api/figures.ts';
import { seasonChange, type SeasonChange } from './season.ts';

/** One figure: over the whole selection, by graduation year, and of the season against the one before. */
export interface KeyFigure {
  readonly metric: MetricId;
  readonly total: Figure | undefined;
  readonly years: readonly { readonly name: string; readonly figure: Figure | undefined }[];
  readonly now: Figure | undefined;
  readonly before: Figure | undefined;
  readonly change: SeasonChange;
}

function yearRows(rows: readonly FiguresRow[]): ReadonlyMap<number, FiguresRow> {
  return new Map(
    rows.flatMap((row) =>
      typeof row.key['year'] === 'number' ? [[row.key['year'], row] as const] : [],
    ),
  );
}

/**
 * Key figures of a selection.
 * @param byYear the selection by graduation year; its total is the whole selection.
 * @param lastSeason the season before on the same day, by graduation year.
 */
export function keyFigures(
  metrics: readonly MetricId[],
  byYear: Figures,
  lastSeason: Figures | undefined,
  season: number | null,
): KeyFigure[] {
  const rows = yearRows(byYear.rows);
  const earlier = yearRows(lastSeason?.rows ?? []);
  const years = [...rows.keys()].toSorted((a, b) => a - b);
  return metrics.map((metric) => {
    const now = season === null ? undefined : rows.get(season)?.values[metric];
    const before = season === null ? undefined : earlier.get(season - 1)?.values[metric];
    return {
      metric,
      total: byYear.total[metric],
      years: years.map((year) => ({ name: String(year), figure: rows.get(year)?.values[metric] })),
      now,
      before,
      change: seasonChange(now, before),
    };
  });
}
