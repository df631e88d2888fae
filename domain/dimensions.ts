import { CHANNELS, DEGREES, LEAVE_TYPES } from './records/enumerations.ts';
import type { Bilingual } from './language.ts';
import { OUTCOMES, STEP_RECORDS } from './outcomes.ts';

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

/** In which year of their employment people left: up to 365, 730 and 1,095 days after the start, and later. */
const LEAVE_YEAR_CODES = {
  first: { en: 'First year', zh: '第一年' },
  second: { en: 'Second year', zh: '第二年' },
  third: { en: 'Third year', zh: '第三年' },
  later: { en: 'Later', zh: '三年之后' },
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
  leave_type: {
    kind: 'enumeration',
    label: { en: 'How they left', zh: '离职类型' },
    codes: LEAVE_TYPES,
  },
  leave_year: {
    kind: 'enumeration',
    label: { en: 'Year of employment at leaving', zh: '离职时的任职年份' },
    codes: LEAVE_YEAR_CODES,
  },
  outcome: { kind: 'enumeration', label: { en: 'How far', zh: '进展' }, codes: OUTCOMES },
  steps: {
    kind: 'enumeration',
    label: { en: 'Record of steps', zh: '步骤记录' },
    codes: STEP_RECORDS,
  },
} as const satisfies Record<string, Dimension>;

export type DimensionId = keyof typeof DIMENSIONS;

/** The ids of all dimensions, in their order of presentation. */
export const DIMENSION_IDS = Object.keys(DIMENSIONS) as DimensionId[];

/**
 * Known of people only once they have left, and blank for everybody else, or telling apart who left and who stayed: a
 * group or filter of these says who left, so figures on how long people stay have no meaning in it. They are HR's
 * alone: no dean is ever told how people left.
 */
export const LEAVING_DIMENSIONS = [
  'leave_type',
  'leave_year',
  'outcome',
] as const satisfies DimensionId[];

/** A dimension's definition by id. */
export function dimension(id: DimensionId): Dimension {
  return DIMENSIONS[id];
}

/** Whether a text names a dimension. */
export function isDimensionId(text: string): text is DimensionId {
  return Object.hasOwn(DIMENSIONS, text);
}
