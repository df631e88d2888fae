import { sql, type Kysely } from 'kysely';
import { DESTINATIONS } from '../../../domain/records/cohorts-destinations.ts';
import type { SupplyKind, SupplyReader, SupplyRow } from '../supply-ports.ts';
import { selectedRows } from './aggregator.ts';
import { COHORT_TABLE } from './cohort-table.ts';
import type { FactTable } from './fact-table.ts';
import { PLAN_TABLE } from './plan-table.ts';
import type { Database } from './schema.ts';

interface SupplyTable {
  readonly table: FactTable;
  readonly id: string;
  readonly columns: string;
}

const TABLES: Readonly<Record<SupplyKind, SupplyTable>> = {
  cohorts: {
    table: {
      ...COHORT_TABLE,
      // Not the latest counts only: the file is to tell what is stored.
      visible: ({ countedTo }) =>
        countedTo === null ? '1' : `(c.counted_on IS NULL OR c.counted_on <= ${countedTo})`,
    },
    id: 'c.id',
    columns: `c.id, s.name AS school, c.school_id,
      (SELECT g.name FROM colleges g WHERE g.id = c.college_id) AS college, c.college_id,
      m.name AS major, c.major_id, m.family, c.degree, c.graduation_year, c.counted_on, c.graduates,
      ${DESTINATIONS.map((name) => `c.${name}`).join(', ')}, c.signed_here`,
  },
  plans: {
    table: PLAN_TABLE,
    id: 'p.id',
    columns: `p.id, p.year, p.department, m.name AS major, p.major_id, m.family, p.degree,
      p.headcount, p.shared`,
  },
};

/** Reads counts of graduates and plans over a read-only handle. */
export function supplyReader(db: Kysely<Database>): SupplyReader {
  return {
    supplyRows: async (kind, { countedTo, ...selection }) => {
      const { table, id, columns } = TABLES[kind];
      const dated = { ...selection, by: [], asOf: countedTo ?? 0, countedTo };
      const { rows } = await sql<SupplyRow>`SELECT ${sql.raw(columns)}
        ${selectedRows(dated, { school: true, major: true }, table)}
        ORDER BY ${sql.raw(id)}`.execute(db);
      return rows;
    },
  };
}
