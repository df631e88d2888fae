import { SCHOOLS } from './random-hires.ts';

/** Enough schools for a ranking: those of the random records, and others whose places are unknown. */
export const MORE_SCHOOLS = [
  ...SCHOOLS,
  ...[4, 5, 6, 7, 8].map((id) => ({ id, province: null, city: null })),
];
