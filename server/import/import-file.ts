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

/** Uploads, maps and validates a file: all that comes before committing it. What is refused leaves no draft. */
export async function prepareFile(
  imports: Imports,
  { kind, path, mapping, newNames, createdBy }: FileToImport,
): Promise<{ id: number; summary: Summary }> {
  const content = createReadStream(path);
  const { id } = await imports.upload({ kind, fileName: basename(path), content, createdBy });
  try {
    let summary = await imports.setMapping(id, mapping);
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
