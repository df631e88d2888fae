import { fixedDay } from '../../../domain/dates.ts';
import type { Degree } from '../../../domain/records/enumerations.ts';
import type { Hire } from '../../../domain/records/hire.ts';
import { hire } from '../../support/plain-hire.ts';

export const AS_OF = fixedDay(2022, 12, 31);

/** Schools of the hard data: one that dominates, some of middling size, and some of one to six people. */
export const HARD_SCHOOLS = Array.from({ length: 9 }, (_, index) => ({
  id: index + 1,
  province: null,
  city: null,
}));

const SIZES = [64, 34, 26, 22, 13, 6, 4, 2, 1];
const YEARS = [2017, 2018, 2019];

/** A stream of numbers from 0 up to 1, for one seed. */
function numbers(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (state * 16_807 + 12_345) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * People at whom single ones are easily found out: schools of few, rates of all or none in many of them, a college
 * that is its school but for one or two people, and one school that is a third of everybody.
 */
export function hardPeople(seed: number): Hire[] {
  const random = numbers(seed);
  return SIZES.flatMap((size, index) => {
    const schoolId = index + 1;
    const everybody = random() < 0.4;
    const nobody = !everybody && random() < 0.3;
    const rate = everybody ? 1 : nobody ? 0 : 0.4 + random() * 0.5;
    return Array.from({ length: size }, (_, person) => {
      const year = YEARS[Math.floor(random() * YEARS.length)] ?? 2017;
      const degree: Degree = random() < 0.75 ? 'bachelor' : 'master';
      const hiredOn = fixedDay(year, 7, 1);
      const stays = random() < rate ? Infinity : 100 + Math.floor(random() * 1300);
      const left = hiredOn + stays > AS_OF ? null : hiredOn + stays;
      return {
        ...hire({
          schoolId,
          // The one college of the test database belongs to the first school.
          collegeId: schoolId === 1 && person > 1 ? 1 : null,
          majorId: random() < 0.8 ? 1 : 2,
          degree,
          graduationYear: year,
          candidateId: `S${schoolId}-${person}`,
          majorMatch: random() < rate,
          performance: random() < rate ? 450 : 250,
          salary: 6_000_000 + Math.floor(random() * 5_000_000),
          leaveType: left === null ? null : 'resigned',
          leaveReason: left === null ? null : `reason-${schoolId}-${person}`,
          department: 'Quality',
          city: 'Harbor',
        }),
        hiredOn,
        leftOn: left,
        promotedOn: random() < rate ? hiredOn + 400 : null,
        followedTo: AS_OF,
      };
    });
  });
}
