import type { Column } from './columns.ts';
import { ANY } from './none-words.ts';

/** The columns of a file of plans: whom the company wants to hire. */
export const PLAN_COLUMNS = [
  {
    field: 'year',
    required: true,
    kind: 'year',
    aliases: {
      en: ['class of', 'graduating class', 'graduation year', 'plan year', 'hiring year'],
      zh: [
        '届别',
        '届',
        '年份',
        '年度',
        '毕业年份',
        '毕业届别',
        '招聘年度',
        '计划年度',
        '招聘届别',
      ],
    },
    example: '2027',
    help: { en: 'The graduating class the plan is for.', zh: '计划面向的毕业届别，如 2027届。' },
  },
  {
    field: 'department',
    required: false,
    kind: 'text',
    aliases: {
      en: ['dept', 'department name', 'business unit', 'division'],
      zh: ['部门', '用人部门', '需求部门', '所属部门', '部门名称'],
    },
    none: [...ANY, 'company', 'whole company', '全公司', '公司'],
    example: 'Research',
    help: {
      en: 'Department that wants to hire; empty for the company as a whole.',
      zh: '用人部门；面向全公司时留空。',
    },
  },
  {
    field: 'major',
    required: true,
    kind: 'name',
    aliases: {
      en: ['programme', 'program', 'field of study', 'specialty', 'speciality', 'major name'],
      zh: ['专业', '专业要求', '需求专业', '招聘专业', '专业名称', '所需专业'],
    },
    none: [...ANY, 'any major', 'all majors', '专业不限', '不限专业', '所有专业'],
    example: 'Computer Science',
    help: {
      en: 'A major by name or known alias, or any (不限). Rows of totals (total, 合计, 小计) are skipped.',
      zh: '专业名称或已知别名；不限专业时填 不限。合计、小计行会跳过。',
    },
  },
  {
    field: 'degree',
    required: false,
    kind: 'least_degree',
    aliases: {
      en: ['education', 'degree level', 'education level', 'minimum degree', 'required degree'],
      zh: ['学历', '学历要求', '最低学历', '学位', '学位要求', '学历层次'],
    },
    none: [...ANY, 'any degree', '学历不限', '不限学历'],
    example: 'bachelor',
    help: {
      en: 'secondary, associate, bachelor, master, doctor or other; empty for any. A least degree, such as bachelor+ or 本科及以上, is met by every degree at or above it.',
      zh: '中职、专科、本科、硕士、博士或其他；不限则留空。本科及以上表示该学历及更高学历均可。',
    },
  },
  {
    field: 'headcount',
    required: true,
    kind: 'count',
    aliases: {
      en: ['planned', 'planned hires', 'openings', 'vacancies', 'number of hires', 'demand'],
      zh: [
        '计划人数',
        '招聘人数',
        '需求人数',
        '人数',
        '计划招聘人数',
        '招聘计划',
        '需求数',
        '计划数',
      ],
    },
    example: '12',
    help: { en: 'How many are to be hired.', zh: '计划招聘的人数。' },
  },
  {
    field: 'shared',
    required: false,
    kind: 'yes_no',
    aliases: {
      en: ['share', 'share with schools', 'shared with schools', 'visible to schools', 'public'],
      zh: ['是否共享', '共享', '对学校可见', '是否公开', '公开', '向学校公开'],
    },
    example: 'no',
    help: {
      en: 'Whether partner schools may see the plan; no where it is empty.',
      zh: '合作院校是否可见；留空为否。',
    },
  },
] as const satisfies readonly Column[];
