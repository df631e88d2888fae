/** 31 December of a year as a day number: days before the year after it, less one. */
export const yearEnd = (year: string): string =>
  `(365 * ${year} + ${year} / 4 - ${year} / 100 + ${year} / 400 - 719163)`;

/** 31 December of the graduation year. */
export const YEAR_END = yearEnd('h.graduation_year');

/** From 30 June, when a class graduates, to the end of its year. */
export const DAYS_FROM_30_JUNE = 184;

/** Whether all of these bits of `KNOWN` are set in a row. */
export const knows = (...bits: number[]): string => {
  const mask = bits.reduce((all, bit) => all | bit, 0);
  return `(h.known & ${mask}) = ${mask}`;
};

/** All of the conditions. */
export const and = (...parts: string[]): string => parts.map((part) => `(${part})`).join(' AND ');
