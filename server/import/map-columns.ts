import { AppError } from '../../domain/errors.ts';
import { dayFromIso, today } from '../../domain/dates.ts';
import type { FileColumn, Mapping } from '../../domain/records/import-shapes.ts';
import { columnOf, columnsOf, type Kind } from '../../domain/records/kinds.ts';
import { matchHeaders } from '../../domain/records/match-headers.ts';
import { issueMessage } from '../../domain/records/issues.ts';
import { parseValue } from '../../domain/records/parse-value.ts';

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
    throw invalid(`The file has no column "${header}". Its columns: ${headers.join(', ')}.`);
  }
  const takenBy = new Map<string, string>();
  for (const [header, field] of Object.entries(chosen)) {
    if (field === null) continue;
    checkField(kind, field);
    const other = takenBy.get(field);
    if (other !== undefined) {
      throw invalid(
        `Both "${other}" and "${header}" are mapped to ${field}: map one of them to null.`,
      );
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
  throw invalid(`There is no field "${field}" for ${kind}. Fields: ${fields.join(', ')}.`);
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
      throw invalid(
        `The column "${column.header}" already gives ${field}: map it to null, or leave the constant out.`,
      );
    }
    checkValue(kind, field, value);
  }
}

function checkValue(kind: Kind, field: string, value: string): void {
  const column = columnOf(kind, field);
  if (column === null) return;
  if (value.trim() === '')
    throw invalid(`The constant ${field} is empty: give a value or leave it out.`);
  if (column.kind === 'date' && dayFromIso(value) === null) {
    throw invalid(`The constant ${field} "${value}" is no date: write it as 2025-03-19.`);
  }
  const parsed = parseValue(column.kind, value, { order: null, decimal: '.', today: today() });
  const problem = 'error' in parsed ? parsed.error : (parsed.warning ?? null);
  if (problem === null) return;
  throw invalid(`The constant ${field}: ${issueMessage(problem.code, problem.params, 'en')}`);
}

function invalid(message: string): AppError {
  return new AppError('invalid_input', message);
}
