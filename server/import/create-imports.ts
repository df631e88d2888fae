import { join } from 'node:path';
import type { Language } from '../../domain/language.ts';
import type {
  ChoiceOfValues,
  Mapping,
  Names,
  Summary,
} from '../../domain/records/import-shapes.ts';
import type { ImportOwner, ImportRecord, ListedImport, Term } from '../store/import-ports.ts';
import { openImportStore } from '../store/sqlite/imports-store.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import { mendNow } from './abandoned.ts';
import { cancel } from './cancel.ts';
import { getImport, type ImportsContext } from './context.ts';
import { errorsCsv } from './errors-csv.ts';
import { jobQueue } from './job-queue.ts';
import { isOf } from './owned.ts';
import { recover } from './recover.ts';
import { refusal } from './refusal.ts';
import { setMapping } from './set-mapping.ts';
import { setNames } from './set-names.ts';
import { setValues } from './set-values.ts';
import { setReading, type ReadingChange } from './set-reading.ts';
import { startCommit } from './start-commit.ts';
import { stop } from './stop.ts';
import { upload, type Upload } from './upload.ts';
import { importWatchers, type Done, type ImportEvent } from './watchers.ts';
import { importWorks } from './works.ts';

/** Importing, from upload to undo. Every verb throws an AppError for what a person can mend. */
export interface Imports {
  upload(file: Upload): Promise<ImportRecord>;
  list(): ListedImport[];
  get(id: number): ImportRecord;
  /** Whether an import is of a school, or of a college of it, wherever merges took them. */
  isOf(entry: Pick<ImportRecord, 'owner'>, owner: ImportOwner): boolean;
  /** How far a running validation or commit is; null where none runs. */
  progressOf(id: number): Done | null;
  watch(id: number, listener: (event: ImportEvent) => void): () => void;
  setReading(id: number, change: ReadingChange): Promise<ImportRecord>;
  setMapping(id: number, mapping: Mapping): Promise<Summary>;
  setNames(id: number, names: Names): Promise<Summary>;
  /** Says what values mean that their column cannot have. */
  setValues(id: number, values: ChoiceOfValues): Promise<Summary>;
  /** The rejected rows as CSV, in chunks of text. */
  errorsCsv(id: number, language: Language): AsyncIterable<string>;
  /**
   * Answers once the commit has begun; `end` when it is over, however it went. `onCommitted` is waited for as soon as the
   * data are stored.
   */
  startCommit(
    id: number,
    skipInvalid: boolean,
    onCommitted?: () => Promise<void>,
  ): Promise<{ end: Promise<void> }>;
  undo(id: number): Promise<ImportRecord>;
  /** Ends a check or a commit that runs, and keeps the draft. */
  stop(id: number): Promise<ImportRecord>;
  /** Gives an import up, and ends what runs of it. */
  cancel(id: number): Promise<ImportRecord>;
  /** Sets Chinese names of values, not part of any import. */
  setTerms(terms: readonly Term[]): Promise<void>;
  /** For the start of a process. */
  recover(): Promise<void>;
  /** Ends what runs, which leaves the data as they were and says so with its import, and the worker. */
  close(): Promise<void>;
}

export interface ImportsSetup {
  /** An existing database of the current schema. */
  readonly databasePath: string;
  /** Where uploaded files are kept; made where it does not exist. */
  readonly uploadsFolder: string;
  /** Hears of errors that nobody foresaw, in work that nobody waits for. */
  readonly onFault?: (error: unknown) => void;
}

/** Opens importing on a database. One import works at a time. */
export function createImports(setup: ImportsSetup): Imports {
  const { databasePath, uploadsFolder, onFault = () => {} } = setup;
  const store = openImportStore(databasePath, 0);
  const jobs = jobQueue({ databasePath, uploadsFolder });
  const pathOf = (fileName: string): string => join(uploadsFolder, fileName);
  const watchers = importWatchers();
  const works = importWorks();
  const context: ImportsContext = { store, jobs, uploadsFolder, pathOf, watchers, works, onFault };
  return {
    upload: (file) => upload(context, file),
    list: () => {
      const entries = store.log.list();
      return mendNow(context, entries) ? store.log.list() : entries;
    },
    get: (id) => getImport(context, id),
    isOf: (entry, owner) => isOf(store, entry.owner, owner),
    progressOf: (id) => watchers.progressOf(id),
    watch: (id, listener) => watchers.watch(id, listener),
    setReading: (id, change) => setReading(context, id, change),
    setMapping: (id, mapping) => setMapping(context, id, mapping),
    setNames: (id, names) => setNames(context, id, names),
    setValues: (id, values) => setValues(context, id, values),
    errorsCsv: (id, language) => {
      const entry = getImport(context, id);
      if (entry.summary === null || entry.status === 'cancelled') {
        throw refusal('no_errors_file', { id, status: entry.status });
      }
      return errorsCsv(entry, pathOf(entry.filePath), language);
    },
    startCommit: (id, skipInvalid, onCommitted = () => Promise.resolve()) =>
      startCommit(context, id, skipInvalid, onCommitted),
    undo: async (id) => {
      getImport(context, id);
      await jobs.run({ task: 'undo', importId: id });
      return getImport(context, id);
    },
    stop: (id) => stop(context, id),
    cancel: (id) => cancel(context, id),
    setTerms: (terms) => retryWhileBusy(() => store.directory.setTerms(terms)),
    recover: () => recover(context),
    close: async () => {
      await works.endAll('shut_down');
      await jobs.close();
      store.close();
    },
  };
}
