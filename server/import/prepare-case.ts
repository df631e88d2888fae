import { today } from '../../domain/dates.ts';
import type { ImportRecord, ImportStore } from '../store/import-ports.ts';
import type { Case } from './judge-file.ts';
import { keptTable } from './keep-table.ts';
import type { Table } from './load-table.ts';
import { plainRows, type PlainRows } from './plain-rows.ts';
import { makePlan, type Plan } from './plan.ts';
import { refusal } from './refusal.ts';
import { nameResolvers } from './resolve-names.ts';
import { survey, type Survey } from './survey.ts';

/** Where a job works. */
export interface Bench {
  readonly store: ImportStore;
  /** Path of an uploaded file by the name it is stored under. */
  readonly pathOf: (fileName: string) => string;
}

/** Surveys of tables that are kept: a commit right after mapping finds everything as it was. */
const surveys = new WeakMap<Table, { readonly key: string; readonly survey: Survey }>();

/** Surveys a table, again only where plan or data are others than the last time. */
function keptSurvey(table: Table, plan: Plan, store: ImportStore): Survey {
  const key = JSON.stringify([{ ...plan, byField: null }, store.version()]);
  const before = surveys.get(table);
  if (before?.key === key) return before.survey;
  const found = survey(table, plan, store);
  surveys.set(table, { key, survey: found });
  return found;
}

/** The plain rows of surveys, by the names that a person has settled. */
const plains = new WeakMap<Survey, { readonly key: string; readonly rows: PlainRows | null }>();

/** Recognizes plain rows, again only where survey or names are others than the last time. */
function keptPlainRows(
  { id, names, owner }: ImportRecord,
  table: Table,
  plan: Plan,
  found: Survey,
  store: ImportStore,
): PlainRows | null {
  if (plan.kind !== 'hires') return null;
  const key = JSON.stringify([id, names]);
  const before = plains.get(found);
  if (before?.key === key) return before.rows;
  const resolvers = nameResolvers(store, names, owner);
  const rows = plainRows({ importId: id, plan, survey: found, store, ...resolvers }, table);
  plains.set(found, { key, rows });
  return rows;
}

/** Reads what is known of an import and surveys its file. Throws `conflict` where it was never mapped. */
export async function prepareCase({ store, pathOf }: Bench, importId: number): Promise<Case> {
  const entry = store.log.get(importId);
  if (entry === null) throw refusal('unknown_import', { id: importId });
  if (entry.mapping === null) throw refusal('map_first');
  const path = pathOf(entry.filePath);
  const plan = makePlan(entry.kind, entry.columns, entry.mapping, entry.reading, today());
  const table = await keptTable(path, plan.reading);
  const found = keptSurvey(table, plan, store);
  const plain = keptPlainRows(entry, table, plan, found, store);
  return { entry, path, plan, table, survey: found, plain };
}
