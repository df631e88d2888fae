import type { Selectable } from 'kysely';
import { z } from 'zod';
import {
  IMPORT_STATUSES,
  fileColumnSchema,
  mappingSchema,
  namesSchema,
  readingSchema,
  resultSchema,
  summarySchema,
} from '../../../domain/records/import-shapes.ts';
import { KIND_IDS } from '../../../domain/records/kinds.ts';
import { refusalSchema } from '../../../domain/records/refusals.ts';
import type { ImportChange, ImportRecord, ListedImport } from '../import-ports.ts';
import type { Database } from './schema.ts';

export type ImportRow = Selectable<Database['imports']>;

/** What a list of imports needs: every account would be much to read. */
export const LISTED_COLUMNS = [
  'id',
  'kind',
  'file_name',
  'file_path',
  'status',
  'created_at',
  'created_by',
  'school_id',
  'college_id',
  'committed_at',
  'undone_at',
  'reading',
  'columns',
  'rows',
  'mapping',
  'names',
  'result',
  'as_of',
  'error',
] as const satisfies readonly (keyof ImportRow)[];

export type ListedRow = Pick<ImportRow, (typeof LISTED_COLUMNS)[number]>;

const kind = z.enum(KIND_IDS);
const status = z.enum(IMPORT_STATUSES);
const columns = z.array(fileColumnSchema);

function parsed<T>(schema: z.ZodType<T>, json: string): T {
  return schema.parse(JSON.parse(json));
}

/** A row of `imports` as the rest of the server knows it. Throws where it is not what this version writes. */
export function importOfRow(row: ImportRow): ImportRecord {
  const summary = row.summary === null ? null : parsed(summarySchema, row.summary);
  return { ...listedOfRow(row), summary };
}

/** The same without its account. */
export function listedOfRow(row: ListedRow): ListedImport {
  return {
    id: row.id,
    kind: kind.parse(row.kind),
    fileName: row.file_name,
    filePath: row.file_path,
    status: status.parse(row.status),
    createdAt: row.created_at,
    createdBy: row.created_by,
    owner: row.school_id === null ? null : { schoolId: row.school_id, collegeId: row.college_id },
    committedAt: row.committed_at,
    undoneAt: row.undone_at,
    reading: parsed(readingSchema, row.reading),
    columns: parsed(columns, row.columns),
    rows: row.rows,
    mapping: row.mapping === null ? null : parsed(mappingSchema, row.mapping),
    names: row.names === null ? { school: {}, major: {} } : parsed(namesSchema, row.names),
    result: row.result === null ? null : parsed(resultSchema, row.result),
    asOf: row.as_of,
    error: row.error === null ? null : parsed(refusalSchema, row.error),
  };
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** A change as columns of `imports`; only what is named in it. */
export function columnsOfChange(change: ImportChange): Record<string, string | number | null> {
  const {
    reading,
    columns: fileColumns,
    mapping,
    names,
    summary,
    result,
    asOf,
    error,
    ...plain
  } = change;
  return {
    ...plain,
    ...(asOf === undefined ? {} : { as_of: asOf }),
    ...(reading === undefined ? {} : { reading: jsonOrNull(reading) }),
    ...(fileColumns === undefined ? {} : { columns: jsonOrNull(fileColumns) }),
    ...(mapping === undefined ? {} : { mapping: jsonOrNull(mapping) }),
    ...(names === undefined ? {} : { names: jsonOrNull(names) }),
    ...(summary === undefined ? {} : { summary: jsonOrNull(summary) }),
    ...(result === undefined ? {} : { result: jsonOrNull(result) }),
    ...(error === undefined ? {} : { error: jsonOrNull(error) }),
  };
}
