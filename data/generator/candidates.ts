import { applicants } from './applicants.ts';
import type { Candidate } from './candidate.ts';
import { careers, type Start } from './careers.ts';
import { INSTITUTIONS, type Institution } from './institutions.ts';
import { randomFrom } from './random.ts';
import { seasons } from './steps.ts';

function candidatesOf(seed: string, institution: Institution): Candidate[] {
  // A stream of numbers for each step: changing one step leaves the others as they were.
  const stream = (step: string) => randomFrom(`${seed}/${institution.key}/${step}`);
  const people = applicants(stream('applicants'), institution);
  const steps = seasons(stream('seasons'), people);
  const rows = people.flatMap((applicant, index) => {
    const own = steps[index];
    return own === undefined ? [] : [{ applicant, steps: own }];
  });
  const starts: Start[] = rows.flatMap((row) =>
    row.steps.hired === null ? [] : [{ ...row, hired: row.steps.hired }],
  );
  const lives = careers(stream('careers'), starts);
  const careerOf = new Map(starts.map(({ applicant }, index) => [applicant, lives[index]]));
  return rows.map((row) => ({ ...row, career: careerOf.get(row.applicant) ?? null }));
}

/** Every candidate of every institution, first employments only. */
export function candidates(seed: string): Candidate[] {
  return INSTITUTIONS.flatMap((institution) => candidatesOf(seed, institution));
}
