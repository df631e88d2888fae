import { dayFromIso, today } from '../../domain/dates.ts';
import type { FileColumn, Mapping } from '../../domain/records/import-shapes.ts';
import { columnOf, columnsOf, type Kind } from '../../domain/records/kinds.ts';
import { matchHeaders } from '../../domain/records/match-headers.ts';
import { parseValue } from '../../domain/records/parse-value.ts';
import { refusal } from './refusal.ts';

const NO_FIELDS = ['stage', 'salary_period'];

/**
 * The columns of a file with the field each stands for: what a person chose, else what its header suggests.
 * A chosen field takes it away from a header that only suggests it.
 * @throws AppError `invalid_input` that names the header or field.
 */
export function mapColumns(
  kind: Kind,
  columns: readonly FileColumn[],
  { columns: chosen, constants }: Pick<Mapping, 'columns' | 'constants'>,
): FileColumn[] {
  const headers = columns.map(({ header }) => header);
  for (const header of Object.keys(chosen)) {
    if (headers.includes(header)) continue;
    throw refusal('no_such_column', { header, headers: headers.join(', ') });
  }
  const takenBy = new Map<string, string>();
  for (const [header, field] of Object.entries(chosen)) {
    if (field === null) continue;
    checkField(kind, field);
    const other = takenBy.get(field);
    if (other !== undefined) {
      throw refusal('field_twice', { other, header, field });
    }
    takenBy.set(field, header);
  }
  const suggested = matchHeaders(kind, headers);
  const mapped = columns.map((column, index) => {
    const suggestion = suggested[index] ?? null;
    const free = suggestion === null || takenBy.has(suggestion) ? null : suggestion;
    const choice = Object.hasOwn(chosen, column.header) ? chosen[column.header] : undefined;
    return { ...column, field: choice === undefined ? free : choice };
  });
  checkConstants(kind, mapped, constants);
  return mapped;
}

function checkField(kind: Kind, field: string): void {
  if (columnOf(kind, field) !== null) return;
  const fields = columnsOf(kind).map((column) => column.field);
  throw refusal('no_such_field', { field, kind, fields: fields.join(', ') });
}

function checkConstants(
  kind: Kind,
  columns: readonly FileColumn[],
  constants: Mapping['constants'],
): void {
  for (const [field, value] of Object.entries(constants)) {
    if (kind === 'hires' && NO_FIELDS.includes(field)) continue;
    checkField(kind, field);
    const column = columns.find((candidate) => candidate.field === field);
    if (column !== undefined) {
      throw refusal('constant_of_column', { header: column.header, field });
    }
    checkValue(kind, field, value);
  }
}

function checkValue(kind: Kind, field: string, value: string): void {
  const column = columnOf(kind, field);
  if (column === null) return;
  if (value.trim() === '') throw refusal('empty_constant', { field });
  if (column.kind === 'date' && dayFromIso(value) === null) {
    throw refusal('constant_no_date', { field, value });
  }
  const parsed = parseValue(column.kind, value, { order: null, decimal: '.', today: today() });
  const problem = 'error' in parsed ? parsed.error : (parsed.warning ?? null);
  if (problem === null) return;
  throw refusal('wrong_constant', { field }, problem);
}
