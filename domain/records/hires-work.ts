import type { Column } from './columns.ts';

/** What a graduate does in the company, for which pay and how well. */
export const WORK_COLUMNS = [
  {
    field: 'department',
    required: false,
    kind: 'text',
    aliases: {
      en: ['dept', 'department name', 'business unit', 'division'],
      zh: ['部门', '所属部门', '部门名称', '用人部门'],
    },
    example: 'Research',
    help: { en: 'Department the graduate works in.', zh: '所在部门。' },
  },
  {
    field: 'position',
    required: false,
    kind: 'text',
    aliases: {
      en: ['job title', 'title', 'role', 'post', 'job'],
      zh: ['岗位', '职位', '岗位名称', '职位名称'],
    },
    example: 'Software engineer',
    help: { en: 'Position at hire.', zh: '入职岗位。' },
  },
  {
    field: 'city',
    required: false,
    kind: 'text',
    aliases: {
      en: ['work city', 'location', 'place of work', 'work location', 'office'],
      zh: ['工作地点', '工作城市', '城市', '工作地', '工作地城市'],
    },
    example: 'Suzhou',
    help: { en: 'City the graduate works in.', zh: '工作所在城市。' },
  },
  {
    field: 'province',
    required: false,
    kind: 'text',
    aliases: {
      en: ['work province', 'state', 'region', 'province of work'],
      zh: ['工作省份', '工作地省份', '省份'],
    },
    example: 'Jiangsu',
    help: { en: 'Province or state the graduate works in.', zh: '工作所在省份。' },
  },
  {
    field: 'salary',
    required: false,
    kind: 'money',
    aliases: {
      en: ['annual salary', 'yearly salary', 'salary per year', 'annual pay', 'base salary', 'pay'],
      zh: ['年薪', '薪资', '薪酬', '税前年薪', '工资'],
    },
    example: '85,000',
    help: {
      en: 'First-year full-time pay, a year; a column of monthly pay is multiplied by months_paid or 12.',
      zh: '首年全职薪酬（年）；月薪列按 months_paid 或 12 折算。',
    },
  },
  {
    field: 'months_paid',
    required: false,
    kind: 'months',
    aliases: {
      en: ['months of pay', 'salary months', 'number of salaries'],
      zh: ['薪数', '发薪月数', '年发薪月数', '薪资月数'],
    },
    example: '13',
    help: {
      en: 'How many monthly salaries a year has: 12 to 24.',
      zh: '一年发放的月薪数，12 至 24，如 13薪。',
    },
  },
  {
    field: 'major_match',
    required: false,
    kind: 'yes_no',
    aliases: {
      en: ['job matches major', 'major match', 'related to major'],
      zh: ['专业对口', '是否对口', '专业是否对口'],
    },
    example: 'yes',
    help: { en: 'Whether the job matches the major.', zh: '工作与专业是否对口。' },
  },
  {
    field: 'performance',
    required: false,
    kind: 'rating',
    aliases: {
      en: ['rating', 'performance rating', 'performance score'],
      zh: ['绩效', '绩效评分', '绩效考核'],
    },
    example: '4',
    help: { en: 'Latest rating, 1 to 5.', zh: '最近一次绩效，1 至 5。' },
  },
  {
    field: 'promoted_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['promotion date', 'date of promotion', 'promoted'],
      zh: ['晋升日期', '晋升时间', '首次晋升日期'],
    },
    example: '',
    help: {
      en: 'Day of the first promotion, not before hired_on; the end of probation is none.',
      zh: '首次晋升日期，不早于入职日期；转正、定级不算。',
    },
  },
] as const satisfies readonly Column[];
