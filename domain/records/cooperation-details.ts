import type { Column } from './columns.ts';

/** What only some kinds of cooperation have: teaching, results of research, minutes, promises and papers. */
export const COOPERATION_DETAIL_COLUMNS = [
  {
    field: 'used',
    required: false,
    kind: 'yearly',
    aliases: {
      en: ['used per year', 'use per year', 'people per year', 'interns per year', 'usage'],
      zh: [
        '历年使用人数',
        '各年使用人数',
        '年度使用人数',
        '历年实习人数',
        '各年实习人数',
        '使用情况',
      ],
    },
    example: '2024: 42 | 2025: 51',
    help: {
      en: 'How many people used it, year by year, with | between.',
      zh: '各年使用人数，用 | 分隔。',
    },
  },
  {
    field: 'courses',
    required: false,
    kind: 'count',
    aliases: {
      en: ['number of courses', 'courses built'],
      zh: ['课程门数', '课程数', '课程数量', '共建课程数'],
    },
    example: '2',
    help: { en: 'How many courses it comprises.', zh: '包含的课程门数。' },
  },
  {
    field: 'hours',
    required: false,
    kind: 'count',
    aliases: {
      en: ['teaching hours', 'course hours', 'class hours', 'training hours'],
      zh: ['学时', '课时', '课时数', '学时数', '培训学时'],
    },
    example: '64',
    help: { en: 'Teaching or training hours.', zh: '教学或培训学时。' },
  },
  {
    field: 'mentors',
    required: false,
    kind: 'count',
    aliases: {
      en: ['number of mentors', 'company mentors', 'industry mentors'],
      zh: ['导师人数', '企业导师', '企业导师人数', '导师数'],
    },
    example: '6',
    help: { en: 'How many mentors the company gives.', zh: '企业派出的导师人数。' },
  },
  {
    field: 'results_stage',
    required: false,
    kind: 'results_stage',
    aliases: {
      en: ['stage of results', 'transfer stage', 'research stage', 'stage of transfer'],
      zh: ['成果阶段', '转化阶段', '成果转化阶段', '转化情况', '成果转化情况', '应用情况'],
    },
    example: 'pilot',
    help: {
      en: 'How far results have come: research, results, pilot, in_use, not_used or other.',
      zh: '成果进展：研究中、已出成果、中试、已转化应用、未转化或其他。',
    },
  },
  {
    field: 'minutes',
    required: false,
    kind: 'note',
    aliases: {
      en: ['meeting minutes', 'minutes of the meeting', 'what was said'],
      zh: ['纪要', '会议纪要', '交流纪要', '走访纪要', '座谈纪要'],
    },
    example: '',
    help: {
      en: 'What was talked about, free text; no names of people.',
      zh: '会谈内容，自由填写，不填个人姓名。',
    },
  },
  {
    field: 'promises',
    required: false,
    kind: 'promises',
    aliases: {
      en: ['promised', 'action items', 'to do', 'commitments', 'follow-ups'],
      zh: ['承诺', '承诺事项', '待办', '待办事项', '跟进事项', '后续事项'],
    },
    example: '2026-12-01 [Campus recruiting] Send the list of places',
    help: {
      en: 'Each with its due date, [office or role] and text, with | between; ✓ at the end where it is kept.',
      zh: '逐项填写到期日、[部门或职务]和内容，用 | 分隔；已完成的在末尾加 ✓。',
    },
  },
  {
    field: 'links',
    required: false,
    kind: 'links',
    aliases: {
      en: ['link', 'url', 'documents', 'attachments', 'files'],
      zh: ['链接', '网址', '附件', '附件链接', '文件链接', '资料链接'],
    },
    example: 'Signed agreement <https://intranet.example/agreement.pdf>',
    help: {
      en: 'Web addresses of papers, each with a title before it if you like, with | between.',
      zh: '相关资料的网址，可在前面写标题，用 | 分隔。',
    },
  },
] as const satisfies readonly Column[];
