import { useQuery } from '@tanstack/react-query';
import { COMPANY_ROLES } from '../../domain/roles.ts';
import { meOptions, type Me } from '../api/account.ts';

/** Who is signed in; null where nobody is, or it is not known yet. */
export function useMe(): Me | null {
  return useQuery(meOptions).data ?? null;
}

/** Whether whoever is signed in works for the company, and so sees everything; a dean does not. */
export function isOfCompany(me: Me | null): boolean {
  return COMPANY_ROLES.some((role) => role === me?.user.role);
}
