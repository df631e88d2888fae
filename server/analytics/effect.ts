import type { Day } from '../../domain/dates.ts';
import type { Filters } from '../../domain/filters.ts';
import { METRICS } from '../../domain/metrics/registry.ts';
import { restsOnTenure } from '../../domain/metrics/needs.ts';
import type { CooperationKind } from '../../domain/records/enumerations.ts';
import type { Scope } from '../../domain/scope.ts';
import {
  differenceOfChanges,
  type DifferenceOfChanges,
} from '../../domain/statistics/difference-of-changes.ts';
import type { Aggregator, CooperationReader } from '../store/ports.ts';
import { resolveAsOf } from './as-of.ts';
import { consistent } from './consistent.ts';
import { cooperationStarts, startYear } from './cooperation-starts.ts';
import { lastComplete } from './mature-years.ts';
import { speaksOfLeavers } from './speaks-of-leavers.ts';
import {
  JUDGED_AFTER,
  WINDOW_YEARS,
  windowChanges,
  type EffectMetric,
  type WindowChange,
} from './window-changes.ts';

/** So many schools without a start that each change is held against. */
const LEAST_CONTROLS = 4;
/** Half of an interval above so many points says nothing. */
const WIDEST_HALF = 0.2;

/** Why a school is not counted: its years are not all there, or hold fewer than 10 people; too few to hold it against. */
export type LeftOut = 'years' | 'small' | 'few_controls';

/** A school that the cooperation began with. */
export interface TreatedSchool extends WindowChange {
  readonly school: number;
  /** The year left out; null where the first day is not on record. */
  readonly startYear: number | null;
  readonly leftOut: LeftOut | 'start_unknown' | null;
}

/** A school beside which a change is looked at, or why it is not. */
export interface ControlSchool extends WindowChange {
  readonly school: number;
  /** The start year that it is a control of. */
  readonly of: number;
  readonly leftOut: 'began_before' | 'begins_within' | 'start_unknown' | 'small' | null;
}

/**
 * `told`; `too_wide`: half of the interval is above 20 points; `one_school`: one school cannot tell; `no_school`: it began
 * nowhere; `too_few`: no school has both windows with 10 people each; `too_few_controls`: fewer than 4 schools without it.
 */
export type EffectVerdict =
  | 'told'
  | 'too_wide'
  | 'one_school'
  | 'no_school'
  | 'too_few'
  | 'too_few_controls'
  | 'not_applicable';

export interface Effect {
  readonly asOf: Day;
  readonly version: number;
  readonly verdict: EffectVerdict;
  /** Null unless `told`. An association: whoever began may have changed for other reasons. */
  readonly difference: DifferenceOfChanges | null;
  /** How many are counted: schools that began, and the fewest that one of them is held against. */
  readonly treatedCount: number;
  readonly controlCount: number;
  readonly treated: readonly TreatedSchool[];
  readonly controls: readonly ControlSchool[];
}

export interface EffectQuery {
  readonly kind: CooperationKind;
  readonly metric: EffectMetric;
  /** The schools among them choose whose starts are looked at; the years are not used, since the windows give them. */
  readonly where: Filters;
  readonly asOf?: Day | undefined;
  readonly scope: Scope;
}

const NOTHING = { difference: null, treatedCount: 0, controlCount: 0, treated: [], controls: [] };

interface Began {
  readonly school: number;
  readonly year: number;
}

/** What a school is to a start year: a control, or why not. */
function controlStanding(start: number | null | 'unknown', year: number, change: number | null) {
  if (start === 'unknown') return 'start_unknown';
  if (start !== null && start < year) return 'began_before';
  if (start !== null && start <= year + WINDOW_YEARS) return 'begins_within';
  return change === null ? 'small' : null;
}

function verdictOf(
  began: number,
  usable: number,
  counted: number,
  estimate: DifferenceOfChanges | null,
): EffectVerdict {
  if (began === 0) return 'no_school';
  if (began === 1) return 'one_school';
  if (usable === 0) return 'too_few';
  if (counted === 0) return 'too_few_controls';
  if (estimate === null) return 'one_school';
  return estimate.half > WIDEST_HALF ? 'too_wide' : 'told';
}

/**
 * What came with a kind of cooperation: how schools changed from the three graduation years before its start to the
 * three after it, beside schools that it had not begun with in the same years. An association, never a cause.
 * @throws AppError `invalid_input` for an as-of after the data's.
 */
export async function effect(
  aggregator: Aggregator,
  reader: CooperationReader,
  query: EffectQuery,
): Promise<Effect> {
  return consistent<Effect>(async () => {
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(query.asOf, known);
    const { kind, metric, scope } = query;
    const { year: _, school: asked, ...where } = query.where;
    const ledger = await reader.cooperation(scope);
    const versions = [known.version, ledger.version];
    const state = { asOf, version: known.version };
    if (speaksOfLeavers([], where) && restsOnTenure(METRICS[metric])) {
      return { versions, result: { ...state, ...NOTHING, verdict: 'not_applicable' } };
    }
    const starts = cooperationStarts(ledger.rows, kind, asOf);
    const data = await aggregator.aggregate({
      by: ['school', 'year'],
      where,
      asOf,
      scope,
      measures: ['candidates'],
    });
    versions.push(data.version);
    const first = Math.min(...data.cells.map(({ key }) => Number(key[1])));
    const last = lastComplete(asOf, JUDGED_AFTER[metric]);
    const schools = [...new Set(data.cells.map(({ key }) => Number(key[0])))].toSorted(
      (a, b) => a - b,
    );
    const startOf = (school: number): number | null | 'unknown' => {
      const start = starts.get(school);
      return start === 'unknown' ? 'unknown' : startYear(start);
    };
    const chosen = [...starts.keys()]
      .filter((school) => asked === undefined || asked.includes(school))
      .toSorted((a, b) => a - b);
    const began: Began[] = chosen.flatMap((school) => {
      const year = startOf(school);
      return typeof year === 'number' ? [{ school, year }] : [];
    });

    const years = [...new Set(began.map(({ year }) => year))].toSorted((a, b) => a - b);
    const isWhole = (year: number): boolean =>
      year - WINDOW_YEARS >= first && year + WINDOW_YEARS <= last;
    const windows = new Map<number, Awaited<ReturnType<typeof windowChanges>>>();
    for (const year of years.filter(isWhole)) {
      const changes = await windowChanges(aggregator, { metric, where, asOf, scope }, year);
      versions.push(...changes.versions);
      windows.set(year, changes);
    }
    const controls = years.filter(isWhole).flatMap((of): ControlSchool[] =>
      schools
        .filter((school) => startOf(school) !== of)
        .flatMap((school): ControlSchool[] => {
          const change = windows.get(of)?.of(school);
          if (change === undefined) return [];
          const leftOut = controlStanding(startOf(school), of, change.change);
          return [{ school, of, ...change, leftOut }];
        }),
    );
    const controlsOf = (year: number): number[] =>
      controls.flatMap(({ of, leftOut, change }) =>
        of === year && leftOut === null && change !== null ? [change] : [],
      );
    const unknown: WindowChange = {
      before: { value: null, n: 0, status: 'no_data' },
      after: { value: null, n: 0, status: 'no_data' },
      change: null,
    };
    const treated = chosen.map((school): TreatedSchool => {
      const year = startOf(school);
      if (typeof year !== 'number') {
        return { school, startYear: null, ...unknown, leftOut: 'start_unknown' };
      }
      const change = windows.get(year)?.of(school) ?? unknown;
      const leftOut = !isWhole(year)
        ? 'years'
        : change.change === null
          ? 'small'
          : controlsOf(year).length < LEAST_CONTROLS
            ? 'few_controls'
            : null;
      return { school, startYear: year, ...change, leftOut };
    });

    const usable = treated.filter(({ leftOut }) => leftOut === null || leftOut === 'few_controls');
    const counted = treated.filter(({ leftOut }) => leftOut === null);
    const groups = years
      .map((year) => ({
        treated: counted.flatMap(({ startYear: own, change }) =>
          own === year && change !== null ? [change] : [],
        ),
        controls: controlsOf(year),
      }))
      .filter((group) => group.treated.length > 0);
    const estimate = counted.length < 2 ? null : differenceOfChanges(groups);
    const verdict = verdictOf(chosen.length, usable.length, counted.length, estimate);
    return {
      versions,
      result: {
        ...state,
        verdict,
        difference: verdict === 'told' ? estimate : null,
        treatedCount: counted.length,
        controlCount:
          groups.length === 0 ? 0 : Math.min(...groups.map((group) => group.controls.length)),
        treated,
        controls,
      },
    };
  });
}
