import type { HireRow, HireValue } from '../store/hire-ports.ts';
import type { ImportStore } from '../store/import-ports.ts';
import { collegeFinder, type CollegeResolution } from './colleges.ts';
import { knownBits } from './known-bits.ts';
import { isRegular, type Table } from './load-table.ts';
import { mergeHire } from './merge-hire.ts';
import { pairCodes, type PairCodes } from './pair-codes.ts';
import { rowParser } from './parse-row.ts';
import { plainChecks } from './plain-checks.ts';
import { numbersOf, plainColumns, type PlainColumn } from './plain-columns.ts';
import type { Plan } from './plan.ts';
import type { NameResolver, Resolution } from './resolve-names.ts';
import type { Survey } from './survey.ts';

/** What is said of a row: that it must be judged; that it is plain, or also the first to name a new entry. */
const JUDGED = 0;
export const PLAIN = 1;
export const OPENING = 2;
/** Judged once, and found to say what is stored already. */
export const UNCHANGED = 3;

/** The names in a column, and what each stands for. */
export interface NamedCodes {
  readonly codes: Uint16Array;
  readonly found: readonly Resolution[];
  /** Whether every name that occurs stands for something. */
  readonly allFound: boolean;
}

/** The colleges of schools, by the pair of their names. */
export interface CollegeCodes extends PairCodes {
  readonly found: readonly (CollegeResolution | null)[];
}

/** Rows that are new, complete and beyond doubt: nearly all of a good file. */
export interface PlainRows {
  /** For each row what is said of it. */
  readonly marks: Uint8Array;
  /** How many are plain. */
  readonly count: number;
  readonly columns: readonly PlainColumn[];
  /** What a row has where its cells say nothing, but for its entries. */
  readonly base: HireRow;
  readonly school: NamedCodes;
  readonly major: NamedCodes;
  /** Null where the file has no colleges. */
  readonly college: CollegeCodes | null;
}

/** What recognizing plain rows needs. */
export interface PlainCourt {
  readonly importId: number;
  readonly plan: Plan;
  readonly survey: Survey;
  readonly store: ImportStore;
  readonly school: NameResolver;
  readonly major: NameResolver;
}

/**
 * Recognizes the plain rows of a table of hires. Whatever it is in doubt about it leaves to the judge, so that there is
 * one place for the rules. Null where no row can be plain.
 */
export function plainRows(court: PlainCourt, table: Table): PlainRows | null {
  const { importId, plan, survey, store } = court;
  if (plan.byField.has('months_paid') || !plan.byField.has('candidate_id')) return null;
  const parse = rowParser(plan, survey.orders);
  const columns = plainColumns(plan, table, parse, survey.orders);
  if (columns === null) return null;
  const of = (field: string) => columns.find((column) => column.field === field);
  const school = namedCodes(of('school'), court.school);
  const major = namedCodes(of('major'), court.major);
  if (school === null || major === null) return null;
  const base = mergeHire(
    null,
    parse({ row: 0, line: 0, cells: plan.fileColumns.map(() => '') }),
    null,
    {
      importId,
      known: knownBits(plan, survey),
      asOf: survey.asOf,
      stage: plan.hasStageDate ? null : plan.stage,
    },
  );

  const marks = new Uint8Array(table.rows);
  const keep = (passes: (row: number) => boolean): void => {
    for (let row = 0; row < marks.length; row += 1) {
      if (marks[row] !== JUDGED && !passes(row)) marks[row] = JUDGED;
    }
  };
  marks.fill(PLAIN);
  const ids = of('candidate_id')?.column;
  keep((row) => isRegular(table, row) && !survey.maybeShared(row) && ids?.isBlank(row) === false);
  for (const { passes } of columns) if (passes !== null) keep(passes);
  for (const { codes, found, allFound } of [school, major]) {
    if (!allFound) keep((row) => found[codes[row] ?? 0]?.kind !== 'unresolved');
  }
  const degrees = of('degree');
  const numbers = (field: string) => numbersOf(of(field), base, field, table.rows, marks);
  const degreeAt = (row: number): HireValue => degrees?.value(row) ?? base.degree;
  for (const passes of plainChecks(survey, numbers, degreeAt)) keep(passes);
  if (!store.hires.isEmpty()) keep(isNew(columns, base, store));

  const college = collegeCodes(of('college'), school, store, marks);
  if (college === null && plan.byField.has('college')) return null;
  const openings = [
    ...firstNew(school, marks),
    ...firstNew(major, marks),
    ...(college?.firsts.filter((_, pair) => college.found[pair]?.kind === 'new') ?? []),
  ];
  for (const row of openings) marks[row] = OPENING;
  let count = 0;
  for (let row = 0; row < marks.length; row += 1) if (marks[row] !== JUDGED) count += 1;
  return { marks, count, columns, base, school, major, college };
}

function namedCodes(column: PlainColumn | undefined, names: NameResolver): NamedCodes | null {
  const codes = column?.column.codes ?? null;
  if (column === undefined || codes === null) return null;
  const texts = column.column;
  const found = Array.from({ length: texts.entries }, (_, code) => names.peek(texts.entry(code)));
  const allFound = found.every(
    ({ kind }, code) => kind !== 'unresolved' || texts.countOf(code) === 0,
  );
  return { codes, found, allFound };
}

/** The names in rows that are not judged again. */
export function namesIn({ marks, columns }: PlainRows, field: 'school' | 'major'): string[] {
  const column = columns.find((one) => one.field === field);
  const codes = column?.column.codes ?? null;
  if (column === undefined || codes === null) return [];
  const used = new Uint8Array(column.column.entries);
  for (let row = 0; row < marks.length; row += 1) {
    if (marks[row] !== JUDGED) used[codes[row] ?? 0] = 1;
  }
  return Array.from(used.keys())
    .filter((code) => used[code] === 1)
    .map((code) => column.column.entry(code));
}

/** The first plain row of each name that stands for a new entry. */
function firstNew({ codes, found }: NamedCodes, marks: Uint8Array): number[] {
  const waiting = new Set(found.flatMap(({ kind }, code) => (kind === 'new' ? [code] : [])));
  const firsts: number[] = [];
  for (let row = 0; row < marks.length && waiting.size > 0; row += 1) {
    if (marks[row] !== JUDGED && waiting.delete(codes[row] ?? 0)) firsts.push(row);
  }
  return firsts;
}

function collegeCodes(
  column: PlainColumn | undefined,
  school: NamedCodes,
  store: ImportStore,
  marks: Uint8Array,
): CollegeCodes | null {
  const names = column?.column;
  const codes = names?.codes ?? null;
  if (names === undefined || codes === null) return null;
  const pairs = pairCodes(school.codes, codes, names.entries, marks);
  const find = collegeFinder(store.directory.colleges());
  const found = pairs.firsts.map((row) => {
    const named = school.found[school.codes[row] ?? 0];
    const code = codes[row] ?? 0;
    return code === 0 || named === undefined ? null : find(named, names.entry(code));
  });
  return { ...pairs, found };
}

/** Whether nobody is stored under the ids of a row. */
function isNew(
  columns: readonly PlainColumn[],
  base: HireRow,
  { hires }: ImportStore,
): (row: number) => boolean {
  const of = (field: 'company' | 'candidate_id' | 'employee_id') => {
    const column = columns.find((one) => one.field === field);
    return (row: number): HireValue => column?.value(row) ?? base[field];
  };
  const [company, candidate, employee] = [of('company'), of('candidate_id'), of('employee_id')];
  return (row) => {
    const group = String(company(row) ?? '');
    const [first, second] = [candidate(row), employee(row)];
    return (
      !hires.isCandidate(group, String(first)) &&
      (typeof second !== 'string' || !hires.isEmployee(group, second))
    );
  };
}
