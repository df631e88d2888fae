import type { ParseKind } from '../../domain/records/columns.ts';
import { foldLetters } from '../../domain/records/fold-text.ts';
import type { CohortPart } from '../store/import-ports.ts';
import type { Plan } from './plan.ts';

const TOTAL = /^(?:合计|小计|总计|共计|总数|全校合计|(?:sub|grand)?totals?)/;
const ENDS_IN_TOTAL = /(?:合计|小计|总计|共计|合计数|总人数)$/;
const ENGLISH_END = /\b(?:sub-?\s?|grand\s)?total$/i;
/** Names that merely begin with the word, such as Total Quality Management. */
const ONLY = /^(?:sub|grand)?totals?$/;

/** Whether a cell says that its row is a total. */
export function isTotal(cell: string): boolean {
  const text = cell.trim();
  if (text === '' || text.length > 60) return false;
  const letters = foldLetters(text);
  if (ONLY.test(letters) || ENDS_IN_TOTAL.test(letters) || ENGLISH_END.test(text)) return true;
  return TOTAL.test(letters) && !/^[a-z]/.test(letters);
}

/** Columns by which a row says what it counts; a remark may speak of totals without being one. */
const SPEAKING: ReadonlySet<ParseKind> = new Set([
  'name',
  'text',
  'degree',
  'least_degree',
  'year',
] satisfies ParseKind[]);

/**
 * Finds the cell that makes a row one of totals (合计, 小计, total, subtotal): its first one, mapped or not, or one
 * that says what it counts. Null where there is none.
 */
export function totalFinder({ kind, columns }: Plan): (cells: readonly string[]) => string | null {
  if (kind !== 'cohorts' && kind !== 'plans') return () => null;
  const speaking = columns.flatMap(({ column, index }) =>
    index !== null && SPEAKING.has(column.kind) ? [index] : [],
  );
  return (cells) => {
    const first = cells.find((cell) => cell.trim() !== '') ?? '';
    const said = [first, ...speaking.map((index) => cells[index] ?? '')];
    return said.find(isTotal)?.trim() ?? null;
  };
}

/** How a row of cohorts is divided, by anything that tells colleges apart; null where it does not say. */
export interface Division {
  readonly college: string | null;
  readonly degree: string | null;
}

/** A stored division, told apart as those of a file are. */
export function storedDivision({ collegeId, degree }: CohortPart): Division {
  return { college: collegeId === null ? null : `#${collegeId}`, degree };
}

/** Collects divisions of one school, major, year and day, and says which of them contain others. */
export function divisions() {
  const marks = new Set<string>();
  return {
    add: ({ college, degree }: Division): void => {
      if (college !== null) marks.add('c').add(`c ${degree ?? ''}`);
      if (degree !== null) marks.add('d').add(`d ${college ?? ''}`);
    },
    /** What a row leaves unsaid and another row that it overlaps with says; empty where it stands alone. */
    undividedIn: ({ college, degree }: Division): ('college' | 'degree')[] => {
      const byCollege =
        college === null &&
        (degree === null ? marks.has('c') : marks.has(`c ${degree}`) || marks.has('c '));
      const byDegree =
        degree === null &&
        (college === null ? marks.has('d') : marks.has(`d ${college}`) || marks.has('d '));
      return [...(byCollege ? ['college' as const] : []), ...(byDegree ? ['degree' as const] : [])];
    },
  };
}
