import type { Highs } from 'highs';
import { fixedDay } from '../../../domain/dates.ts';
import type { Hire } from '../../../domain/records/hire.ts';
import type { ReleasedPart, ReleasedRow } from '../../../domain/releases/release.ts';

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

/** Everything that a release tells of rates. Throws where a row says another number of people than it has. */
export function cluesOf(
  parts: readonly ReleasedPart[],
  people: readonly Hire[],
  asOf: number,
): Clue[] {
  return parts.flatMap(({ scope: { school, college }, tables }) =>
    tables.flatMap(({ metric, rows }) => {
      if (COUNTINGS[metric] === undefined) return [];
      const all = counted(people, metric, asOf);
      return rows.flatMap((row) => {
        const isOwn = ({ schoolId, collegeId }: Hire): boolean =>
          schoolId === school.id && (college === null || collegeId === college.id);
        const own = all.filter((one) => isOwn(one) && inRow(row, one));
        const others = all.filter(
          ({ schoolId, ...one }) => schoolId !== school.id && inRow(row, { schoolId, ...one }),
        );
        if (row.own.status === 'banded' && row.own.n !== own.length)
          throw new Error(`${metric}: ${row.own.n} people published, ${own.length} there`);
        return (
          [
            [row.own, own],
            [row.partners, others],
          ] as const
        ).flatMap(([{ status, low, high }, of]) =>
          status === 'banded' && low !== undefined && high !== undefined
            ? [{ metric, people: new Set(of), low, high }]
            : [],
        );
      });
    }),
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

/**
 * Attacks one family of rates.
 * @returns every group of one or two people with a numerator that cannot be, and every group of up to nine with fewer
 *   than three that can.
 */
export function attack(
  highs: Highs,
  family: readonly string[],
  clues: readonly Clue[],
  people: readonly Hire[],
  asOf: number,
): Finding[] {
  const asked = family.map((metric) => new Set(counted(people, metric, asOf)));
  const everybody = people.filter((one) => asked.some((set) => set.has(one)));
  // People whom no clue tells apart are one variable, so that the solver has less to try.
  const mine = clues.filter(({ metric }) => family.includes(metric));
  const kinds = new Map<string, Hire[]>();
  for (const one of everybody) {
    const { schoolId, collegeId, majorId, graduationYear, degree } = one;
    const kind = JSON.stringify([
      [schoolId, collegeId, majorId, graduationYear, degree],
      asked.map((set) => set.has(one)),
      mine.map((clue) => Number(clue.people.has(one))).join(''),
    ]);
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  const atoms = [...kinds.values()];
  const name = (atom: number, metric: number): string => `x${atom}_${metric}`;
  const sum = (members: ReadonlySet<Hire>, metric: number): string =>
    atoms
      .flatMap((atom, index) =>
        atom[0] !== undefined && members.has(atom[0]) ? [name(index, metric)] : [],
      )
      .join(' + ');
  const rows = mine.flatMap(({ metric, people: of, low, high }) => {
    const n = of.size;
    const terms = sum(of, family.indexOf(metric));
    const least = Math.ceil(low * n - 1e-7);
    const most = high === 1 ? n : Math.ceil(high * n - 1e-7) - 1;
    return [`${terms} >= ${least}`, `${terms} <= ${most}`];
  });
  const nested = atoms.flatMap((atom, index) =>
    family
      .slice(1)
      .flatMap((_, metric) =>
        atom[0] !== undefined && asked[metric + 1]?.has(atom[0]) === true
          ? [`${name(index, metric)} - ${name(index, metric + 1)} >= 0`]
          : [],
      ),
  );
  const variables = atoms.flatMap((atom, index) =>
    family.map((_, metric) => ({ id: name(index, metric), most: atom.length })),
  );
  const program = (objective: string, more: readonly string[]): string =>
    `${objective}\nSubject To\n${[...rows, ...nested, ...more].map((row) => ` ${row}`).join('\n')}
Bounds\n${variables.map(({ id, most }) => ` 0 <= ${id} <= ${most}`).join('\n')}
General\n ${variables.map(({ id }) => id).join(' ')}\nEnd\n`;
  const wanted = family.flatMap((id, metric) =>
    targets(everybody.filter((one) => asked[metric]?.has(one) === true)).map((group) => {
      const members = new Set(group);
      const ids = atoms.flatMap((atom, index) =>
        atom[0] !== undefined && members.has(atom[0]) ? [name(index, metric)] : [],
      );
      return { id, group, ids, seen: new Set<number>() };
    }),
  );
  // A solution is a state of everybody, and shows a possible numerator of every group.
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
  for (const { id, group, ids, seen } of wanted) {
    const needed = Math.min(group.length + 1, 3);
    const terms = ids.join(' + ');
    for (const sense of ['Minimize', 'Maximize']) {
      if (seen.size < needed && !solve(`${sense}\n obj: ${terms}`, []))
        throw new Error('What is published contradicts itself');
    }
    const [low, high] = [Math.min(...seen), Math.max(...seen)];
    for (let value = low + 1; value < high && seen.size < needed; value += 1)
      if (!seen.has(value)) solve(`Minimize\n obj: ${terms}`, [`${terms} = ${value}`]);
    if (seen.size < needed) findings.push({ metric: id, group, possible: seen.size });
  }
  return findings;
}
