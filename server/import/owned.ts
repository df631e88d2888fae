import type { Mapping } from '../../domain/records/import-shapes.ts';
import type { ImportOwner, ImportStore, Named } from '../store/import-ports.ts';
import { refusal } from './refusal.ts';

/** The school of an owner, wherever merges took it. Throws `conflict` where it is gone. */
export function schoolOfOwner({ directory }: ImportStore, owner: ImportOwner): Named {
  const id = directory.mergedInto('school').get(owner.schoolId) ?? owner.schoolId;
  const school = directory.names('school').find((entry) => entry.id === id);
  if (school === undefined) throw refusal('owner_gone');
  return school;
}

/** What an owner says about a file, and that its rows are of the own school where no column says of which. */
export function saysOwnSchool(
  store: ImportStore,
  owner: ImportOwner | null,
  mapping: Mapping,
  fields: readonly (string | null)[],
): Mapping {
  if (owner === null || fields.includes('school')) return mapping;
  const { name } = schoolOfOwner(store, owner);
  return { ...mapping, constants: { ...mapping.constants, school: name } };
}

/** Whether an import is of a school, or of one of its colleges where somebody of that college asks. */
export function isOf(store: ImportStore, owner: ImportOwner | null, asking: ImportOwner): boolean {
  if (owner === null) return false;
  const schoolId = store.directory.mergedInto('school').get(owner.schoolId) ?? owner.schoolId;
  const sameCollege = asking.collegeId === null || owner.collegeId === asking.collegeId;
  return schoolId === asking.schoolId && sameCollege;
}
