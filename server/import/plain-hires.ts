import type { HireValue } from '../store/hire-ports.ts';
import { HIRE_ROW_COLUMNS } from '../store/sqlite/hire-writer.ts';
import { collegeFinder } from './colleges.ts';
import type { HireCourt } from './judge-hires.ts';
import { knownBits } from './known-bits.ts';
import { isRegular, type Table } from './load-table.ts';
import { mergeHire } from './merge-hire.ts';
import { orderByText } from './order-by-text.ts';
import type { rowParser } from './parse-row.ts';
import { plainCells, type PlainCell } from './plain-cells.ts';
import { plainChecks } from './plain-checks.ts';
import type { Progress } from './progress.ts';

/** Rows that nothing is to be said about: nearly all of a good file. They are judged and stored in bulk. */
export interface PlainHires {
  /** Whether a row is new, complete and beyond doubt; then it is stored at the end. Otherwise it must be judged. */
  take(index: number): boolean;
  /** Stores the rows that were taken. */
  insert(progress: Progress): void;
}

/** Ids of entries by the code of their name; asked for once each. */
function entryIds(find: (code: number) => number | null): (code: number) => number | null {
  const known: (number | null | undefined)[] = [];
  return (code) => {
    const before = known[code];
    if (before !== undefined) return before;
    const id = find(code);
    known[code] = id;
    return id;
  };
}

/**
 * Recognizes plain rows of a table. Whatever it is in doubt about it leaves to the judge, so that there is one place
 * for the rules. Null where no row can be plain.
 */
export function plainHires(
  court: Omit<HireCourt, 'mapping'>,
  table: Table,
  parse: ReturnType<typeof rowParser>,
): PlainHires | null {
  const { plan, survey, store, school, major, effects } = court;
  const cells = plainCells(plan, table, parse);
  if (cells === null || !plan.byField.has('candidate_id') || plan.byField.has('months_paid')) {
    return null;
  }
  const of = (field: string): PlainCell | null =>
    cells.find((cell) => cell.field === field && cell.column.codes !== null) ?? null;
  const [schools, majors, colleges] = [of('school'), of('major'), of('college')];
  const ids = cells.find((cell) => cell.field === 'candidate_id');
  if (schools === null || majors === null || ids === undefined) return null;
  if (colleges === null && plan.byField.has('college')) return null;

  const base = mergeHire(null, parse({ row: 0, line: 0, cells: blankCells(plan) }), null, {
    importId: court.importId,
    known: knownBits(plan, survey),
    asOf: survey.asOf,
    stage: plan.hasStageDate ? null : plan.stage,
  });
  const named: readonly string[] = ['school_id', 'college_id', 'major_id'];
  const given = HIRE_ROW_COLUMNS.filter(
    (column) => base[column] !== null || plan.byField.has(column) || named.includes(column),
  );
  const values: HireValue[] = given.map((column) => base[column]);
  const at = (column: string): number => given.findIndex((name) => name === column);
  const places = cells.map(({ field }) => at(field));
  const [schoolAt, majorAt, collegeAt] = [at('school_id'), at('major_id'), at('college_id')];
  const [companyAt, candidateAt, employeeAt] = [
    at('company'),
    at('candidate_id'),
    at('employee_id'),
  ];
  const isFine = plainChecks(survey, at, values);
  const isNew = store.hires.isEmpty();

  const entry = (kind: 'school' | 'major', cell: PlainCell) =>
    entryIds((code) => {
      const found = (kind === 'school' ? school : major).peek(cell.column.entry(code));
      return found.kind === 'unresolved' ? null : effects.entry(kind, found);
    });
  const [schoolId, majorId] = [entry('school', schools), entry('major', majors)];
  const isResolved = (cell: PlainCell, names: typeof school) =>
    entryIds((code) => (names.peek(cell.column.entry(code)).kind === 'unresolved' ? null : 1));
  const [isSchool, isMajor] = [isResolved(schools, school), isResolved(majors, major)];
  const findCollege = collegeFinder(store.directory.colleges());
  const collegeIds = new Map<number, number>();
  const collegeId = (index: number): number | null => {
    const code = colleges?.column.codes?.[index] ?? 0;
    if (code === 0 || colleges === null) return null;
    const schoolCode = schools.column.codes?.[index] ?? 0;
    const key = schoolCode * 65_536 + code;
    const known = collegeIds.get(key);
    if (known !== undefined) return known;
    const college = findCollege(
      school.peek(schools.column.entry(schoolCode)),
      colleges.column.entry(code),
    );
    const id = effects.college(schoolId(schoolCode) ?? 0, college);
    collegeIds.set(key, id);
    return id;
  };

  /** Puts what a row says into `values`; false where a cell is not plain. */
  const read = (index: number): boolean => {
    for (const [cell, reader] of cells.entries()) {
      const value = reader.value(index);
      if (value === undefined) return false;
      const place = places[cell] ?? -1;
      if (place !== -1) values[place] = value ?? base[given[place] ?? 'company'];
    }
    return true;
  };

  const isStored = (): boolean => {
    const company = String(values[companyAt] ?? '');
    const candidate = values[candidateAt];
    const employee = employeeAt === -1 ? null : values[employeeAt];
    return (
      store.hires.byCandidate(company, String(candidate)) !== null ||
      (typeof employee === 'string' && store.hires.byEmployee(company, employee) !== null)
    );
  };

  const taken: number[] = [];
  return {
    take: (index) => {
      if (!isRegular(table, index) || survey.maybeShared(index) || !read(index)) return false;
      if (values[candidateAt] === null || !isFine()) return false;
      const schoolCode = schools.column.codes?.[index] ?? 0;
      const majorCode = majors.column.codes?.[index] ?? 0;
      if (isSchool(schoolCode) === null || isMajor(majorCode) === null) return false;
      if (!isNew && isStored()) return false;
      // Entries come into being in the order of the file.
      schoolId(schoolCode);
      collegeId(index);
      majorId(majorCode);
      taken.push(index);
      return true;
    },
    insert: (progress) => {
      const bulk = effects.bulk(given, taken.length);
      if (bulk === null) return;
      for (const index of orderByText(ids.column, Uint32Array.from(taken))) {
        progress.step();
        read(index);
        values[schoolAt] = schoolId(schools.column.codes?.[index] ?? 0);
        values[majorAt] = majorId(majors.column.codes?.[index] ?? 0);
        values[collegeAt] = collegeId(index);
        bulk.add(values);
      }
      bulk.finish();
    },
  };
}

function blankCells({ fileColumns }: HireCourt['plan']): string[] {
  return fileColumns.map(() => '');
}
