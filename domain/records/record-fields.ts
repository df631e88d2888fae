import type { DimensionId } from '../dimensions.ts';
import type { Bilingual } from '../language.ts';
import { CHANNELS, DEGREES, LEAVE_TYPES, STAGES } from './enumerations.ts';

/** How a field of a record is read by people. */
export type RecordFieldKind =
  'id' | 'text' | 'code' | 'year' | 'date' | 'money' | 'rating' | 'flag';

export interface RecordField {
  readonly label: Bilingual;
  readonly kind: RecordFieldKind;
  /** The labels of a `code`. */
  readonly codes?: Readonly<Record<string, Bilingual>>;
  /** The dimension that its value can be filtered by, and the field with the filter's value where it is another. */
  readonly filter?: { readonly dimension: DimensionId; readonly by?: string };
}

const text = (en: string, zh: string) => ({ label: { en, zh }, kind: 'text' as const });
const date = (en: string, zh: string) => ({ label: { en, zh }, kind: 'date' as const });
const id = (en: string, zh: string) => ({ label: { en, zh }, kind: 'id' as const });
const code = (en: string, zh: string, codes: Readonly<Record<string, Bilingual>>) => ({
  label: { en, zh },
  kind: 'code' as const,
  codes,
});

/**
 * The fields of a record as lists and exports show it, in their order. The names of a file's own columns where
 * there are such, so that an exported file can be imported again; the others describe.
 */
export const RECORD_FIELDS = {
  id: id('Record', '记录编号'),
  company: text('Company', '所属公司'),
  candidate_id: id('Candidate id', '候选人编号'),
  employee_id: id('Employee id', '工号'),
  school_id: id('School no.', '学校序号'),
  school: { ...text('School', '学校'), filter: { dimension: 'school', by: 'school_id' } },
  college_id: id('College no.', '学院序号'),
  college: { ...text('College', '学院'), filter: { dimension: 'college', by: 'college_id' } },
  major_id: id('Major no.', '专业序号'),
  major: { ...text('Major', '专业'), filter: { dimension: 'major', by: 'major_id' } },
  degree: { ...code('Degree', '学历', DEGREES), filter: { dimension: 'degree' } },
  graduation_year: {
    label: { en: 'Graduation year', zh: '毕业年份' },
    kind: 'year',
    filter: { dimension: 'year' },
  },
  channel: { ...code('Channel', '招聘渠道', CHANNELS), filter: { dimension: 'channel' } },
  interned_from: date('Internship from', '实习开始'),
  interned_to: date('Internship to', '实习结束'),
  internship_base: text('Internship base', '实习基地'),
  offered_on: date('Offered', '录用通知日期'),
  accepted_on: date('Accepted', '接受日期'),
  declined_on: date('Declined', '拒绝日期'),
  hired_on: date('Hired', '入职日期'),
  left_on: date('Left', '离职日期'),
  leave_type: {
    ...code('How they left', '离职类型', LEAVE_TYPES),
    filter: { dimension: 'leave_type' },
  },
  leave_reason: text('Reason for leaving', '离职原因'),
  department: { ...text('Department', '部门'), filter: { dimension: 'department' } },
  position: text('Position', '岗位'),
  city: { ...text('Place of work', '工作地点'), filter: { dimension: 'city' } },
  province: text('Province of work', '工作省份'),
  salary: { label: { en: 'First-year pay', zh: '首年年薪' }, kind: 'money' },
  major_match: { label: { en: 'Job matches major', zh: '专业对口' }, kind: 'flag' },
  performance: { label: { en: 'Rating', zh: '绩效' }, kind: 'rating' },
  promoted_on: date('Promoted', '晋升日期'),
  stage: code('Stage', '阶段', STAGES),
  followed_to: date('Followed to', '跟踪截至'),
  known: text('What is known', '已知信息'),
  family: { ...text('Discipline', '学科门类'), filter: { dimension: 'family' } },
  school_city: text('City of the school', '学校所在城市'),
  school_province: text('Province of the school', '学校所在省份'),
} as const satisfies Record<string, RecordField>;

export type RecordFieldId = keyof typeof RECORD_FIELDS;

/** The names of a record's fields, in their order. */
export const RECORD_FIELD_IDS = Object.keys(RECORD_FIELDS) as RecordFieldId[];

/** A field's description by name. */
export function describedField(name: RecordFieldId): RecordField {
  return RECORD_FIELDS[name];
}

/** Whether a text names a field of a record. */
export function isRecordField(name: string): name is RecordFieldId {
  return Object.hasOwn(RECORD_FIELDS, name);
}
