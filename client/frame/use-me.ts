import { useQuery } from '@tanstack/react-query';
import type { Role } from '../../domain/roles.ts';
import { meOptions, type Me } from '../api/account.ts';

/** Who is signed in; null where nobody is, or it is not known yet. */
export function useMe(): Me | null {
  return useQuery(meOptions).data ?? null;
}

/** Whether whoever is signed in has one of some roles. */
export function hasRole(me: Me | null, roles: readonly Role[]): boolean {
  return me !== null && roles.includes(me.user.role);
}
