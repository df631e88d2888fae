import type { ChangedEntity, DirectoryKind } from '../import-ports.ts';
import type { EntityColumn } from './entry-users.ts';

interface EntryTable {
  readonly table: 'schools' | 'majors';
  readonly aliases: 'school_aliases' | 'major_aliases';
  /** The columns that files and people give. */
  readonly columns: readonly string[];
  /** The column by which records name an entry, and the tables of those records. */
  readonly column: EntityColumn;
  readonly records: readonly Extract<
    ChangedEntity,
    'hires' | 'cohorts' | 'plans' | 'cooperation'
  >[];
}

/**
 * The tables of the two directories and every table of records that names their entries: what merging has to move.
 * A test compares the list with the schema's foreign keys.
 */
export const ENTRY_TABLES: Readonly<Record<DirectoryKind, EntryTable>> = {
  school: {
    table: 'schools',
    aliases: 'school_aliases',
    columns: ['name', 'name_zh', 'code', 'province', 'city', 'partner_since'],
    column: 'school_id',
    records: ['hires', 'cohorts', 'cooperation'],
  },
  major: {
    table: 'majors',
    aliases: 'major_aliases',
    columns: ['name', 'name_zh', 'code', 'family'],
    column: 'major_id',
    records: ['hires', 'cohorts', 'plans'],
  },
};

/** Where deans and what they said belong, whose school or college may be gone: its id must never become another's. */
const PLACED = ['users', 'links', 'tokens', 'imports', 'visit_proposals'];
const PLACES: Partial<Record<ChangedEntity, readonly string[]>> = {
  schools: PLACED.map((table) => `SELECT max(school_id) FROM ${table}`),
  colleges: PLACED.map((table) => `SELECT max(college_id) FROM ${table}`),
};

/**
 * The id of a new row as SQL: above every id there is, every id that a merge may give back, every id that somebody
 * belongs to, and every id that the audit trail speaks of. SQLite itself would give the largest id again once its row
 * is gone, and what is remembered of the old one would speak of the new.
 */
export function newId(table: Exclude<ChangedEntity, 'hires'>): string {
  const largest = [
    `SELECT max(id) FROM ${table}`,
    `SELECT max(record_id) FROM merge_changes WHERE entity = '${table}'`,
    ...(PLACES[table] ?? []),
    `SELECT max(record_id) FROM audit WHERE entity = '${table}'`,
  ];
  return `(SELECT 1 + max(${largest.map((one) => `ifnull((${one}), 0)`).join(', ')}))`;
}
