import type { Column } from './columns.ts';
import { DESTINATION_COLUMNS } from './cohorts-destinations.ts';

/** The columns of a file of cohorts: what a school graduates, and where they went. */
export const COHORT_COLUMNS = [
  {
    field: 'school',
    required: true,
    kind: 'name',
    aliases: {
      en: ['university', 'institution', 'school name', 'university name'],
      zh: ['学校', '院校', '院校名称', '学校名称', '毕业院校', '高校'],
    },
    example: 'Example University',
    help: {
      en: 'School that the cohort graduates from: name, code or known alias.',
      zh: '毕业生所在学校：名称、代码或已知别名。',
    },
  },
  {
    field: 'college',
    required: false,
    kind: 'name',
    aliases: {
      en: ['faculty', 'school of', 'college name', 'faculty name'],
      zh: ['学院', '院系', '所在学院', '学院名称', '二级学院'],
    },
    example: 'College of Engineering',
    help: { en: 'College or faculty within the school.', zh: '学校下属的学院或院系。' },
  },
  {
    field: 'major',
    required: true,
    kind: 'name',
    aliases: {
      en: ['programme', 'program', 'field of study', 'specialty', 'speciality', 'major name'],
      zh: ['专业', '专业名称', '所学专业', '毕业专业'],
    },
    example: 'Computer Science',
    help: {
      en: 'Major of the cohort. Rows of totals (total, 合计, 小计) are skipped.',
      zh: '毕业生专业。合计、小计行会跳过。',
    },
  },
  {
    field: 'degree',
    required: false,
    kind: 'degree',
    aliases: {
      en: ['education', 'degree level', 'education level', 'qualification'],
      zh: ['学历', '学位', '学历层次', '培养层次', '层次'],
    },
    example: 'bachelor',
    help: {
      en: 'secondary, associate, bachelor, master, doctor or other.',
      zh: '中职、专科、本科、硕士、博士或其他。',
    },
  },
  {
    field: 'graduation_year',
    required: true,
    kind: 'year',
    aliases: {
      en: ['class of', 'year of graduation', 'grad year', 'cohort', 'year'],
      zh: ['毕业年份', '毕业年度', '届别', '届', '毕业届别', '年份', '年度', '毕业时间'],
    },
    example: '2024',
    help: { en: 'Year of graduation.', zh: '毕业年份，如 2024 或 2024届。' },
  },
  {
    field: 'counted_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['count date', 'counted', 'as of', 'as of date', 'reference date', 'date of count'],
      zh: [
        '统计日期',
        '统计时间',
        '统计时点',
        '截止日期',
        '截至日期',
        '统计截止日期',
        '数据截止日期',
      ],
    },
    example: '2024-08-31',
    help: {
      en: 'Day of the count, such as 31 August or 31 December; the latest one of a year is used.',
      zh: '统计日期，如 8 月 31 日或 12 月 31 日；同一届以最近一次为准。',
    },
  },
  {
    field: 'graduates',
    required: true,
    kind: 'count',
    aliases: {
      en: ['number of graduates', 'graduate count', 'total graduates', 'graduates total'],
      zh: ['毕业生人数', '毕业生数', '毕业人数', '毕业生总数', '毕业生总人数', '毕业生'],
    },
    example: '120',
    help: {
      en: 'Everybody who graduates, whatever came after.',
      zh: '毕业生总人数，不论去向。',
    },
  },
  ...DESTINATION_COLUMNS,
  {
    field: 'signed_here',
    required: false,
    kind: 'count',
    aliases: {
      en: ['signed with this company', 'signed here', 'signed with this employer'],
      zh: [
        '与本企业签约人数',
        '本企业签约人数',
        '签约本企业人数',
        '与该企业签约人数',
        '本单位签约人数',
        '本企业签约',
      ],
    },
    example: '12',
    help: {
      en: 'Of the graduates, those who signed with this company, as the school counts them; whatever destination they are under.',
      zh: '毕业生中与本企业签约的人数（学校统计），不论计入哪项去向。',
    },
  },
] as const satisfies readonly Column[];
