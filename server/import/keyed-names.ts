import type { KeyedKind } from '../store/import-ports.ts';
import type { collegeFinder, CollegeResolution } from './colleges.ts';
import type { Effects } from './effects.ts';
import type { EntityColumns } from './keyed-rows.ts';
import type { ParsedRow } from './parse-row.ts';
import type { NameResolver, Resolution } from './resolve-names.ts';

/** What the names of a row stand for; null where it names none. */
export interface RowNames {
  readonly school: Resolution | null;
  readonly college: CollegeResolution | null;
  readonly major: Resolution | null;
}

/** Makes what resolves the names of rows of a file. */
export function rowNames(
  school: NameResolver,
  major: NameResolver,
  college: ReturnType<typeof collegeFinder>,
): (parsed: ParsedRow) => RowNames {
  return ({ values }) => {
    const schoolName = values.get('school');
    const collegeName = values.get('college');
    const majorName = values.get('major');
    const found = schoolName === undefined ? null : school.resolve(String(schoolName));
    return {
      school: found,
      college:
        found === null || collegeName === undefined ? null : college(found, String(collegeName)),
      major: majorName === undefined ? null : major.resolve(String(majorName)),
    };
  };
}

/** A text that is the same for names that stand for the same entry; null where there is none. */
export function tokenOf(name: Resolution | CollegeResolution | null): string | null {
  if (name === null || name.kind === 'unresolved') return null;
  return name.kind === 'known' ? `#${name.id}` : `+${name.key}`;
}

type Ids = Pick<Effects, 'entry' | 'college'>;

/** Stands for an entry that does not exist yet: no record has it. */
const NO_ENTRY = -1;

/** Ids of entries that exist, for looking up records. */
export const KNOWN_IDS: Ids = {
  entry: (_, name) => (name.kind === 'known' ? name.id : NO_ENTRY),
  college: (_, name) => (name.kind === 'known' ? name.id : NO_ENTRY),
};

/** The columns of entries that a kind has. A college that is no key is left out where the row says nothing. */
export function entityColumns(
  kind: KeyedKind,
  names: RowNames,
  { cleared }: ParsedRow,
  ids: Ids,
): EntityColumns {
  const school = names.school === null ? null : ids.entry('school', names.school);
  const college =
    names.college === null || school === null ? null : ids.college(school, names.college);
  const major = names.major === null ? null : ids.entry('major', names.major);
  if (kind === 'plans') return { major_id: major };
  if (kind === 'cohorts') return { school_id: school, college_id: college, major_id: major };
  const says = names.college !== null || cleared.has('college');
  return { school_id: school, ...(says ? { college_id: college } : {}) };
}
