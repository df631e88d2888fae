import { z } from '@hono/zod-openapi';
import { isoFromDay } from '../../domain/dates.ts';
import type { Language } from '../../domain/language.ts';
import {
  IMPORT_STATUSES,
  exampleSchema,
  fileColumnSchema,
  issueGroupSchema,
  mappingSchema,
  namesSchema,
  resultSchema,
  summarySchema,
  type Example,
  type Summary,
} from '../../domain/records/import-shapes.ts';
import { issueMessage } from '../../domain/records/issues.ts';
import { KIND_IDS } from '../../domain/records/kinds.ts';
import { refusalMessage } from '../../domain/records/refusals.ts';
import type { Done } from '../import/watchers.ts';
import type { ImportRecord, ListedImport } from '../store/import-ports.ts';

/** A summary with the message of each example in the language of the request. */
export const shownSummary = summarySchema
  .extend({
    examples: z.array(exampleSchema.extend({ message: z.string() })),
    groups: z.array(issueGroupSchema.extend({ message: z.string() })),
  })
  .openapi('ImportSummary');

/** An import as the list has it. */
export const shownImport = z
  .object({
    id: z.number(),
    kind: z.enum(KIND_IDS),
    fileName: z.string(),
    encoding: z.string(),
    delimiter: z.string(),
    headerRow: z.number(),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    decimal: z.enum(['.', ',']).nullable(),
    rows: z.number(),
    columns: z.array(fileColumnSchema),
    status: z.enum(IMPORT_STATUSES),
    createdAt: z.string(),
    createdBy: z.string().nullable(),
    committedAt: z.string().nullable(),
    undoneAt: z.string().nullable(),
    asOf: z.string().nullable(),
    result: resultSchema.nullable(),
    error: z.string().nullable(),
  })
  .openapi('Import');

/** How far a check or a commit is. */
const shownProgress = z
  .object({
    done: z.number().openapi({ description: 'Rows done' }),
    total: z.number().openapi({ description: 'Rows of the file' }),
    percent: z.int().min(0).max(100),
    remainingSeconds: z.int().nullable().openapi({ description: 'Null as long as it is a guess' }),
  })
  .openapi('ImportProgress');

/** One import with everything that was said and found. */
export const shownDetail = shownImport
  .extend({
    mapping: mappingSchema.nullable(),
    names: namesSchema,
    summary: shownSummary.nullable(),
    progress: shownProgress.nullable(),
  })
  .openapi('ImportDetail');

/** A summary as it is answered. */
export function showSummary(summary: Summary, language: Language): z.infer<typeof shownSummary> {
  const told = <T extends Pick<Example, 'code' | 'params'>>(issue: T) => ({
    ...issue,
    message: issueMessage(issue.code, issue.params, language),
  });
  return { ...summary, examples: summary.examples.map(told), groups: summary.groups.map(told) };
}

/** An import as it is answered in a list. */
export function showImport(entry: ListedImport, language: Language): z.infer<typeof shownImport> {
  const { reading, asOf } = entry;
  return {
    id: entry.id,
    kind: entry.kind,
    fileName: entry.fileName,
    encoding: reading.encoding,
    delimiter: reading.delimiter,
    headerRow: reading.headerRow,
    sheet: reading.sheet,
    sheets: reading.sheets ?? [],
    decimal: reading.decimal,
    rows: entry.rows,
    columns: [...entry.columns],
    status: entry.status,
    createdAt: entry.createdAt,
    createdBy: entry.createdBy,
    committedAt: entry.committedAt,
    undoneAt: entry.undoneAt,
    asOf: asOf === null ? null : isoFromDay(asOf),
    result: entry.result,
    error: entry.error === null ? null : refusalMessage(entry.error, language),
  };
}

/** One import as it is answered on its own. */
export function showDetail(
  entry: ImportRecord,
  progress: Done | null,
  language: Language,
): z.infer<typeof shownDetail> {
  const { mapping, names, summary } = entry;
  return {
    ...showImport(entry, language),
    mapping,
    names,
    summary: summary === null ? null : showSummary(summary, language),
    progress,
  };
}
