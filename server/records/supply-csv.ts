import { BYTE_ORDER_MARK, csvLine } from '../../domain/csv.ts';
import { isoFromDay } from '../../domain/dates.ts';
import { COHORT_COLUMNS } from '../../domain/records/cohorts.ts';
import { PLAN_COLUMNS } from '../../domain/records/plans.ts';
import type { SupplyKind, SupplyRow } from '../store/supply-ports.ts';

/** What tells about a row beside what an import reads. */
const ABOUT = {
  cohorts: ['id', 'school_id', 'college_id', 'major_id', 'family'],
  plans: ['id', 'major_id', 'family'],
} as const satisfies Record<SupplyKind, readonly string[]>;

const READ = {
  cohorts: COHORT_COLUMNS.map(({ field }) => field),
  plans: PLAN_COLUMNS.map(({ field }) => field),
} as const satisfies Record<SupplyKind, readonly string[]>;

function written(kind: SupplyKind, field: string, value: string | number | null) {
  if (field === 'counted_on') return typeof value === 'number' ? isoFromDay(value) : null;
  if (field === 'shared') return value === 1 ? 'yes' : 'no';
  // A plan has to name a major; for any major it says so.
  if (kind === 'plans' && field === 'major' && value === null) return 'any';
  return value;
}

/** Counts of graduates or plans as a CSV file whose columns an import of that kind reads, and a few that tell about it. */
export function supplyCsv(kind: SupplyKind, rows: readonly SupplyRow[]): string {
  const fields = [...READ[kind], ...ABOUT[kind]];
  const lines = rows.map((row) =>
    csvLine(fields.map((field) => written(kind, field, row[field] ?? null))),
  );
  return BYTE_ORDER_MARK + csvLine(fields) + lines.join('');
}
