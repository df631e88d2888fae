import type { MetricId } from '../metrics/registry.ts';
import type { NamedEntry, ReleasedBy, ReleasedFigure, ReleasedKeyValue } from './release.ts';
import type { ReleaseRules } from './rules.ts';

/** A published figure as either side of the API has it. */
export interface AnnexFigure {
  readonly value: number | null;
  readonly n: number | null;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly status: ReleasedFigure['status'];
  readonly asOf?: string | undefined;
}

export interface AnnexSourceRow {
  readonly key: Readonly<Record<string, ReleasedKeyValue | undefined>>;
  readonly own: AnnexFigure;
  readonly partners: AnnexFigure;
}

export interface AnnexSourceTable {
  readonly metric: MetricId;
  readonly by: readonly ReleasedBy[];
  readonly rows: readonly AnnexSourceRow[];
}

/** What an annex is made of: a part of a release, and nothing else. Days are ISO. */
export interface AnnexSource {
  readonly id: number;
  readonly publishedAt: string;
  readonly asOf: string;
  readonly currency: string;
  readonly rules: ReleaseRules;
  readonly scope: {
    readonly school: NamedEntry;
    readonly college?: NamedEntry | null | undefined;
  };
  readonly tables: readonly AnnexSourceTable[];
}

/** The rows of a metric's table that is divided in a way; none where the release has no such table. */
export function rowsOf(
  { tables }: Pick<AnnexSource, 'tables'>,
  id: MetricId,
  ...by: readonly ReleasedBy[]
): readonly AnnexSourceRow[] {
  return tables.find((table) => table.metric === id && table.by.join() === by.join())?.rows ?? [];
}

/** The classes that a release can speak of, the latest first. */
export function annexYears(source: Pick<AnnexSource, 'tables'>): number[] {
  return rowsOf(source, 'hires', 'year')
    .flatMap(({ key: { year } }) => (typeof year === 'number' ? [year] : []))
    .toSorted((a, b) => b - a);
}

/**
 * The class of an annex where none is asked for: the latest of which it is told how many of its graduates were hired,
 * else the latest of which anybody was; null where the release speaks of no class.
 */
export function usualAnnexYear(source: Pick<AnnexSource, 'tables'>): number | null {
  const latest = (id: MetricId, isTold: (figure: AnnexFigure) => boolean) =>
    annexYears(source).find((year) =>
      rowsOf(source, id, 'year').some((row) => row.key['year'] === year && isTold(row.own)),
    );
  return (
    latest('yield', ({ status }) => status === 'banded') ??
    latest('hires', ({ value }) => (value ?? 0) > 0) ??
    annexYears(source)[0] ??
    null
  );
}
