import { AppError } from '../../domain/errors.ts';
import type { Imports } from '../import/create-imports.ts';
import { refusal } from '../import/refusal.ts';
import type { ImportRecord, ListedImport } from '../store/import-ports.ts';
import type { Principal } from '../auth/principal.ts';
import { ownSchool } from './own-school.ts';

/** The imports that somebody may see: a dean sees the own school's or college's, the company all. */
export function importsOf(imports: Imports, principal: Principal): ListedImport[] {
  const owner = ownSchool(principal);
  return imports.list().filter((entry) => owner === null || imports.isOf(entry, owner));
}

/**
 * An import that somebody may see and change.
 * @throws AppError `not_found`, the same for one of another school and for one that does not exist.
 */
export function ownImport(imports: Imports, principal: Principal, id: number): ImportRecord {
  const owner = ownSchool(principal);
  const entry = imports.get(id);
  if (owner === null || imports.isOf(entry, owner)) return entry;
  throw refusal('unknown_import', { id });
}

/**
 * Undoes an import. What stands in its way may be the company's or another school's: a dean is told that, not what.
 * @throws AppError `conflict`.
 */
export async function undoOwn(
  imports: Imports,
  principal: Principal,
  id: number,
): Promise<ImportRecord> {
  try {
    return await imports.undo(id);
  } catch (error) {
    if (
      ownSchool(principal) === null ||
      !(error instanceof AppError) ||
      error.code !== 'conflict'
    ) {
      throw error;
    }
    throw refusal('undo_in_the_way', { id });
  }
}
