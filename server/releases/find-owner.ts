import { AppError } from '../../domain/errors.ts';
import type { NamedEntry, ReleasedPart, ReleaseScope } from '../../domain/releases/release.ts';
import type { PartOwner } from './create-releases.ts';

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

function isCalled({ id, name, nameZh }: NamedEntry, text: string): boolean {
  return [String(id), name, nameZh ?? name].some((one) => folded(one) === folded(text));
}

const quoted = (entries: readonly NamedEntry[]): string =>
  [...new Map(entries.map(({ id, name }) => [id, `${id} ${name}`])).values()].join(', ');

/** The one entry of some that a text means. */
function theOne(found: readonly NamedEntry[], all: readonly NamedEntry[], what: string): number {
  const ids = new Set(found.map(({ id }) => id));
  const [first] = ids;
  if (first !== undefined && ids.size === 1) return first;
  if (first !== undefined)
    throw new AppError(
      'invalid_input',
      `Several have that name: give the number of the ${what}: ${quoted(found)}.`,
    );
  throw new AppError(
    'not_found',
    `The release has no part of that ${what}. It has: ${quoted(all) || 'none'}.`,
  );
}

/**
 * Whose part of a release is meant by the number or a name of a school, and of a college of it.
 * @throws AppError `not_found` that lists what there is, `invalid_input` where several have the name.
 */
export function findOwner(
  parts: readonly ReleasedPart[],
  { school, college }: { readonly school: string; readonly college?: string | undefined },
): PartOwner {
  const scopes: readonly ReleaseScope[] = parts.map(({ scope }) => scope);
  const schools = scopes.map((scope) => scope.school);
  const schoolId = theOne(
    schools.filter((one) => isCalled(one, school)),
    schools,
    'school',
  );
  if (college === undefined) return { schoolId, collegeId: null };
  const colleges = scopes.flatMap((scope) =>
    scope.school.id === schoolId && scope.college !== null ? [scope.college] : [],
  );
  const collegeId = theOne(
    colleges.filter((one) => isCalled(one, college)),
    colleges,
    'college',
  );
  return { schoolId, collegeId };
}
