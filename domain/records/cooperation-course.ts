import type { Column } from './columns.ts';
import { OPEN_END } from './none-words.ts';

/** How a cooperation goes: its time, its size and what comes next. */
export const COOPERATION_COURSE_COLUMNS = [
  {
    field: 'starts_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['start date', 'start', 'starts', 'date', 'from', 'signed on', 'begin date', 'held on'],
      zh: ['开始日期', '开始时间', '签订日期', '签约日期', '起始日期', '日期', '时间', '举办日期'],
    },
    example: '2024-09-01',
    help: { en: 'First day, or the day it took place.', zh: '开始日期，或举办日期。' },
  },
  {
    field: 'ends_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['end date', 'end', 'ends', 'to', 'until', 'expiry date', 'valid until'],
      zh: ['结束日期', '结束时间', '到期日期', '到期日', '终止日期', '有效期至', '截止日期'],
    },
    none: OPEN_END,
    example: '2027-08-31',
    help: {
      en: 'Last day, not before starts_on; empty, ongoing, 长期 or 至今 where there is no end.',
      zh: '结束日期，不早于开始日期；无期限时留空或填 长期、至今。',
    },
  },
  {
    field: 'status',
    required: false,
    kind: 'cooperation_status',
    aliases: {
      en: ['state', 'stage', 'progress'],
      zh: ['状态', '合作状态', '进展', '项目状态', '执行状态', '进度'],
    },
    example: 'active',
    help: {
      en: 'planned, active, paused, ended, cancelled or other.',
      zh: '计划中、进行中、暂停、已结束、已取消或其他。',
    },
  },
  {
    field: 'people',
    required: false,
    kind: 'count',
    aliases: {
      en: ['participants', 'number of people', 'attendees', 'people trained', 'headcount'],
      zh: ['人数', '参与人数', '参加人数', '培养人数', '覆盖人数', '受益人数'],
    },
    example: '40',
    help: { en: 'How many people took part.', zh: '参与人数。' },
  },
  {
    field: 'seats',
    required: false,
    kind: 'count',
    aliases: {
      en: ['places', 'capacity', 'internship places', 'number of seats'],
      zh: ['名额', '岗位数', '实习岗位数', '席位', '接收能力', '容量', '可接收人数'],
    },
    example: '50',
    help: { en: 'Places that it offers.', zh: '提供的名额或岗位数。' },
  },
  {
    field: 'amount',
    required: false,
    kind: 'amount',
    aliases: {
      en: ['budget', 'funding', 'sum', 'contract amount', 'value', 'funds'],
      zh: ['金额', '经费', '合作金额', '投入金额', '项目经费', '合同金额', '资助金额', '投入经费'],
    },
    example: '120,000',
    help: {
      en: 'Money put in, in the currency of the deployment: 120,000, or 12万.',
      zh: '投入金额，如 120,000 或 12万。',
    },
  },
  {
    field: 'outcome',
    required: false,
    kind: 'note',
    aliases: {
      en: ['result', 'results', 'outcomes', 'remarks', 'notes'],
      zh: ['成果', '成效', '合作成果', '备注', '主要成果', '取得成果'],
    },
    example: '',
    help: { en: 'What came of it, free text.', zh: '合作成果，自由填写。' },
  },
  {
    field: 'next_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['next date', 'next step on', 'next meeting', 'follow up on', 'due date'],
      zh: ['下次日期', '下次时间', '下一步日期', '下次联系日期', '跟进日期', '下次跟进日期'],
    },
    example: '',
    help: { en: 'When the next step is due.', zh: '下一步的日期。' },
  },
  {
    field: 'contact_role',
    required: false,
    kind: 'text',
    aliases: {
      en: ['contact', 'role of the contact', 'responsible', 'owner'],
      zh: ['对接人职务', '对接岗位', '联系人职务', '负责岗位', '对接部门', '对接人'],
    },
    example: 'Career office',
    help: {
      en: 'Office or role that answers for it; no names of people.',
      zh: '对接的部门或职务，不填个人姓名。',
    },
  },
  {
    field: 'shared',
    required: false,
    kind: 'yes_no',
    aliases: {
      en: ['share', 'shared with school', 'visible to school', 'public'],
      zh: ['是否共享', '共享', '对学校可见', '是否公开', '公开', '向学校公开'],
    },
    example: 'no',
    help: {
      en: 'Whether the school may see it; no where it is empty.',
      zh: '学校是否可见；留空为否。',
    },
  },
] as const satisfies readonly Column[];
