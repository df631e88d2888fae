import type { Highs } from 'highs';
import { fixedDay } from '../../../domain/dates.ts';
import type { Hire } from '../../../domain/records/hire.ts';
import type {
  ReleasedFigure,
  ReleasedPart,
  ReleasedRow,
} from '../../../domain/releases/release.ts';

// An attacker who reads every part of a release, knows everybody by school, college, major, year and degree, and wants
// to know of whom a figure counts whom. Shares nothing with the checker: it is handed the published tables, builds an
// integer program of its own, and lets a solver find what cannot be.

/** What is counted, by metric: days of follow-up where it is about staying, and who is in the numerator. */
interface Counting {
  readonly days: number | null;
  readonly isAsked: (one: Hire) => boolean;
  readonly isIn: (one: Hire) => boolean;
}

function staying(days: number): Counting {
  return {
    days,
    isAsked: () => true,
    isIn: ({ leftOn, hiredOn }) => leftOn === null || leftOn - (hiredOn ?? 0) > days,
  };
}

const COUNTINGS: Readonly<Record<string, Counting>> = {
  retention_6m: staying(183),
  retention_12m: staying(365),
  retention_24m: staying(730),
  retention_36m: staying(1095),
  promotion_rate_24m: {
    days: 730,
    isAsked: () => true,
    isIn: ({ promotedOn, hiredOn }) => promotedOn !== null && promotedOn - (hiredOn ?? 0) <= 730,
  },
  major_match_rate: {
    days: null,
    isAsked: ({ majorMatch }) => majorMatch !== null,
    isIn: ({ majorMatch }) => majorMatch === true,
  },
  top_rated_share: {
    days: null,
    isAsked: ({ performance }) => performance !== null,
    isIn: ({ performance }) => (performance ?? 0) >= 400,
  },
};

/** Metrics of which one numerator lies within the other, from the widest to the narrowest. */
export const FAMILIES = [
  ['retention_6m', 'retention_12m', 'retention_24m', 'retention_36m'],
  ['promotion_rate_24m'],
  ['major_match_rate'],
  ['top_rated_share'],
] as const;

function counted(people: readonly Hire[], metric: string, asOf: number): Hire[] {
  const { days, isAsked } = COUNTINGS[metric] ?? staying(0);
  return people.filter(
    (one) => isAsked(one) && (days === null || fixedDay(one.graduationYear, 12, 31) + days <= asOf),
  );
}

/** Whom a row of a table speaks of; null where the attacker cannot tell. */
function inRow({ key }: ReleasedRow, one: Hire): boolean {
  return Object.entries(key).every(([by, value]) => {
    if (by === 'year') return one.graduationYear === value;
    if (by === 'degree') return one.degree === value;
    if (typeof value !== 'object' || value === null) throw new Error(`What is ${by}?`);
    if ('from' in value) return one.graduationYear >= value.from && one.graduationYear <= value.to;
    return by === 'major' && 'id' in value && one.majorId === value.id;
  });
}

/** A published band, and of whom it is. */
export interface Clue {
  readonly metric: string;
  readonly people: ReadonlySet<Hire>;
  readonly low: number;
  readonly high: number;
}

/** A published figure of any metric, and of whom it is. */
interface Told {
  readonly metric: string;
  readonly figure: ReleasedFigure;
  readonly of: readonly Hire[];
}

/**
 * Every figure that a release tells.
 * @param countedIn whom a metric counts; null for metrics that are not attacked.
 * @throws where a row says another number of people than it has.
 */
function toldIn(
  parts: readonly ReleasedPart[],
  countedIn: (metric: string) => readonly Hire[] | null,
): Told[] {
  return parts.flatMap(({ scope: { school, college }, tables }) =>
    tables.flatMap(({ metric, rows }) => {
      const all = countedIn(metric);
      if (all === null) return [];
      return rows.flatMap((row) => {
        const isOwn = ({ schoolId, collegeId }: Hire): boolean =>
          schoolId === school.id && (college === null || collegeId === college.id);
        const own = all.filter((one) => isOwn(one) && inRow(row, one));
        const others = all.filter((one) => one.schoolId !== school.id && inRow(row, one));
        const figures = [
          { metric, figure: row.own, of: own },
          { metric, figure: row.partners, of: others },
        ].filter(({ figure: { status } }) => status === 'banded' || status === 'ok');
        for (const { figure, of } of figures)
          if (figure.n !== null && figure.n !== of.length)
            throw new Error(`${metric}: ${figure.n} people published, ${of.length} there`);
        return figures;
      });
    }),
  );
}

/** Everything that a release tells of rates. */
export function cluesOf(
  parts: readonly ReleasedPart[],
  people: readonly Hire[],
  asOf: number,
): Clue[] {
  return toldIn(parts, (metric) =>
    COUNTINGS[metric] === undefined ? null : counted(people, metric, asOf),
  ).flatMap(({ metric, figure: { low, high }, of }) =>
    low === undefined || high === undefined ? [] : [{ metric, people: new Set(of), low, high }],
  );
}

/** What a rounded quantile of pay says: so many of its people have at least so much, so many have less. */
export interface PayClue {
  readonly people: ReadonlySet<Hire>;
  /** In minor units: the quantile is from `low` on, below `high`. */
  readonly low: number;
  readonly high: number;
  readonly atLeastLow: number;
  readonly belowHigh: number;
}

const QUANTILES: Readonly<Record<string, number>> = {
  salary_p25: 0.25,
  salary_median: 0.5,
  salary_p75: 0.75,
};

/**
 * Everything that a release tells of pay. A quantile of n people lies at or between the two whose ranks are next to
 * (n − 1)q + 1.
 * @param step what pay is rounded to, in minor units.
 */
export function payCluesOf(
  parts: readonly ReleasedPart[],
  people: readonly Hire[],
  step: number,
): PayClue[] {
  const paid = people.filter(({ salary }) => salary !== null);
  return toldIn(parts, (metric) => (QUANTILES[metric] === undefined ? null : paid)).flatMap(
    ({ metric, figure: { value }, of }) => {
      if (value === null) return [];
      const rank = (of.length - 1) * (QUANTILES[metric] ?? 0);
      return [
        {
          people: new Set(of),
          low: value * 100 - step / 2,
          high: value * 100 + step / 2,
          atLeastLow: of.length - Math.ceil(rank),
          belowHigh: Math.floor(rank) + 1,
        },
      ];
    },
  );
}

/** Groups of at most nine people that the attacker tries: atoms, cells of the tables, and what is between them. */
function targets(people: readonly Hire[]): Hire[][] {
  const found = new Map<string, Hire[]>();
  const index = new Map(people.map((one, position) => [one, position]));
  const add = (group: readonly Hire[]): void => {
    if (group.length === 0 || group.length > 9) return;
    const name = group
      .map((one) => index.get(one))
      .toSorted((a = 0, b = 0) => a - b)
      .join();
    found.set(name, [...group]);
  };
  const keys: ((one: Hire) => string)[] = [
    (one) => `${one.schoolId} ${one.collegeId} ${one.majorId} ${one.graduationYear} ${one.degree}`,
    (one) => `${one.schoolId}`,
    (one) => `${one.schoolId} ${one.graduationYear}`,
    (one) => `${one.schoolId} ${one.degree}`,
    (one) => `${one.schoolId} ${one.majorId}`,
    (one) => `${one.schoolId} ${one.collegeId}`,
    (one) => `${one.schoolId} ${one.collegeId} ${one.graduationYear}`,
    (one) => `${one.schoolId} ${one.collegeId} ${one.degree}`,
  ];
  const cells = keys.flatMap((key) => {
    const parts = new Map<string, Hire[]>();
    for (const one of people) parts.set(key(one), [...(parts.get(key(one)) ?? []), one]);
    return [...parts.values()];
  });
  for (const cell of cells) {
    add(cell);
    const members = new Set(cell);
    for (const other of cells) {
      if (other.length <= cell.length || other.length - cell.length > 9) continue;
      const rest = other.filter((one) => !members.has(one));
      if (rest.length === other.length - cell.length) add(rest);
    }
  }
  return [...found.values()];
}

/** A group that the attacker has found out about. */
export interface Finding {
  readonly metric: string;
  readonly group: readonly Hire[];
  readonly possible: number;
}

/** People whom no clue tells apart: one variable, so that the solver has less to try. */
function atomsOf(
  people: readonly Hire[],
  told: (one: Hire) => unknown,
  clues: readonly { readonly people: ReadonlySet<Hire> }[],
): Hire[][] {
  const kinds = new Map<string, Hire[]>();
  for (const one of people) {
    const { schoolId, collegeId, majorId, graduationYear, degree } = one;
    const kind = JSON.stringify([
      [schoolId, collegeId, majorId, graduationYear, degree],
      told(one),
      clues.map((clue) => Number(clue.people.has(one))).join(''),
    ]);
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return [...kinds.values()];
}

const nameOf = (atom: number, count: number): string => `x${atom}_${count}`;

/** The variables of the atoms whose people are among some. */
function idsOf(atoms: readonly Hire[][], members: ReadonlySet<Hire>, count: number): string[] {
  return atoms.flatMap(([first], index) =>
    first !== undefined && members.has(first) ? [nameOf(index, count)] : [],
  );
}

/** What is counted of a group: the sum of some variables. */
interface Wanted {
  readonly metric: string;
  readonly group: readonly Hire[];
  readonly ids: readonly string[];
}

/**
 * Finds out what can be.
 * @param rows what is known, in the format of linear programs.
 * @param counts how many things are counted of each person.
 * @returns every group of one or two people with a number that cannot be, and every group of up to nine with fewer
 *   than three that can.
 */
function narrowed(
  highs: Highs,
  atoms: readonly Hire[][],
  counts: number,
  rows: readonly string[],
  groups: readonly Wanted[],
): Finding[] {
  const variables = atoms.flatMap((atom, index) =>
    Array.from({ length: counts }, (_, count) => ({
      id: nameOf(index, count),
      most: atom.length,
    })),
  );
  const program = (objective: string, more: readonly string[]): string =>
    `${objective}\nSubject To\n${[...rows, ...more].map((row) => ` ${row}`).join('\n')}
Bounds\n${variables.map(({ id, most }) => ` 0 <= ${id} <= ${most}`).join('\n')}
General\n ${variables.map(({ id }) => id).join(' ')}\nEnd\n`;
  const wanted = groups.map((one) => ({ ...one, seen: new Set<number>() }));
  // A solution is a state of everybody, and shows a possible number of every group.
  const solve = (objective: string, more: readonly string[]): boolean => {
    const { Status, Columns } = highs.solve(program(objective, more));
    if (Status === 'Infeasible') return false;
    if (Status !== 'Optimal') throw new Error(`The solver ends with ${Status}`);
    for (const { ids, seen } of wanted) {
      const total = ids.reduce((all, id) => all + Math.round(Columns[id]?.Primal ?? 0), 0);
      seen.add(total);
    }
    return true;
  };

  const findings: Finding[] = [];
  for (const { metric, group, ids, seen } of wanted) {
    const needed = Math.min(group.length + 1, 3);
    const terms = ids.join(' + ');
    for (const sense of ['Minimize', 'Maximize']) {
      if (seen.size < needed && !solve(`${sense}\n obj: ${terms}`, []))
        throw new Error('What is published contradicts itself');
    }
    const [low, high] = [Math.min(...seen), Math.max(...seen)];
    for (let value = low + 1; value < high && seen.size < needed; value += 1)
      if (!seen.has(value)) solve(`Minimize\n obj: ${terms}`, [`${terms} = ${value}`]);
    if (seen.size < needed) findings.push({ metric, group, possible: seen.size });
  }
  return findings;
}

/** Attacks one family of rates: who is in a numerator. */
export function attack(
  highs: Highs,
  family: readonly string[],
  clues: readonly Clue[],
  people: readonly Hire[],
  asOf: number,
): Finding[] {
  const asked = family.map((metric) => new Set(counted(people, metric, asOf)));
  const everybody = people.filter((one) => asked.some((set) => set.has(one)));
  const mine = clues.filter(({ metric }) => family.includes(metric));
  const atoms = atomsOf(everybody, (one) => asked.map((set) => set.has(one)), mine);
  const rows = mine.flatMap(({ metric, people: of, low, high }) => {
    const n = of.size;
    const terms = idsOf(atoms, of, family.indexOf(metric)).join(' + ');
    const least = Math.ceil(low * n - 1e-7);
    const most = high === 1 ? n : Math.ceil(high * n - 1e-7) - 1;
    return [`${terms} >= ${least}`, `${terms} <= ${most}`];
  });
  const nested = atoms.flatMap(([first], index) =>
    family
      .slice(1)
      .flatMap((_, metric) =>
        first !== undefined && asked[metric + 1]?.has(first) === true
          ? [`${nameOf(index, metric)} - ${nameOf(index, metric + 1)} >= 0`]
          : [],
      ),
  );
  const wanted = family.flatMap((metric, count) =>
    targets(everybody.filter((one) => asked[count]?.has(one) === true)).map((group) => ({
      metric,
      group,
      ids: idsOf(atoms, new Set(group), count),
    })),
  );
  return narrowed(highs, atoms, family.length, [...rows, ...nested], wanted);
}

/** Attacks pay: who earns at least so much, for every amount at which a published quantile begins or ends. */
export function* attackPay(
  highs: Highs,
  clues: readonly PayClue[],
  people: readonly Hire[],
): Generator<Finding> {
  const paid = people.filter(({ salary }) => salary !== null);
  const atoms = atomsOf(paid, () => null, clues);
  const groups = targets(paid);
  const amounts = [...new Set(clues.flatMap(({ low, high }) => [low, high]))];
  for (const amount of amounts) {
    const rows = clues.flatMap(({ people: of, low, high, atLeastLow, belowHigh }) => {
      const terms = idsOf(atoms, of, 0).join(' + ');
      if (amount <= low) return [`${terms} >= ${atLeastLow}`];
      return amount >= high ? [`${terms} <= ${of.size - belowHigh}`] : [];
    });
    const wanted = groups.map((group) => ({
      metric: `pay from ${amount / 100}`,
      group,
      ids: idsOf(atoms, new Set(group), 0),
    }));
    yield* narrowed(highs, atoms, 1, rows, wanted);
  }
}
