import type { ReleaseRules } from './rules.ts';

/** Why a group of other schools is no benchmark. */
export type BenchmarkFault = 'few_schools' | 'few_people' | 'dominated';

/**
 * Whether the people of other schools are many and mixed enough for nobody to read one school off their rate.
 * @param people how many each other school has in it, 0 included.
 * @returns null where they are, or else why not.
 */
export function benchmarkFault(
  people: readonly number[],
  { schools, people: least, mostOfOne, mostOfTwo }: ReleaseRules['partners'],
): BenchmarkFault | null {
  const present = people.filter((n) => n > 0).toSorted((a, b) => b - a);
  const total = present.reduce((sum, n) => sum + n, 0);
  if (present.length < schools) return 'few_schools';
  if (total < least) return 'few_people';
  const [first = 0, second = 0] = present;
  const isDominated = first > mostOfOne * total || first + second > mostOfTwo * total;
  return isDominated ? 'dominated' : null;
}
