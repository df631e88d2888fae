import { metric } from '../../domain/metrics/registry.ts';
import { proportionOf } from '../../domain/metrics/compared.ts';
import type { HireMeasureId } from '../../domain/measures.ts';
import { RATE_FAMILIES, type RateFamily } from '../../domain/releases/released-metrics.ts';
import type { CountedPerson } from '../store/release-ports.ts';
import type { Place } from './cell.ts';
import { lastYear, type Calendar } from './cuts.ts';

/** A person whom the rates of a family count, and what became of that person in their buckets. */
export interface Member {
  readonly identity: string;
  readonly place: Place;
  /** Rates of the family that count the person: the graduation year is complete for them. */
  readonly reach: number;
  /** The bucket of the event; −1 without one within reach. */
  readonly event: number;
  /** The bucket in which sight was lost without an event, before its time; −1 where it was not. */
  readonly lost: number;
  /** The bucket in which follow-up ends for everybody who started then; `reach` or more: not within reach. */
  readonly lostIn: number;
}

/** Measures by which people are asked for. */
export const MEMBER_MEASURES: readonly HireMeasureId[] = [
  ...new Set(
    RATE_FAMILIES.flatMap(({ rates }) =>
      rates.flatMap(({ metric: id, people }) => {
        const proportion = proportionOf(id);
        return proportion === null ? [people] : [proportion.among, proportion.of];
      }),
    ),
  ),
];

const at = (id: HireMeasureId): number => MEMBER_MEASURES.indexOf(id);

function dayOf({ metric: id }: RateFamily['rates'][number]): number {
  const { formula } = metric(id);
  return formula.kind === 'survival' ? formula.day : 0;
}

function tenured(
  person: CountedPerson,
  { rates }: RateFamily,
  reach: number,
): Omit<Member, 'identity' | 'place'> | null {
  if (person.tenure === null) return null;
  const { days, left } = person.tenure;
  const horizons = rates.map(dayOf);
  const unfollowed = rates.findIndex(({ people }) => person.counted[at(people)] !== true);
  const lostIn = unfollowed < 0 ? rates.length : unfollowed;
  const bucket = horizons.findIndex((day) => (left ? days <= day : days < day));
  const isWithin = bucket >= 0 && bucket < reach;
  return {
    reach,
    event: left && isWithin ? bucket : -1,
    lost: !left && isWithin && bucket !== lostIn ? bucket : -1,
    lostIn,
  };
}

function proportional(
  person: CountedPerson,
  { rates }: RateFamily,
): Omit<Member, 'identity' | 'place'> | null {
  const [rate] = rates;
  const proportion = rate === undefined ? null : proportionOf(rate.metric);
  if (proportion === null || person.counted[at(proportion.among)] !== true) return null;
  const isCounted = person.counted[at(proportion.of)] === true;
  return { reach: 1, event: isCounted ? -1 : 0, lost: -1, lostIn: 1 };
}

/** The people of a family's rates, each once. */
export function membersOf(
  family: RateFamily,
  people: readonly CountedPerson[],
  calendar: Calendar,
): Member[] {
  return people.flatMap((person) => {
    const reach = family.rates.filter(({ horizon }) => {
      const last = lastYear(calendar, horizon);
      return last === null || person.year <= last;
    }).length;
    if (reach === 0) return [];
    const { identity, school, college, major, year, degree } = person;
    const found =
      family.id === 'retention' ? tenured(person, family, reach) : proportional(person, family);
    return found === null
      ? []
      : [{ identity, place: { school, college, major, year, degree }, ...found }];
  });
}
