import { AppError } from '../../domain/errors.ts';
import type { AccountStore, Place } from '../store/account-ports.ts';

/**
 * Refuses a place that is none: a dean without a school, a college of another school, or a school for somebody of
 * the company.
 * @throws AppError `invalid_input`.
 */
export async function checkPlace(
  store: AccountStore,
  { role, schoolId, collegeId }: Place,
): Promise<void> {
  if (role !== 'dean') {
    if (schoolId === null && collegeId === null) return;
    throw new AppError('invalid_input', 'Only a dean belongs to a school: leave the school out.');
  }
  if (schoolId === null) {
    throw new AppError('invalid_input', 'A dean belongs to a school: say which.');
  }
  if (!(await store.schoolExists(schoolId))) {
    throw new AppError('invalid_input', `There is no school ${schoolId}.`);
  }
  if (collegeId !== null && !(await store.collegeBelongs(collegeId, schoolId))) {
    throw new AppError('invalid_input', `School ${schoolId} has no college ${collegeId}.`);
  }
}
