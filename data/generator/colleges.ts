import type { InstitutionKey } from './institutions.ts';
import { MAJORS, type Family, type Major } from './majors.ts';

/** Colleges: Chinese name, the disciplines they teach and at which level. */
export const COLLEGES = {
  'College of Chemical Engineering': {
    zh: '化学工程学院',
    families: ['Chemistry & Chemical Engineering'],
  },
  'College of Chemistry and Materials': {
    zh: '化学与材料学院',
    families: ['Chemistry & Chemical Engineering', 'Materials'],
  },
  'School of Materials Science': { zh: '材料科学学院', families: ['Materials'] },
  'College of Mechanical and Electrical Engineering': {
    zh: '机电工程学院',
    families: ['Mechanical & Equipment', 'Electrical & Automation'],
  },
  'College of Mechanical Engineering': {
    zh: '机械工程学院',
    families: ['Mechanical & Equipment'],
  },
  'School of Automation': { zh: '自动化学院', families: ['Electrical & Automation'] },
  'College of Safety and Environment': {
    zh: '安全与环境学院',
    families: ['Safety & Environment'],
  },
  'School of Computing': { zh: '计算机学院', families: ['Computing & Data'] },
  'School of Automation and Computing': {
    zh: '自动化与计算机学院',
    families: ['Electrical & Automation', 'Computing & Data'],
  },
  'School of Management': { zh: '管理学院', families: ['Management & Business'] },
  'Department of Applied Chemistry': {
    zh: '应用化学系',
    families: ['Chemistry & Chemical Engineering'],
  },
  'Department of Equipment Technology': {
    zh: '装备技术系',
    families: ['Mechanical & Equipment'],
  },
  'Department of Electrical Technology': {
    zh: '电气技术系',
    families: ['Electrical & Automation'],
  },
  'College of Applied Technology': {
    zh: '应用技术学院',
    level: 'associate',
    families: [
      'Chemistry & Chemical Engineering',
      'Mechanical & Equipment',
      'Electrical & Automation',
    ],
  },
} as const satisfies Record<
  string,
  { zh: string; families: readonly Family[]; level?: Major['level'] }
>;

export type College = keyof typeof COLLEGES;

const BROAD: readonly College[] = [
  'College of Chemical Engineering',
  'School of Materials Science',
  'College of Mechanical Engineering',
  'School of Automation and Computing',
  'College of Safety and Environment',
];

const COLLEGES_OF: Readonly<Record<InstitutionKey, readonly College[]>> = {
  anchor: [...BROAD, 'School of Management'],
  vocational: [
    'Department of Applied Chemistry',
    'Department of Equipment Technology',
    'Department of Electrical Technology',
  ],
  industry: BROAD,
  regional: [
    'College of Chemistry and Materials',
    'College of Mechanical and Electrical Engineering',
    'School of Computing',
    'School of Management',
  ],
  renamed: [
    'College of Chemical Engineering',
    'College of Mechanical and Electrical Engineering',
    'College of Safety and Environment',
  ],
  elite: [...BROAD, 'School of Management'],
  twin: [
    'College of Chemistry and Materials',
    'College of Mechanical and Electrical Engineering',
    'College of Safety and Environment',
    'School of Computing',
    'School of Management',
    'College of Applied Technology',
  ],
  lapsed: [
    'College of Chemistry and Materials',
    'College of Mechanical Engineering',
    'School of Automation',
  ],
  north: [
    'College of Chemical Engineering',
    'College of Mechanical Engineering',
    'College of Safety and Environment',
  ],
  east: ['College of Chemical Engineering', 'School of Automation'],
  newcomer: ['College of Mechanical and Electrical Engineering', 'School of Computing'],
  tiny: ['College of Chemistry and Materials', 'College of Safety and Environment'],
  overseas: ['College of Chemical Engineering', 'School of Materials Science'],
};

/** A major as one institution teaches it. */
export interface Course {
  readonly college: College;
  readonly major: Major;
}

/** The courses of an institution that lead to `level`; all of them where none does. */
export function coursesOf(key: InstitutionKey, level: Major['level']): Course[] {
  const all = COLLEGES_OF[key].flatMap((college) => {
    const entry: { readonly families: readonly Family[]; readonly level?: Major['level'] } =
      COLLEGES[college];
    return MAJORS.filter(
      (major) =>
        entry.families.includes(major.family) &&
        (entry.level === undefined || entry.level === major.level),
    ).map((major) => ({ college, major }));
  });
  const ofLevel = all.filter(({ major }) => major.level === level);
  // A vocational department teaches associate majors only, other colleges bachelor majors.
  return ofLevel.length > 0 ? ofLevel : all;
}
