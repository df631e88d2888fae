import type { Role } from '../../domain/roles.ts';
import type { Scope } from '../../domain/scope.ts';
import type { NamedPlace, Place, SessionReader } from '../store/account-ports.ts';
import { scopeOfEverything, scopeOfSchool } from './scope.ts';

/** What somebody may see, with the names that a person reads. */
export type Reach =
  | { readonly kind: 'all' }
  | { readonly kind: 'school'; readonly school: NamedPlace; readonly college?: NamedPlace };

/** Who asks: a person with a session, or a script with a token. */
export interface Principal {
  /** Null for a token. */
  readonly userId: string | null;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly place: Place;
  readonly scope: Scope;
  readonly reach: Reach;
  /** The session at hand; null for a token. */
  readonly session: string | null;
}

type Identity = Pick<Principal, 'userId' | 'email' | 'name' | 'session'>;

/**
 * Somebody with what they may see. A dean whose school or college is gone may see nothing: they are nobody.
 */
export function principalAt(
  reader: SessionReader,
  place: Place,
  identity: Identity,
): Principal | null {
  const { role, schoolId, collegeId } = place;
  if (role !== 'dean') {
    return { ...identity, role, place, scope: scopeOfEverything(), reach: { kind: 'all' } };
  }
  const school = schoolId === null ? null : reader.schoolName(schoolId);
  if (school === null) return null;
  const college = collegeId === null ? null : reader.collegeName(collegeId);
  if (collegeId !== null && college === null) return null;
  const reach = { kind: 'school', school, ...(college === null ? {} : { college }) } as const;
  return { ...identity, role, place, scope: scopeOfSchool(school.id), reach };
}
