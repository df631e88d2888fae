import type { Scope } from '../../domain/scope.ts';

/** The scope of HR managers and administrators: every school. */
export function scopeOfEverything(): Scope {
  return { kind: 'all' } as Scope;
}

/** The scope of one school, by its id. */
export function scopeOfSchool(schoolId: number): Scope {
  return { kind: 'school', schoolId } as Scope;
}
