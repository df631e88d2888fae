import type { Applicant, Placement } from './candidate.ts';
import { coursesOf, type Course } from './colleges.ts';
import type { Institution } from './institutions.ts';
import {
  companyIn,
  DEPARTMENTS,
  FAMILY_DEPARTMENTS,
  type Department,
  type Level,
} from './organization.ts';
import { CITIES, type City } from './places.ts';
import { PROFILES, type Degree } from './profiles.ts';
import { itemAt, pick, stratified, type Random, type Weighted } from './random.ts';
import { endings, type Ending } from './season.ts';

/** How much likelier a work place in the city (or province) of the school is. */
const HOME_CITY = 2;
const HOME_PROVINCE = 1.3;

function entriesOf<K extends string>(weights: Readonly<Partial<Record<K, number>>>): [K, number][] {
  const keys = Object.keys(weights) as K[]; // Object.keys forgets the literal type
  return keys.map((key) => [key, weights[key] ?? 0]);
}

function levelOf(degree: Degree): Level {
  if (degree === 'associate' || degree === 'bachelor') return degree;
  return 'graduate';
}

function departmentsFor(course: Course, level: Level, matched: boolean): Weighted<Department> {
  const related = FAMILY_DEPARTMENTS[course.major.family];
  if (matched) {
    return entriesOf(related).map(([name, weight]) => [
      name,
      weight * DEPARTMENTS[name].need[level],
    ]);
  }
  const all = entriesOf(DEPARTMENTS_NEED[level]);
  return all.filter(([name]) => related[name] === undefined);
}

const DEPARTMENTS_NEED = {
  associate: needOf('associate'),
  bachelor: needOf('bachelor'),
  graduate: needOf('graduate'),
} as const;

function needOf(level: Level): Partial<Record<Department, number>> {
  return Object.fromEntries(
    Object.entries(DEPARTMENTS).map(([name, entry]) => [name, entry.need[level]]),
  );
}

function place(
  random: Random,
  institution: Institution,
  course: Course,
  level: Level,
  matched: boolean,
): Placement {
  const department = pick(random, departmentsFor(course, level, matched));
  const entry = DEPARTMENTS[department];
  const home = institution.city;
  const cities = entriesOf<City>(entry.cities).map(([city, weight]): [City, number] => {
    if (city === home) return [city, weight * HOME_CITY];
    const near = CITIES[city].province === CITIES[home].province;
    return [city, near ? weight * HOME_PROVINCE : weight];
  });
  const positions = Object.keys(entry.positions[level]);
  return {
    department,
    position: pick(
      random,
      positions.map((name) => [name, 1]),
    ),
    city: pick(random, cities),
  };
}

/** All applicants of an institution, in the order of their endings. */
export function applicants(random: Random, institution: Institution): Applicant[] {
  const profile = PROFILES[institution.key];
  const all = endings(profile);
  const isHired = (ending: Ending) => ending.outcome === 'hired';
  // Hired people and others draw apart, so that shares among the hired come out as planned.
  return [all.filter(isHired), all.filter((ending) => !isHired(ending))].flatMap((group) => {
    const degreeDraws = stratified(random, group.length);
    const matchDraws = stratified(random, group.length);
    return group.map((ending, index) => {
      const degree = itemAt(entriesOf(profile.degrees), degreeDraws[index] ?? 0);
      const level = levelOf(degree);
      const courses = coursesOf(institution.key, level === 'associate' ? 'associate' : 'bachelor');
      const course = pick(
        random,
        courses.map((option) => [option, option.major.demand]),
      );
      const matched = (matchDraws[index] ?? 0) < profile.match;
      const placement = place(random, institution, course, level, matched);
      return {
        ...ending,
        ...course,
        institution,
        degree,
        company: companyIn(placement.city),
        matched,
        placement: ending.outcome === 'never_offered' ? null : placement,
      };
    });
  });
}
