import { toCsv } from './csv.ts';
import { INSTITUTIONS } from './institutions.ts';
import { MAJORS } from './majors.ts';
import { CITIES } from './places.ts';

/** The text of schools.csv; aliases are separated by `|`, partner_since is a year. */
export function schoolsFile(): string {
  return toCsv(
    ['name', 'name_zh', 'code', 'aliases', 'province', 'city', 'partner_since'],
    INSTITUTIONS.map(({ name, zh, code, aliases, city, partnerSince }) => ({
      name,
      name_zh: zh,
      code,
      aliases: aliases.join('|'),
      province: CITIES[city].province,
      city,
      partner_since: String(partnerSince),
    })),
  );
}

/** The text of majors.csv; aliases are separated by `|`. */
export function majorsFile(): string {
  return toCsv(
    ['name', 'name_zh', 'code', 'aliases', 'family'],
    MAJORS.map(({ name, zh, code, aliases, family }) => ({
      name,
      name_zh: zh,
      code,
      aliases: aliases.join('|'),
      family,
    })),
  );
}
