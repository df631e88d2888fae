import { AppError } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';
import type { Place, UserRecord } from '../store/account-ports.ts';
import type { AccountContext } from './accounts.ts';
import { checkPlace } from './check-place.ts';
import { noSuch } from './links.ts';
import type { Principal } from './principal.ts';

export interface UserChange {
  readonly role?: Role | undefined;
  /** Null takes it away; undefined leaves it. */
  readonly schoolId?: number | null | undefined;
  readonly collegeId?: number | null | undefined;
  readonly name?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/**
 * Changes what somebody is, or shuts them out. Whose place changes or who is shut out is signed out at once.
 * @throws AppError `not_found`, `invalid_input` for a wrong place, `conflict` where no administrator would be left.
 */
export async function changeUser(
  { store }: AccountContext,
  id: string,
  change: UserChange,
  by: Principal,
): Promise<UserRecord> {
  const user = await store.user(id);
  if (user === null) throw noSuch('user', id);
  const place: Place = {
    role: change.role ?? user.role,
    schoolId: change.schoolId === undefined ? user.schoolId : change.schoolId,
    collegeId: change.collegeId === undefined ? user.collegeId : change.collegeId,
  };
  // Somebody who is no dean any more belongs to no school.
  const settled =
    place.role === 'dean' || change.schoolId !== undefined
      ? place
      : { ...place, schoolId: null, collegeId: null };
  await checkPlace(store, settled);
  const disabled = change.disabled ?? user.disabled;
  const loses = user.role === 'admin' && !user.disabled && (settled.role !== 'admin' || disabled);
  if (loses && (by.userId === id || (await store.administrators()) <= 1)) {
    throw new AppError(
      'conflict',
      by.userId === id
        ? 'You cannot take your own administration away. Ask another administrator.'
        : 'This is the last administrator. Make another one first.',
    );
  }
  await store.changeUser(id, {
    ...settled,
    disabled,
    ...(change.name === undefined ? {} : { name: change.name }),
  });
  const moved =
    settled.role !== user.role ||
    settled.schoolId !== user.schoolId ||
    settled.collegeId !== user.collegeId;
  if (moved || disabled) await store.endSessions(id);
  return { ...user, ...settled, disabled, name: change.name ?? user.name };
}
