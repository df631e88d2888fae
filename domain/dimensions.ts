import { CHANNELS, DEGREES } from './records/enumerations.ts';
import type { Bilingual } from './language.ts';

/**
 * `entity`: a row with an id, two names and aliases. `text`: the value itself. `number`: a year, filtered by
 * ranges. `enumeration`: one of a fixed set of codes with labels.
 */
export type DimensionKind = 'entity' | 'text' | 'number' | 'enumeration';

export interface Dimension {
  readonly kind: DimensionKind;
  readonly label: Bilingual;
  readonly codes?: Readonly<Record<string, Bilingual>>;
}

/** Whether a graduate had been an intern; people of whom that is unknown have the blank value. */
const INTERN_CODES = {
  yes: { en: 'Former intern', zh: '曾实习' },
  no: { en: 'No internship', zh: '未实习' },
} as const satisfies Record<string, Bilingual>;

/** Everything a figure can be grouped or filtered by. "Year" alone is the graduation year (届). */
export const DIMENSIONS = {
  school: { kind: 'entity', label: { en: 'School', zh: '学校' } },
  college: { kind: 'entity', label: { en: 'College', zh: '学院' } },
  major: { kind: 'entity', label: { en: 'Major', zh: '专业' } },
  family: { kind: 'text', label: { en: 'Discipline', zh: '学科门类' } },
  year: { kind: 'number', label: { en: 'Graduation year', zh: '毕业年份' } },
  hire_year: { kind: 'number', label: { en: 'Year hired', zh: '入职年份' } },
  degree: { kind: 'enumeration', label: { en: 'Degree', zh: '学历' }, codes: DEGREES },
  channel: { kind: 'enumeration', label: { en: 'Channel', zh: '招聘渠道' }, codes: CHANNELS },
  department: { kind: 'text', label: { en: 'Department', zh: '部门' } },
  city: { kind: 'text', label: { en: 'Place of work', zh: '工作地点' } },
  intern: { kind: 'enumeration', label: { en: 'Internship', zh: '实习经历' }, codes: INTERN_CODES },
} as const satisfies Record<string, Dimension>;

export type DimensionId = keyof typeof DIMENSIONS;

/** The ids of all dimensions, in their order of presentation. */
export const DIMENSION_IDS = Object.keys(DIMENSIONS) as DimensionId[];

/** A dimension's definition by id. */
export function dimension(id: DimensionId): Dimension {
  return DIMENSIONS[id];
}

/** Whether a text names a dimension. */
export function isDimensionId(text: string): text is DimensionId {
  return Object.hasOwn(DIMENSIONS, text);
}
