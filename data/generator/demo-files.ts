import { majorsFile, schoolsFile } from './directory-files.ts';
import { candidates } from './candidates.ts';
import { cohortsFile } from './cohorts-file.ts';
import { cooperationFile, cooperationRows } from './cooperation-file.ts';
import { hiresFile, hiresRows } from './hires-file.ts';
import { plansFile } from './plans-file.ts';
import { termsFile } from './terms-file.ts';

/** hires come in two files by class, each well under 1 MiB. */
const HIRES_FILES = [
  { from: 2015, to: 2020 },
  { from: 2021, to: 2026 },
] as const;

const SEED = 'talentbridge demo 2';

/** File name → UTF-8 text of each demo file; the same on every machine and every day. */
export function demoFiles(): ReadonlyMap<string, string> {
  const people = candidates(SEED);
  const hires = hiresRows(SEED, people);
  const cooperation = cooperationRows(SEED);
  return new Map([
    ['schools.csv', schoolsFile()],
    ['majors.csv', majorsFile()],
    ...HIRES_FILES.map(({ from, to }): [string, string] => [
      `hires-${from}-${to}.csv`,
      hiresFile(hires, from, to),
    ]),
    ['cohorts.csv', cohortsFile(SEED, people)],
    ['plans.csv', plansFile(SEED, people)],
    ['cooperation.csv', cooperationFile(cooperation)],
    ['terms.csv', termsFile([...hires, ...cooperation])],
  ]);
}
