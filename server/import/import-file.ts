import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Mapping, Names, Summary } from '../../domain/records/import-shapes.ts';
import type { ImportRecord } from '../store/import-ports.ts';
import type { Imports } from './create-imports.ts';

/** A file on this machine and everything a person would be asked about it. */
export interface FileToImport {
  readonly kind: string;
  readonly path: string;
  readonly mapping: Mapping;
  /** Whether every unknown name is a new entry; otherwise its rows stay invalid. */
  readonly newNames: boolean;
  readonly createdBy: string | null;
}

function asNew(names: Summary['unresolved']['school']): Names['school'] {
  return Object.fromEntries(names.map(({ name }) => [name, 'new' as const]));
}

/**
 * What is said, and for the rest what was said of the last file with the same headers. A value for all rows that is
 * said to be empty is none.
 */
function asLastTime(said: Mapping, last: Mapping | null): Mapping {
  const mapped = new Set<string | null>(Object.values(said.columns));
  const kept = Object.entries(last?.constants ?? {}).filter(([field]) => !mapped.has(field));
  const constants = Object.entries({ ...Object.fromEntries(kept), ...said.constants });
  return {
    ...said,
    constants: Object.fromEntries(constants.filter(([, value]) => value !== '')),
    dateOrder: said.dateOrder ?? last?.dateOrder ?? null,
    decimal: said.decimal ?? last?.decimal ?? null,
  };
}

/**
 * Uploads, maps and validates a file: all that comes before committing it. What is refused leaves no draft.
 * @param onDraft called as soon as there is a draft; what it throws ends the import.
 */
export async function prepareFile(
  imports: Imports,
  { kind, path, mapping, newNames, createdBy }: FileToImport,
  onDraft: (draft: ImportRecord) => void = () => {},
): Promise<{ id: number; summary: Summary }> {
  const content = createReadStream(path);
  const draft = await imports.upload({ kind, fileName: basename(path), content, createdBy });
  const { id } = draft;
  try {
    onDraft(draft);
    let summary = await imports.setMapping(id, asLastTime(mapping, draft.mapping));
    const { school, major } = summary.unresolved;
    if (newNames && school.length + major.length > 0) {
      summary = await imports.setNames(id, { school: asNew(school), major: asNew(major) });
    }
    return { id, summary };
  } catch (error) {
    await imports.cancel(id).catch(() => {});
    throw error;
  }
}

/** Commits a validated import and waits for its end. Answers the import, whatever became of it. */
export async function commitAndWait(
  imports: Imports,
  id: number,
  skipInvalid: boolean,
): Promise<ImportRecord> {
  const { end } = await imports.startCommit(id, skipInvalid);
  await end;
  return imports.get(id);
}
