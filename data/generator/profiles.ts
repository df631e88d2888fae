import type { InstitutionKey } from './institutions.ts';

export type Degree = 'associate' | 'bachelor' | 'master' | 'doctor';

/** A value that holds from the class of `from` on, until the next entry; in ascending order. */
export type ByClass<T> = readonly { readonly from: number; readonly value: T }[];

/**
 * Share still employed at 183, 365, 730, 1093, 1095, 1825, 2920 and 4300 days.
 * The step between 1093 and 1095 is the end of three-year contracts.
 */
export type Survival = readonly [number, number, number, number, number, number, number, number];

/** What is true of an institution's graduates; all rates are shares from 0 to 1. */
export interface Profile {
  readonly hires: number;
  /** Weight of each class; a class without weight has no candidates. */
  readonly classes: Readonly<Record<number, number>>;
  readonly degrees: Readonly<Record<Degree, number>>;
  readonly survival: ByClass<Survival>;
  /** accepted / (accepted + declined) */
  readonly acceptance: number;
  /** Interns who accepted / interns. */
  readonly conversion: ByClass<number>;
  /** Interns / accepted. */
  readonly internship: number;
  readonly match: number;
  /** First promotion within 730 days of the start. */
  readonly promotion: number;
  /** Added to the mean rating. */
  readonly rating: number;
}

const ALL_CLASSES = {
  2015: 60,
  2016: 66,
  2017: 72,
  2018: 78,
  2019: 86,
  2020: 61,
  2021: 82,
  2022: 90,
  2023: 97,
  2024: 104,
  2025: 110,
  2026: 106,
} as const;

const GOOD: Survival = [0.945, 0.88, 0.8, 0.745, 0.715, 0.62, 0.52, 0.44];

const USUAL = {
  classes: ALL_CLASSES,
  survival: [{ from: 2015, value: GOOD }],
  acceptance: 0.78,
  conversion: [{ from: 2015, value: 0.6 }],
  internship: 0.38,
  match: 0.8,
  promotion: 0.11,
  rating: 0,
} as const;

function degrees(associate: number, bachelor: number, master: number, doctor: number) {
  return { associate, bachelor, master, doctor };
}

/** The truth the demo data is drawn from. */
export const PROFILES: Readonly<Record<InstitutionKey, Profile>> = {
  anchor: {
    ...USUAL,
    hires: 1050,
    degrees: degrees(0, 0.78, 0.2, 0.02),
    survival: [{ from: 2015, value: [0.955, 0.9, 0.835, 0.79, 0.77, 0.69, 0.6, 0.53] }],
    acceptance: 0.82,
    conversion: [{ from: 2015, value: 0.66 }],
    internship: 0.42,
  },
  vocational: {
    ...USUAL,
    hires: 620,
    degrees: degrees(0.95, 0.05, 0, 0),
    survival: [
      { from: 2015, value: [0.88, 0.78, 0.66, 0.6, 0.42, 0.34, 0.27, 0.22] },
      { from: 2021, value: [0.94, 0.88, 0.79, 0.74, 0.55, 0.47, 0.39, 0.33] },
    ],
    acceptance: 0.8,
    conversion: [
      { from: 2015, value: 0.45 },
      { from: 2023, value: 0.75 },
    ],
    internship: 0.36,
    match: 0.82,
    promotion: 0.09,
  },
  industry: {
    ...USUAL,
    hires: 380,
    degrees: degrees(0, 0.62, 0.33, 0.05),
    survival: [{ from: 2015, value: [0.96, 0.91, 0.85, 0.81, 0.79, 0.72, 0.63, 0.56] }],
    acceptance: 0.77,
    match: 0.93,
    promotion: 0.13,
    rating: 0.12,
  },
  regional: {
    ...USUAL,
    hires: 300,
    degrees: degrees(0, 0.93, 0.07, 0),
    survival: [{ from: 2015, value: [0.93, 0.86, 0.77, 0.71, 0.68, 0.58, 0.48, 0.4] }],
    match: 0.55,
    promotion: 0.09,
    rating: -0.1,
  },
  renamed: { ...USUAL, hires: 210, degrees: degrees(0, 0.85, 0.15, 0) },
  elite: {
    ...USUAL,
    hires: 160,
    degrees: degrees(0, 0.25, 0.55, 0.2),
    survival: [{ from: 2015, value: [0.91, 0.82, 0.66, 0.54, 0.48, 0.34, 0.25, 0.2] }],
    acceptance: 0.35,
    conversion: [{ from: 2015, value: 0.3 }],
    match: 0.86,
    promotion: 0.3,
    rating: 0.3,
  },
  twin: {
    ...USUAL,
    hires: 150,
    degrees: degrees(0.19, 0.6, 0.185, 0.025),
    survival: [{ from: 2015, value: [0.938, 0.877, 0.794, 0.744, 0.694, 0.605, 0.51, 0.44] }],
    acceptance: 0.75,
    conversion: [{ from: 2015, value: 0.57 }],
    match: 0.8,
    promotion: 0.12,
  },
  lapsed: {
    ...USUAL,
    hires: 120,
    classes: { 2015: 26, 2016: 26, 2017: 24, 2018: 20, 2019: 16, 2020: 8 },
    degrees: degrees(0, 0.8, 0.2, 0),
  },
  north: { ...USUAL, hires: 90, degrees: degrees(0, 0.6, 0.36, 0.04), match: 0.88 },
  east: { ...USUAL, hires: 60, degrees: degrees(0, 0.7, 0.3, 0), match: 0.84 },
  newcomer: {
    ...USUAL,
    hires: 45,
    classes: { 2024: 11, 2025: 15, 2026: 19 },
    degrees: degrees(0, 0.9, 0.1, 0),
  },
  tiny: {
    ...USUAL,
    hires: 9,
    classes: { 2018: 1, 2019: 1, 2021: 1, 2022: 2, 2023: 1, 2024: 2, 2025: 1 },
    degrees: degrees(0, 1, 0, 0),
  },
  overseas: {
    ...USUAL,
    hires: 6,
    classes: { 2019: 1, 2021: 1, 2023: 1, 2024: 1, 2025: 2 },
    degrees: degrees(0, 0, 0.8, 0.2),
  },
};

/** The value that holds for a class. */
export function valueFor<T>(values: ByClass<T>, graduationYear: number): T {
  const entry = values.findLast(({ from }) => from <= graduationYear);
  if (entry === undefined) throw new Error(`no value for the class of ${graduationYear}`);
  return entry.value;
}
