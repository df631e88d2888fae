import { columnsOf } from '../../domain/records/kinds.ts';
import { agreements, training } from './cooperation-agreements.ts';
import { detailsOf } from './cooperation-details.ts';
import type { CooperationEntry } from './cooperation-entry.ts';
import { meetings } from './cooperation-meetings.ts';
import { PROJECTS } from './cooperation-projects.ts';
import { toCsv, type CsvRow } from './csv.ts';
import { INSTITUTIONS } from './institutions.ts';

const COLUMNS = columnsOf('cooperation').map(({ field }) => field);

function rowOf(entry: CooperationEntry): CsvRow {
  const { key, kind, title, from, to, status, college, outcome, next, role, shared } = entry;
  const number = (value: number | undefined): string => (value === undefined ? '' : String(value));
  return {
    school: INSTITUTIONS.find((one) => one.key === key)?.name ?? '',
    college: college ?? '',
    kind,
    title,
    starts_on: from,
    ends_on: to ?? '',
    status,
    people: number(entry.people),
    seats: number(entry.seats),
    amount: number(entry.amount),
    outcome: outcome ?? '',
    next_on: next ?? '',
    contact_role: role ?? '',
    shared: shared === true ? 'yes' : 'no',
    ...detailsOf(entry),
  };
}

/** All rows of the ledger of cooperation, as it stood on 30 September 2026. */
export function cooperationRows(seed: string): CsvRow[] {
  return [...agreements(), ...training(), ...PROJECTS, ...meetings(seed)].map(rowOf);
}

/** The text of cooperation.csv. */
export function cooperationFile(rows: readonly CsvRow[]): string {
  return toCsv(COLUMNS, rows);
}
