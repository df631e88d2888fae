import { z } from 'zod';
import { ISSUE_CODES } from './issues.ts';

/** From upload to the end. `failed` keeps its draft: mapping or committing again is possible. */
export const IMPORT_STATUSES = [
  'draft',
  'validating',
  'validated',
  'committing',
  'committed',
  'undone',
  'failed',
  'cancelled',
] as const;

export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** How a file is read as a table. */
export const readingSchema = z.object({
  encoding: z.string(),
  delimiter: z.enum([',', ';', '\t', '|']),
  /** Physical line of the header, from 1. */
  headerRow: z.int().min(1),
  /** The sheet of a workbook; null for a text file. */
  sheet: z.string().nullable(),
  /** Every sheet of a workbook; none for a text file. */
  sheets: z.array(z.string()).optional(),
  /** Null: a point, and what may mean either is refused. */
  decimal: z.enum(['.', ',']).nullable(),
});

export type Reading = z.infer<typeof readingSchema>;

/** A column of the file: its unique header, the field it stands for, and what its first cells say. */
export const fileColumnSchema = z.object({
  header: z.string(),
  field: z.string().nullable(),
  samples: z.array(z.string()),
});

export type FileColumn = z.infer<typeof fileColumnSchema>;

/** Whether a file includes the people who left; a roster lists current staff only. */
export const includesLeaversSchema = z.union([z.boolean(), z.literal('roster')]);

export type IncludesLeavers = z.infer<typeof includesLeaversSchema>;

const chosenValuesSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** By field and by a value of the file: the value that the field has. */
export type ChosenValues = z.infer<typeof chosenValuesSchema>;

/** The same, to be said on top of what was said before; null takes it back. */
export const choiceOfValuesSchema = z.record(
  z.string(),
  z.record(z.string(), z.string().nullable()),
);

export type ChoiceOfValues = z.infer<typeof choiceOfValuesSchema>;

/** What a person says about the columns of a file. What is omitted keeps the suggestion. */
export const mappingSchema = z.strictObject({
  columns: z.record(z.string(), z.string().nullable()).default({}),
  constants: z.record(z.string(), z.string()).default({}),
  asOf: z.iso.date().nullish(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).nullish(),
  decimal: z.enum(['.', ',']).nullish(),
  includesLeavers: includesLeaversSchema.nullish(),
  /** Whether a file of hires without ids replaces the earlier ones, or holds other people. */
  identity: z.enum(['add', 'replace']).nullish(),
  /** Of fields with few values: what values of the file mean. Omitted keeps what was said. */
  values: chosenValuesSchema.optional(),
});

export type Mapping = z.infer<typeof mappingSchema>;

/** For each name of the file that is not in the directory: the id it is the same as, or `new`. */
export const namesSchema = z.strictObject({
  school: z.record(z.string(), z.union([z.int().positive(), z.literal('new')])).default({}),
  major: z.record(z.string(), z.union([z.int().positive(), z.literal('new')])).default({}),
});

export type Names = z.infer<typeof namesSchema>;
export type Choice = Names['school'][string];

const issueCountSchema = z.object({
  code: z.enum(ISSUE_CODES),
  count: z.number(),
  severity: z.enum(['error', 'warning']),
});

/** One place where something is wrong. `line` is null where it is the file as a whole. */
export const exampleSchema = z.object({
  line: z.number().nullable(),
  column: z.string().nullable(),
  code: z.enum(ISSUE_CODES),
  value: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  suggestion: z.string().nullable(),
});

export type Example = z.infer<typeof exampleSchema>;

/** The same thing wrong with the same value of the same column: how often, and the first lines where it is. */
export const issueGroupSchema = exampleSchema.omit({ line: true }).extend({
  count: z.number(),
  lines: z.array(z.number()),
});

export type IssueGroup = z.infer<typeof issueGroupSchema>;

export const unresolvedSchema = z.object({
  name: z.string(),
  count: z.number(),
  suggestions: z.array(z.object({ id: z.number(), name: z.string(), score: z.number() })),
});

export type Unresolved = z.infer<typeof unresolvedSchema>;

/** How many cells of a mapped column are filled in. */
const completenessSchema = z.object({
  field: z.string(),
  header: z.string().nullable(),
  filled: z.number(),
});

/**
 * What committing would do. rows = valid + invalid, and
 * valid = new + changed + unchanged + duplicates + rehires + blank + totals.
 */
export const summarySchema = z.object({
  rows: z.number(),
  valid: z.number(),
  invalid: z.number(),
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  duplicates: z.number(),
  rehires: z.number(),
  blank: z.number(),
  totals: z.number().default(0),
  /** Stored records that are taken away because the file replaces earlier ones; no rows of the file. */
  removed: z.number().default(0),
  warnings: z.number(),
  asOf: z.string().nullable(),
  issues: z.array(issueCountSchema),
  examples: z.array(exampleSchema),
  /** The most frequent first, within each code. */
  groups: z.array(issueGroupSchema).default([]),
  unresolved: z.object({ school: z.array(unresolvedSchema), major: z.array(unresolvedSchema) }),
  completeness: z.array(completenessSchema),
});

export type Summary = z.infer<typeof summarySchema>;

/**
 * What committing did. rows = inserted + updated + unchanged + skipped, and
 * skipped = invalid + duplicates + rehires + blank + totals.
 */
export const resultSchema = z.object({
  inserted: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  skipped: z.number(),
  invalid: z.number(),
  duplicates: z.number(),
  rehires: z.number(),
  blank: z.number(),
  totals: z.number().default(0),
  /** Stored records that were taken away because the file replaced earlier ones; no rows of the file. */
  removed: z.number().default(0),
  created: z.object({ schools: z.number(), majors: z.number(), colleges: z.number() }),
});

export type Result = z.infer<typeof resultSchema>;
