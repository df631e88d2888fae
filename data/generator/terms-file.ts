import { COLLEGES } from './colleges.ts';
import {
  CONTACT_ROLES,
  COOPERATION_MINUTES,
  COOPERATION_OUTCOMES,
  COOPERATION_PROMISES,
  COOPERATION_TITLES,
} from './cooperation-terms.ts';
import { toCsv, type CsvRow } from './csv.ts';
import { LEAVE_REASONS } from './departures.ts';
import { INSTITUTIONS } from './institutions.ts';
import { FAMILIES } from './majors.ts';
import { COMPANIES, DEPARTMENTS } from './organization.ts';
import { CITIES, INTERNSHIP_BASES, PROVINCES } from './places.ts';

type Names = readonly (readonly [value: string, zh: string])[];

function zhOf(entries: Readonly<Record<string, { readonly zh: string }>>): Names {
  return Object.entries(entries).map(([value, { zh }]) => [value, zh]);
}

function positions(): Names {
  const names = Object.values(DEPARTMENTS).flatMap(
    ({ positions: { associate, bachelor, graduate } }) =>
      Object.entries({ ...associate, ...bachelor, ...graduate }),
  );
  return [...new Map(names)];
}

/** Chinese names by the column they belong to (family is one of majors.csv, the last five of cooperation, the others of hires). */
const TERMS: Readonly<Record<string, Names>> = {
  company: Object.entries(COMPANIES),
  college: zhOf(COLLEGES),
  family: Object.entries(FAMILIES),
  department: zhOf(DEPARTMENTS),
  position: positions(),
  province: Object.entries(PROVINCES),
  city: zhOf(CITIES),
  internship_base: zhOf(INTERNSHIP_BASES),
  leave_reason: Object.entries(LEAVE_REASONS),
  title: Object.entries(COOPERATION_TITLES),
  outcome: Object.entries(COOPERATION_OUTCOMES),
  contact_role: Object.entries(CONTACT_ROLES),
  minutes: Object.entries(COOPERATION_MINUTES),
  promise: Object.entries(COOPERATION_PROMISES),
};

/** The text of terms.csv: the terms that these rows or the directory use. */
export function termsFile(records: readonly CsvRow[]): string {
  const places = INSTITUTIONS.map(({ city }) => ({ city, province: CITIES[city].province }));
  const families = Object.keys(FAMILIES).map((family) => ({ family }));
  // Promises stand several in one cell.
  const promises = Object.keys(COOPERATION_PROMISES).map((promise) => ({ promise }));
  const rows: readonly CsvRow[] = [...records, ...places, ...families, ...promises];
  const terms = Object.entries(TERMS).flatMap(([dimension, names]) => {
    const used = new Set(rows.map((row) => row[dimension]));
    return names
      .filter(([value]) => used.has(value))
      .map(([value, zh]) => ({ dimension, value, name_zh: zh }));
  });
  return toCsv(['dimension', 'value', 'name_zh'], terms);
}
