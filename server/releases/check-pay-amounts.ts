import type { YearRange } from '../../domain/filters.ts';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import type { Band } from '../../domain/releases/bands.ts';
import { buildSystem } from './build-system.ts';
import { metricOfCell, type CellPeople } from './cell.ts';
import { checkGroups, type CheckLimits } from './check/check-groups.ts';
import type { Atom, Row } from './check/system.ts';
import { payMarks, type PaidPerson, type PastRelease } from './evidence.ts';
import type { Member } from './members.ts';

/** Minor units of the currency in a unit of it. */
const MINOR = 100;
const FAMILY = 'pay';

/** A quantile of pay as it is published. */
export interface ToldQuantile {
  readonly metric: MetricId;
  readonly people: CellPeople;
  /** Rounded, in units of the currency. */
  readonly value: number;
}

/** What quantiles say of some people: at least so many of them have `low` or more, or less than `high`. */
interface ToldPay {
  readonly people: CellPeople;
  readonly n: number;
  /** In minor units. */
  readonly atLeast: readonly { readonly low: number; readonly count: number }[];
  readonly below: readonly { readonly high: number; readonly count: number }[];
}

function shareOf(id: MetricId): number {
  const { formula } = metric(id);
  if (formula.kind !== 'quantile') throw new RangeError(`${id} is no quantile`);
  return formula.p;
}

/**
 * All that is told of the same people, together: its quantiles stand and fall together. A quantile of n people lies at
 * or between the two whose ranks are next to (n − 1)p + 1.
 * @param step what values are rounded to, in units of the currency.
 */
function toldOf(
  quantiles: readonly ToldQuantile[],
  members: readonly PaidPerson[],
  step: number,
): ToldPay[] {
  const cells = new Map<string, ToldQuantile[]>();
  for (const one of quantiles) {
    const name = JSON.stringify(one.people);
    cells.set(name, [...(cells.get(name) ?? []), one]);
  }
  return [...cells.values()].flatMap((told) => {
    const [first] = told;
    if (first === undefined) return [];
    const n = payMarks(members, first.people).size;
    const ranked = told.map(({ metric: id, value }) => ({ rank: (n - 1) * shareOf(id), value }));
    return [
      {
        people: first.people,
        n,
        atLeast: ranked.map(({ rank, value }) => ({
          low: (value - step / 2) * MINOR,
          count: n - Math.ceil(rank),
        })),
        below: ranked.map(({ rank, value }) => ({
          high: (value + step / 2) * MINOR,
          count: Math.floor(rank) + 1,
        })),
      },
    ];
  });
}

/** The share of people who have at least an amount, as far as it is told; null where nothing is. */
function bandAt({ n, atLeast, below }: ToldPay, amount: number): Band | null {
  const most = (counts: readonly { readonly count: number }[]): number | null =>
    counts.length === 0 ? null : Math.max(...counts.map(({ count }) => count));
  const above = most(atLeast.filter(({ low }) => amount <= low));
  const under = most(below.filter(({ high }) => amount >= high));
  if (above === null && under === null) return null;
  // Half a person off, so that no border is itself a number of people.
  return {
    low: above === null ? 0 : (above - 0.5) / n,
    high: under === null ? 1 : (n - under + 0.5) / n,
  };
}

/** Paid people as those of a family of rates, one for each amount: whoever has less is not in its numerator. */
function membersOf(people: readonly PaidPerson[], amounts: readonly number[]): Member[] {
  return people.map(({ identity, place, salary }) => ({
    identity,
    place,
    reach: amounts.length,
    event: amounts.findIndex((amount) => salary < amount),
    lost: -1,
    lostIn: amounts.length,
  }));
}

const ANY: Band = { low: 0, high: 1 };

/** An earlier release as one that told nothing of the same people by bands. */
function asBands(release: PastRelease, told: readonly ToldPay[], amounts: readonly number[]) {
  const cells = told.map(({ people, n }) => ({
    id: JSON.stringify(people),
    people,
    horizon: 0,
    figure: { value: null, n, ...ANY, status: 'banded' as const },
  }));
  const members = membersOf(release.evidence.pay.members, amounts);
  const families = { [FAMILY]: { members, cells } };
  return { ...release, evidence: { ...release.evidence, families } };
}

/** The same people where only one amount is looked at. */
function atomsAt(atoms: readonly Atom[], position: number): Atom[] {
  return atoms.map(({ people, events }) => ({
    people,
    reach: 1,
    lostIn: 1,
    events: [events.slice(0, position + 1).reduce((sum, count) => sum + count, 0)],
    lost: [0],
  }));
}

/**
 * Plays the attacker against quantiles of pay: for each amount at which one begins or ends, somebody may count who has
 * that much, as if that share had been published as a band.
 * @param recent the last three years.
 * @param step what pay is rounded to, in units of the currency.
 * @returns the cells that must not be published, each by its people as JSON, and of how many groups too few states
 *   were found with only earlier figures left over them.
 */
export function checkPayAmounts(
  members: readonly PaidPerson[],
  quantiles: readonly ToldQuantile[],
  past: readonly PastRelease[],
  { recent, step }: { readonly recent: readonly YearRange[]; readonly step: number },
  limits: CheckLimits,
): { readonly withheld: ReadonlySet<string>; readonly unsafe: number } {
  const now = toldOf(quantiles, members, step);
  const before = past.map((release) => ({
    release,
    told: toldOf(
      release.evidence.pay.cells.flatMap(({ id, people, figure: { value } }) =>
        value === null ? [] : [{ metric: metricOfCell(id), people, value }],
      ),
      release.evidence.pay.members,
      release.payStep,
    ),
  }));
  const all = [...before.flatMap(({ told }) => told), ...now];
  const amounts = [
    ...new Set(
      all.flatMap(({ atLeast, below }) => [
        ...atLeast.map(({ low }) => low),
        ...below.map(({ high }) => high),
      ]),
    ),
  ].toSorted((a, b) => a - b);
  const { system, groups, firstCandidate } = buildSystem(
    FAMILY,
    membersOf(members, amounts),
    now.map(({ people, n }) => ({
      id: JSON.stringify(people),
      people,
      horizon: 0,
      band: ANY,
      n,
    })),
    before.map(({ release, told }) => asBands(release, told, amounts)),
    { recent, horizons: amounts.length, smallGroup: limits.smallGroup },
  );

  const withheld = new Set<string>();
  let unsafe = 0;
  for (const [position, amount] of amounts.entries()) {
    const rows = system.rows.flatMap(({ atoms }, index) => {
      const told = all[index];
      const cell = JSON.stringify(told?.people);
      const band = told === undefined ? null : bandAt(told, amount);
      const isNew = index >= firstCandidate;
      if (told === undefined || band === null || (isNew && withheld.has(cell))) return [];
      return [{ atoms, horizon: 0, band, isNew, cell, n: told.n }];
    });
    const nameOf = ({ atoms, band }: Pick<Row, 'atoms' | 'band'>) => JSON.stringify([atoms, band]);
    const known = new Set(rows.filter(({ isNew }) => !isNew).map(nameOf));
    const result = checkGroups(
      { horizons: 1, atoms: atomsAt(system.atoms, position), rows },
      groups,
      limits,
      {
        isFixed: (row) => {
          const found = rows[row];
          return found !== undefined && known.has(nameOf(found));
        },
        sizes: rows.map(({ n }) => n),
      },
    );
    unsafe += result.unsafe;
    for (const row of result.withheld) {
      const found = rows[row];
      if (found?.isNew === true) withheld.add(found.cell);
    }
  }
  return { withheld, unsafe };
}
