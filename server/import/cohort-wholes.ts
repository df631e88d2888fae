import { finding } from '../../domain/records/issues.ts';
import type { KeyedWriter } from '../store/import-ports.ts';
import { divisions, storedDivision, type Division } from './cohort-totals.ts';
import { issueAt, issueOfRow, type LocatedIssue } from './issue-at.ts';
import { entityColumns, KNOWN_IDS, tokenOf, type RowNames } from './keyed-names.ts';
import { keyRow } from './keyed-rows.ts';
import type { ParsedRow } from './parse-row.ts';
import type { Plan } from './plan.ts';

/** The cohorts of one school, major, year and day: in the file, and stored before. */
interface Whole {
  readonly inFile: ReturnType<typeof divisions>;
  readonly stored: readonly Division[];
  readonly inStore: ReturnType<typeof divisions>;
}

/** Finds rows of cohorts that are the total of others, or a part of one: the people would count twice. */
export function cohortWholes(plan: Plan, keyed: KeyedWriter) {
  const wholes = new Map<string, Whole>();

  const wholeOf = (parsed: ParsedRow, names: RowNames): Whole => {
    const { values } = parsed;
    const key = JSON.stringify([
      tokenOf(names.school),
      tokenOf(names.major),
      values.get('graduation_year') ?? null,
      values.get('counted_on') ?? null,
    ]);
    const before = wholes.get(key);
    if (before !== undefined) return before;
    const row = keyRow('cohorts', parsed, entityColumns('cohorts', names, parsed, KNOWN_IDS));
    const stored = keyed.cohortParts(row).map(storedDivision);
    const whole = { inFile: divisions(), stored, inStore: divisions() };
    for (const division of stored) whole.inStore.add(division);
    wholes.set(key, whole);
    return whole;
  };

  const divisionOf = ({ values }: ParsedRow, { college }: RowNames): Division => {
    const degree = values.get('degree');
    return { college: tokenOf(college), degree: degree === undefined ? null : String(degree) };
  };

  return {
    /** Every row of the file that may count, before any is asked about. */
    add: (parsed: ParsedRow, names: RowNames): void => {
      wholeOf(parsed, names).inFile.add(divisionOf(parsed, names));
    },
    issueOf: (parsed: ParsedRow, names: RowNames): LocatedIssue | null => {
      const { inFile, inStore, stored } = wholeOf(parsed, names);
      const division = divisionOf(parsed, names);
      const unsaid = [
        ...new Set([...inFile.undividedIn(division), ...inStore.undividedIn(division)]),
      ];
      const [field] = unsaid;
      if (field !== undefined) {
        return issueAt(plan, field, finding('total_and_parts', { fields: unsaid.join(', ') }));
      }
      const own = divisions();
      own.add(division);
      const isPart = stored.some((other) => own.undividedIn(other).length > 0);
      return isPart ? issueOfRow('part_of_total') : null;
    },
  };
}
