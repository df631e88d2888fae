import { yearOfDay } from '../../domain/dates.ts';
import { HIRE_COLUMNS } from '../../domain/records/hires.ts';
import type { HireValue } from '../store/hire-ports.ts';
import type { Survey } from './survey.ts';

/** How far pay may be from its median: as in `hire-checks.ts`. */
const PAY_FACTOR = 4;

/**
 * Whether a new row passes every check of `hire-checks.ts` without a word; in doubt it does not.
 * @param at the place of a column in `values`, -1 where it has none.
 * @param values the row at hand, filled in anew each time.
 */
export function plainChecks(
  survey: Survey,
  at: (column: string) => number,
  values: readonly HireValue[],
): () => boolean {
  const dates = HIRE_COLUMNS.flatMap(({ field, kind }) => (kind === 'date' ? [at(field)] : []));
  const given = dates.filter((place) => place !== -1);
  const place = {
    hired: at('hired_on'),
    left: at('left_on'),
    promoted: at('promoted_on'),
    accepted: at('accepted_on'),
    declined: at('declined_on'),
    from: at('interned_from'),
    to: at('interned_to'),
    year: at('graduation_year'),
    salary: at('salary'),
    degree: at('degree'),
  };
  const number = (index: number): number | null => {
    const value = index === -1 ? null : values[index];
    return typeof value === 'number' ? value : null;
  };
  const years: number[] = [];
  const yearOf = (day: number): number =>
    day < 0 ? yearOfDay(day) : (years[day] ??= yearOfDay(day));
  const medians = new Map<HireValue, number | null>();
  const medianOf = (degree: HireValue): number | null => {
    const known = medians.get(degree);
    if (known !== undefined) return known;
    const median = survey.medianPay(typeof degree === 'string' ? degree : null);
    medians.set(degree, median);
    return median;
  };
  const inOrder = (first: number | null, second: number | null): boolean =>
    first === null || second === null || first <= second;

  return () => {
    for (const index of given) {
      const day = values[index];
      if (typeof day === 'number' && day > survey.asOf) return false;
    }
    const [hired, from] = [number(place.hired), number(place.from)];
    if (!inOrder(hired, number(place.left)) || !inOrder(hired, number(place.promoted)))
      return false;
    if (!inOrder(from, hired) || !inOrder(from, number(place.to))) return false;
    if (number(place.accepted) !== null && number(place.declined) !== null) return false;
    if (hired !== null && yearOf(hired) < (number(place.year) ?? 0) - 1) return false;
    const pay = number(place.salary);
    if (pay === null) return true;
    const median = medianOf(place.degree === -1 ? null : (values[place.degree] ?? null));
    return median === null || (pay >= median / PAY_FACTOR && pay <= median * PAY_FACTOR);
  };
}
