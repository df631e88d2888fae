import type { Principal } from '../auth/principal.ts';

/** A school, or one college of it. */
export interface OwnSchool {
  readonly schoolId: number;
  readonly collegeId: number | null;
}

/** The school of a dean, and the college where it is one's of a college; null for the company, which has all. */
export function ownSchool({ reach }: Principal): OwnSchool | null {
  if (reach.kind === 'all') return null;
  return { schoolId: reach.school.id, collegeId: reach.college?.id ?? null };
}

/** What a question may name. */
export interface AskedSchool {
  readonly school?: number | undefined;
  readonly college?: number | undefined;
}

/**
 * The school that a question is about: the company names one, a dean has one.
 * @param unknown the error for a school or college that is not the own one: the same as for one that does not exist.
 * @param unnamed the error where the company names none.
 */
export function schoolAsked(
  { school, college }: AskedSchool,
  principal: Principal,
  { unknown, unnamed }: { readonly unknown: () => Error; readonly unnamed: () => Error },
): OwnSchool {
  const own = ownSchool(principal);
  if (own !== null) {
    const isOwn =
      (school === undefined || school === own.schoolId) &&
      (college === undefined || college === own.collegeId);
    if (!isOwn) throw unknown();
    return own;
  }
  if (school === undefined) throw unnamed();
  return { schoolId: school, collegeId: college ?? null };
}
