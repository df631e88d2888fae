import type { Names, Summary } from '../../domain/records/import-shapes.ts';
import type { DirectoryKind, ImportRecord } from '../store/import-ports.ts';
import { importIn, type ImportsContext } from './context.ts';
import { normalize } from './normalize.ts';
import { schoolOfOwner } from './owned.ts';
import { refusal } from './refusal.ts';
import { runValidation } from './run-validation.ts';

const DIRECTORIES = ['school', 'major'] as const satisfies readonly DirectoryKind[];

/**
 * Settles names that are not in the directory, on top of what was settled before, and answers the new summary.
 * @throws AppError `invalid_input` for a name the file does not ask about, or an id that does not exist.
 */
export async function setNames(
  context: ImportsContext,
  id: number,
  names: Names,
): Promise<Summary> {
  const entry = importIn(context, id, ['validated', 'failed'], 'names');
  for (const kind of DIRECTORIES) checkNames(context, entry, kind, names[kind]);
  return runValidation(context, id, {
    names: {
      school: { ...entry.names.school, ...names.school },
      major: { ...entry.names.major, ...names.major },
    },
  });
}

function checkNames(
  { store }: ImportsContext,
  entry: ImportRecord,
  kind: DirectoryKind,
  choices: Names['school'],
): void {
  const asked = new Set([
    ...(entry.summary?.unresolved[kind].map(({ name }) => normalize(name)) ?? []),
    ...Object.keys(entry.names[kind]).map(normalize),
  ]);
  const own = kind === 'school' && entry.owner !== null;
  const entries = own ? [schoolOfOwner(store, entry.owner)] : store.directory.names(kind);
  const ids = new Set(entries.map((known) => known.id));
  for (const [name, choice] of Object.entries(choices)) {
    if (!asked.has(normalize(name))) {
      throw refusal('name_not_asked', { directory: kind, name });
    }
    if (own && (choice === 'new' || !ids.has(choice))) throw refusal('not_the_owner', { name });
    if (choice !== 'new' && !ids.has(choice)) {
      throw refusal('no_such_entry', { directory: kind, entry: choice, name });
    }
  }
}
