import type { MetricId } from '../../domain/metrics/registry.ts';
import { benchmarkFault } from '../../domain/releases/benchmark.ts';
import { RELEASED_COUNTS, RELEASED_METRICS } from '../../domain/releases/released-metrics.ts';
import type { ReleaseRules } from '../../domain/releases/rules.ts';
import type { KeyValue } from '../store/ports.ts';
import { cellId, type CellPeople } from './cell.ts';
import { CUT_IDS, CUTS, lastYear, yearsOf, type CutId } from './cuts.ts';
import { isPay, NOT_TOLD, peopleOf, protectedFigure, withheld, type Explained } from './figures.ts';
import { horizonOf, type Everything, type HolderKind } from './read-everything.ts';
import { together } from './read-groups.ts';

/** One place in the tables of a release, and what stands in it. */
export interface Slot {
  readonly id: string;
  readonly metric: MetricId;
  readonly people: CellPeople;
  said: Explained;
}

/** The values that the tables of a school or college have rows for: those of its hires and graduates. */
export function valuesOf(
  everything: Everything,
  holder: HolderKind,
  id: number,
  cut: CutId,
): KeyValue[] {
  const values = [...(everything.groups('hires', holder, cut).get(id) ?? [])];
  return values
    .filter(([, { measures }]) => (measures.hires ?? 0) > 0 || measures.graduates !== undefined)
    .map(([value]) => value);
}

/** Whether a row's graduation year is not complete for a metric yet. */
function isOpen(everything: Everything, id: MetricId, cut: CutId, value: KeyValue): boolean {
  const last = lastYear(everything.calendar, horizonOf(id));
  return cut === 'year' && last !== null && typeof value === 'number' && value > last;
}

const OPEN: Explained = {
  figure: { value: null, n: null, status: 'open', reason: 'not_mature' },
  why: null,
};
const NOBODY: Explained = {
  figure: { value: null, n: null, status: 'no_denominator', reason: 'nobody' },
  why: null,
};

/**
 * Whether other schools may be told of at all: their counts add up with the own ones to a school's share of the
 * company, and pay compares within one degree only.
 */
function hasPartners(id: MetricId, cut: CutId): boolean {
  if (RELEASED_COUNTS.some((count) => count === id)) return false;
  return !isPay(id) || cut === 'degree';
}

/**
 * Every figure of a release as it could be told if it stood alone, by its id.
 * @param schools every school that gets a part.
 */
export function protectedSlots(
  everything: Everything,
  schools: readonly number[],
  rules: ReleaseRules,
): Map<string, Slot> {
  const { asOf, calendar, colleges } = everything;
  const slots = new Map<string, Slot>();
  const put = (id: MetricId, people: CellPeople, said: Explained): void => {
    const slot = { id: cellId(id, people), metric: id, people, said };
    slots.set(slot.id, slot);
  };
  const own = (id: MetricId, kind: HolderKind, holder: number, cut: CutId, value: KeyValue) => {
    const facts = everything.groups(id, kind, cut).get(holder)?.get(value);
    if (facts === undefined) return isOpen(everything, id, cut, value) ? OPEN : NOBODY;
    return protectedFigure(id, facts, rules);
  };
  const partners = (
    id: MetricId,
    school: number,
    cut: CutId,
    value: KeyValue,
    { figure }: Explained,
  ): Explained => {
    if (!hasPartners(id, cut)) return NOT_TOLD;
    if (isOpen(everything, id, cut, value)) return OPEN;
    // Without an own figure there is nothing to compare; and the benchmarks of two schools, one of them with few
    // people, would differ by those few.
    if (figure.status !== 'banded' && figure.status !== 'ok') return withheld('nothing_to_compare');
    const others = [...everything.groups(id, 'school', cut)].flatMap(([other, values]) => {
      const facts = other === school ? undefined : values.get(value);
      return facts === undefined ? [] : [facts];
    });
    const fault = benchmarkFault(
      others.map((facts) => peopleOf(id, facts)),
      rules.partners,
    );
    if (fault !== null) return withheld(fault);
    return protectedFigure(id, together(others, asOf), rules);
  };

  const holders = [
    ...schools.map((id) => ({ kind: 'school' as const, id })),
    ...colleges.map(({ id }) => ({ kind: 'college' as const, id })),
  ];
  for (const id of RELEASED_METRICS) {
    for (const cut of CUT_IDS) {
      const years = yearsOf(cut, calendar, horizonOf(id));
      for (const holder of holders) {
        if (holder.kind === 'college' && !CUTS[cut].ofColleges) continue;
        for (const value of valuesOf(everything, holder.kind, holder.id, cut)) {
          const people = { holder, cut, value, years };
          const said = own(id, holder.kind, holder.id, cut, value);
          put(id, people, said);
          if (holder.kind !== 'school') continue;
          const benchmark = { kind: 'partners' as const, id: holder.id };
          put(id, { ...people, holder: benchmark }, partners(id, holder.id, cut, value, said));
        }
      }
    }
  }
  return slots;
}
