import { MAJOR_COLUMNS } from '../records/majors.ts';
import { SCHOOL_COLUMNS } from '../records/schools.ts';
import type { Column } from '../records/columns.ts';

/** The directories that people keep: what an address calls them. */
export const DIRECTORIES = ['schools', 'majors'] as const;

export type Directory = (typeof DIRECTORIES)[number];

/** Aliases are added and removed one by one, so they are no field of an entry. */
function withoutAliases(columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ field }) => field !== 'aliases');
}

/** The fields of an entry that a person can edit, as the columns of its file. */
export const ENTRY_COLUMNS: Readonly<Record<Directory, readonly Column[]>> = {
  schools: withoutAliases(SCHOOL_COLUMNS),
  majors: withoutAliases(MAJOR_COLUMNS),
};

/** What an entry is used by, and the colleges of a school. */
export const ENTRY_USES = ['hires', 'cohorts', 'plans', 'cooperation', 'colleges'] as const;

/** How many of each. */
export type EntryCounts = Readonly<Record<(typeof ENTRY_USES)[number], number>>;

/** Whose numbers stand where both entries of a merge count the same: its record of the other one is left out. */
export const KEPT_SIDES = ['from', 'into'] as const;

export type KeptSide = (typeof KEPT_SIDES)[number];
