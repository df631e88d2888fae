import { closeSync, openSync, writeSync } from 'node:fs';

/** The columns of the file, by their canonical names. */
const HEADER =
  'candidate_id,school,college,major,degree,graduation_year,channel,offered_on,accepted_on,hired_on,left_on,department,position,city,salary';

const ROWS_PER_WRITE = 10_000;
const FIRST_YEAR = 2012;
const YEARS = 13;
const DAY_MS = 86_400_000;
/** Odd and without a common factor with powers of ten: visits every id once, in no order. */
const STRIDE = 7_368_787;

const DEGREES = ['bachelor', 'master', '本科', '硕士', 'doctor', 'associate'] as const;
const CHANNELS = ['campus', 'fair', '校招', 'referral', 'internship', 'online'] as const;
const CITIES = ['Suzhou', '苏州', 'Nanjing', '上海', 'Hangzhou', 'Chengdu', 'Xi’an'] as const;
const POSITIONS = ['Developer', 'Tester', '工艺工程师', 'Trainee'] as const;

/** Small numbers in an order that looks random and is the same every time (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

/** The names of the schools that the file names. */
export const SCHOOL_NAMES: readonly string[] = Array.from({ length: 300 }, (_, i) =>
  i % 3 === 0 ? `第${i}理工大学` : `University ${i}`,
);

/** The names of the majors that the file names. */
export const MAJOR_NAMES: readonly string[] = Array.from({ length: 80 }, (_, i) =>
  i % 3 === 0 ? `材料工程${i}` : `Engineering ${i}`,
);

/** Writes a file of hires with that many rows, always the same one. */
export function writeMillionFile(path: string, rows: number): void {
  const random = randomFrom(20_261_123);
  const isoDates = new Map<number, string>();
  const iso = (day: number): string => {
    const known = isoDates.get(day) ?? new Date(day * DAY_MS).toISOString().slice(0, 10);
    isoDates.set(day, known);
    return known;
  };
  const rowOf = (index: number): string => {
    const id = String((index * STRIDE) % rows).padStart(8, '0');
    const school = random(SCHOOL_NAMES.length);
    const year = FIRST_YEAR + random(YEARS);
    const hired = Math.floor(Date.UTC(year, 6, 1) / DAY_MS) + random(60);
    const left = random(4) === 0 ? iso(hired + 100 + random(700)) : '';
    const salary = 80_000 + random(8000) * 10;
    return [
      `C${id}`,
      pick(SCHOOL_NAMES, school),
      `College ${random(8)}`,
      pick(MAJOR_NAMES, random(MAJOR_NAMES.length)),
      pick(DEGREES, random(DEGREES.length)),
      year,
      pick(CHANNELS, random(CHANNELS.length)),
      iso(hired - 240 + random(60)),
      iso(hired - 150 + random(60)),
      iso(hired),
      left,
      `Dept ${random(40)}`,
      pick(POSITIONS, random(POSITIONS.length)),
      pick(CITIES, random(CITIES.length)),
      salary,
    ].join(',');
  };
  const file = openSync(path, 'w');
  try {
    writeSync(file, `${HEADER}\n`);
    for (let first = 0; first < rows; first += ROWS_PER_WRITE) {
      const count = Math.min(ROWS_PER_WRITE, rows - first);
      writeSync(file, Array.from({ length: count }, (_, i) => `${rowOf(first + i)}\n`).join(''));
    }
  } finally {
    closeSync(file);
  }
}
