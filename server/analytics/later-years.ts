import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { Filters } from '../../domain/filters.ts';
import { SMALL_N, UNDATED_LIMIT } from '../../domain/metrics/value.ts';
import type { Scope } from '../../domain/scope.ts';
import { smoothedLevels } from '../../domain/statistics/exponential-smoothing.ts';
import {
  FIRST_ORIGIN,
  trySmoothing,
  type SmoothingTrial,
} from '../../domain/statistics/smoothing-trial.ts';
import type { Aggregator, Cell, KeyValue } from '../store/ports.ts';
import { lastComplete } from './mature-years.ts';
import { compareKeys } from './order.ts';

/** So many classes after the season are looked at, as plans do. */
export const AHEAD = 3;
/** A group needs so many hires in its last years for a level of its own. */
const LEVEL_YEARS = 3;

/** What a class is expected to bring, and how far such expectations missed before. */
export interface LaterYear {
  readonly year: number;
  /** How many years lie between it and the last complete class. */
  readonly ahead: number;
  readonly expected: number;
  /** Mean absolute error so many years ahead, over past classes; null where there was none to try. */
  readonly error: number | null;
  readonly tried: number;
}

/** Groups' levels: what is expected of each later class. */
export interface LaterGroup {
  readonly key: readonly KeyValue[];
  /** Null where the group had fewer than 10 hires in its last three years. */
  readonly expected: number | null;
  /** Hires of those three years. */
  readonly n: number;
}

export interface LaterYears {
  /** `undated` and `nobody` where there is no series to try. */
  readonly verdict: SmoothingTrial['verdict'] | 'undated' | 'nobody' | 'not_applicable';
  readonly trial: SmoothingTrial | null;
  /** The complete classes it rests on, with their hires. */
  readonly known: readonly { readonly year: number; readonly hires: number }[];
  /** Empty where it is not shown, or the selection had fewer than 10 hires in the last three years. */
  readonly years: readonly LaterYear[];
  readonly groups: readonly LaterGroup[];
}

interface Question {
  readonly by: readonly DimensionId[];
  readonly where: Filters;
  readonly asOf: Day;
  readonly scope: Scope;
  /** The class whose season goes on, or was the last: later ones are told. */
  readonly season: number;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

const hiresOf = ({ measures }: Cell): number => measures.campus_hires ?? 0;

/** Hires by year of cells whose last key is the year: one series for each other key, without gaps. */
function seriesOf(cells: readonly Cell[], { first, last }: Span) {
  const found = new Map<string, { key: readonly KeyValue[]; series: number[] }>();
  for (const cell of cells) {
    const year = Number(cell.key.at(-1));
    if (!(first <= year && year <= last)) continue;
    const key = cell.key.slice(0, -1);
    const id = JSON.stringify(key);
    const group = found.get(id) ?? {
      key,
      series: Array.from({ length: last - first + 1 }, () => 0),
    };
    group.series[year - first] = (group.series[year - first] ?? 0) + hiresOf(cell);
    found.set(id, group);
  }
  return [...found.values()].toSorted((a, b) => compareKeys(a.key, b.key));
}

const recent = (series: readonly number[]): number =>
  series.slice(-LEVEL_YEARS).reduce((sum, hires) => sum + hires, 0);

/** How far levels missed a series some years ahead, from the fifth value on. */
function missed(series: readonly number[], ahead: number) {
  const levels = smoothedLevels(series);
  const errors = series
    .map((hires, index) => ({ hires, level: levels[index - ahead], origin: index - ahead + 1 }))
    .filter(({ origin }) => origin >= FIRST_ORIGIN)
    .map(({ hires, level }) => Math.abs(hires - (level ?? 0)));
  const sum = errors.reduce((all, error) => all + error, 0);
  return { error: errors.length === 0 ? null : sum / errors.length, tried: errors.length };
}

/** The complete classes with a hire, gaps included; null without any. */
function spanOf(cells: readonly Cell[], asOf: Day): Span | null {
  const complete = lastComplete(asOf, 0);
  const years = cells
    .filter((cell) => hiresOf(cell) > 0)
    .map(({ key }) => Number(key.at(-1)))
    .filter((year) => year <= complete);
  return years.length === 0 ? null : { first: Math.min(...years), last: complete };
}

/**
 * What later classes may bring: the level of exponential smoothing over complete classes' campus hires, told only where
 * it foretold past classes better than "as last year". That is tried over the schools of the selection, whichever
 * schools are filtered by, since one school's few years cannot tell. A filter on years is left out.
 */
export async function laterYears(
  aggregator: Aggregator,
  { by, where, asOf, scope, season }: Question,
): Promise<{ versions: number[]; result: LaterYears }> {
  const { year: _, ...selected } = where;
  const { school: __, ...anySchool } = selected;
  const read = (dimensions: readonly DimensionId[], filters: Filters) =>
    aggregator.aggregate({
      by: dimensions,
      where: filters,
      asOf,
      scope,
      measures: ['campus_hires', 'campus_undated'],
    });
  const schools = await read(['school', 'year'], anySchool);
  const own = await read([...by, 'year'], selected);
  const versions = [schools.version, own.version];
  const nothing = { trial: null, known: [], years: [], groups: [] };
  const span = spanOf(schools.cells, asOf);
  const groups = span === null ? [] : seriesOf(own.cells, span);
  if (span === null || groups.length === 0) {
    return { versions, result: { ...nothing, verdict: 'nobody' } };
  }
  const undated = own.cells.reduce((sum, { measures }) => sum + (measures.campus_undated ?? 0), 0);
  const dated = own.cells.reduce((sum, cell) => sum + hiresOf(cell), 0);
  if (undated > UNDATED_LIMIT * (undated + dated)) {
    return { versions, result: { ...nothing, verdict: 'undated' } };
  }

  const trial = trySmoothing(seriesOf(schools.cells, span).map(({ series }) => series));
  const whole = groups.reduce<number[]>(
    (sums, { series }) => series.map((hires, index) => hires + (sums[index] ?? 0)),
    [],
  );
  const isShown = trial.verdict === 'shown';
  const level = smoothedLevels(whole).at(-1) ?? 0;
  const ahead = Array.from(
    { length: AHEAD },
    (_year, index) => Math.max(season, span.last) + 1 + index,
  );
  return {
    versions,
    result: {
      verdict: trial.verdict,
      trial,
      known: whole.map((hires, index) => ({ year: span.first + index, hires })),
      years:
        isShown && recent(whole) >= SMALL_N
          ? ahead.map((year) => ({
              year,
              ahead: year - span.last,
              expected: level,
              ...missed(whole, year - span.last),
            }))
          : [],
      groups: isShown
        ? groups.map(({ key, series }) => {
            const n = recent(series);
            return {
              key,
              n,
              expected: n < SMALL_N ? null : (smoothedLevels(series).at(-1) ?? null),
            };
          })
        : [],
    },
  };
}
