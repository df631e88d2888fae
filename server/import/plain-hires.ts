import type { BulkSource, HireRow, HireValue } from '../store/hire-ports.ts';
import { HIRE_ROW_COLUMNS } from '../store/sqlite/hire-writer.ts';
import type { Effects } from './effects.ts';
import { OPENING, PLAIN, UNCHANGED, type NamedCodes, type PlainRows } from './plain-rows.ts';
import type { Progress } from './progress.ts';
import type { Resolution } from './resolve-names.ts';

/** Somebody who stops the work is heard between runs. */
const LONGEST_RUN = 1000;

/** Plain rows on their way into the store. */
export interface PlainHires {
  /** How many rows from one on are plain and name nothing new, up to a thousand: they are stored at the end. */
  runFrom(row: number): number;
  /** Whether a row is plain and the first to name something new, which then comes into being; it is stored at the end. */
  opens(row: number): boolean;
  /** Whether a row was judged before, and found to say what is stored already. */
  isUnchanged(row: number): boolean;
  /** Notes such a row. */
  noteUnchanged(row: number): void;
  /** Stores the rows that were taken. */
  insert(progress: Progress): void;
}

/** Stores plain rows in bulk. */
export function plainHires(plain: PlainRows, effects: Effects): PlainHires {
  const { marks, school, major, college } = plain;
  const schoolId = entryIds('school', school, effects);
  const majorId = entryIds('major', major, effects);
  const collegeIds: HireValue[] = [];
  const collegeId = (pair: number, row: number): void => {
    const found = college?.found[pair] ?? null;
    collegeIds[pair] =
      found === null ? null : effects.college(schoolId.at(school.codes[row] ?? 0), found);
  };

  return {
    runFrom: (row) => {
      let end = row;
      while (end - row < LONGEST_RUN && marks[end] === PLAIN) end += 1;
      return end - row;
    },
    opens: (row) => {
      if (marks[row] !== OPENING) return false;
      schoolId.at(school.codes[row] ?? 0);
      if (college !== null) collegeId(college.codes[row] ?? 0, row);
      majorId.at(major.codes[row] ?? 0);
      return true;
    },
    isUnchanged: (row) => marks[row] === UNCHANGED,
    noteUnchanged: (row) => {
      marks[row] = UNCHANGED;
    },
    insert: (progress) => {
      effects.insertHires(() => {
        for (const [pair, row] of college?.firsts.entries() ?? []) collegeId(pair, row);
        const sources = new Map<keyof HireRow, BulkSource>();
        for (const column of HIRE_ROW_COLUMNS) {
          const source = sourceOf(plain, column);
          if (source !== null) sources.set(column, source);
        }
        sources.set('school_id', { codes: school.codes, values: schoolId.all() });
        sources.set('major_id', { codes: major.codes, values: majorId.all() });
        if (college !== null) {
          sources.set('college_id', { codes: college.codes, values: collegeIds });
        }
        return {
          sources,
          order: orderOf(plain),
          distinct: distinctIn(plain),
          onRows: (rows) => progress.step(rows),
        };
      });
    },
  };
}

/** Ids of entries by the code of their name, made when they are first asked for. */
function entryIds(kind: 'school' | 'major', { found }: NamedCodes, effects: Effects) {
  const ids = found.map((resolution) => (resolution.kind === 'known' ? resolution.id : null));
  const make = (code: number, resolution: Resolution | undefined): number => {
    if (resolution === undefined) throw new RangeError(`There is no ${kind} ${code}`);
    const id = effects.entry(kind, resolution);
    ids[code] = id;
    return id;
  };
  return {
    at: (code: number): number => ids[code] ?? make(code, found[code]),
    all: (): readonly HireValue[] => ids,
  };
}

/** Where the values of a column of the store come from; null where no row has one. */
function sourceOf({ base, columns }: PlainRows, field: keyof HireRow): BulkSource | null {
  const same = base[field];
  const given = columns.find((column) => column.field === field);
  if (given === undefined) return same === null ? null : { value: same };
  const { column, values, isAsWritten } = given;
  if (column.codes !== null && values !== null) {
    return { codes: column.codes, values: values.map((value) => value ?? same) };
  }
  const texts = column.own;
  if (isAsWritten && texts !== null && same === null) return { texts };
  return { read: (row) => given.value(row) ?? same };
}

/**
 * The ids of which the survey has shown that no two plain rows share one. It compares what is written, so that is what
 * has to be stored, and each company has to be written in one way.
 */
function distinctIn({ base, columns }: PlainRows): Set<'candidate_id' | 'employee_id'> {
  const companies = columns.find(({ field }) => field === 'company');
  const names = companies?.values?.map((value) => value ?? base.company) ?? [base.company];
  const isPlain = companies === undefined || companies.values !== null;
  if (!isPlain || new Set(names).size < names.length) return new Set();
  return new Set(
    (['candidate_id', 'employee_id'] as const).filter((id) =>
      columns.some(({ field, isAsWritten }) => field === id && isAsWritten),
    ),
  );
}

/**
 * The plain rows in the order of the file. Sorted by their ids they would save SQLite a sort, and cost more: each of
 * their values would have to be looked for all over the memory.
 */
function orderOf({ marks, count }: PlainRows): Uint32Array {
  const rows = new Uint32Array(count);
  let taken = 0;
  for (let row = 0; row < marks.length; row += 1) {
    if (marks[row] !== PLAIN && marks[row] !== OPENING) continue;
    rows[taken] = row;
    taken += 1;
  }
  return rows;
}
