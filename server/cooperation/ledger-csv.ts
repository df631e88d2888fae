import type { LedgerEntry } from '../../domain/cooperation/entry.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../domain/csv.ts';
import { isoFromDay } from '../../domain/dates.ts';
import { MINOR_UNITS } from '../../domain/money.ts';
import { columnsOf } from '../../domain/records/kinds.ts';
import type { Names } from '../store/ports.ts';

const COLUMNS = columnsOf('cooperation');

/** Entries as a file with the columns that an import reads, so that it can be corrected and imported again. */
export function ledgerCsv(entries: readonly LedgerEntry[], names: Names): string {
  const cellOf = (entry: LedgerEntry, field: string, kind: string) => {
    if (field === 'school') return names.of('school', entry.school_id).name;
    if (field === 'college') {
      return entry.college_id === null ? null : names.of('college', entry.college_id).name;
    }
    const value = entry[field as keyof LedgerEntry];
    if (value === null) return null;
    if (kind === 'date') return isoFromDay(Number(value));
    if (kind === 'amount') return Number(value) / MINOR_UNITS;
    return kind === 'yes_no' ? (value === 1 ? 'yes' : 'no') : value;
  };
  const lines = entries.map((entry) =>
    csvLine(COLUMNS.map(({ field, kind }) => cellOf(entry, field, kind))),
  );
  return BYTE_ORDER_MARK + [csvLine(COLUMNS.map(({ field }) => field)), ...lines].join('');
}
