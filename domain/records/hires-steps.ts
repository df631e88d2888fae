import type { Column } from './columns.ts';

/** How a graduate came, stayed and left, step by step. */
export const STEP_COLUMNS = [
  {
    field: 'channel',
    required: false,
    kind: 'channel',
    aliases: {
      en: ['source', 'recruiting channel', 'recruitment channel', 'hiring channel'],
      zh: ['招聘渠道', '渠道', '来源渠道', '招聘来源'],
    },
    example: 'campus',
    help: {
      en: 'How the graduate came: fair, talk, campus, internship, referral, order_class, online, agency or other.',
      zh: '招聘渠道：双选会、宣讲会、校招、实习留用、内推、订单班、网申、中介或其他。',
    },
  },
  {
    field: 'interned_from',
    required: false,
    kind: 'date',
    aliases: {
      en: ['internship start', 'internship start date', 'internship from'],
      zh: ['实习开始', '实习开始日期', '实习开始时间'],
    },
    example: '2023-07-03',
    help: { en: 'First day of the internship.', zh: '实习开始日期。' },
  },
  {
    field: 'interned_to',
    required: false,
    kind: 'date',
    aliases: {
      en: ['internship end', 'internship end date', 'internship to'],
      zh: ['实习结束', '实习结束日期', '实习结束时间'],
    },
    example: '2023-09-29',
    help: { en: 'Last day of the internship.', zh: '实习结束日期。' },
  },
  {
    field: 'internship_base',
    required: false,
    kind: 'name',
    aliases: { en: ['base', 'internship site'], zh: ['实习基地', '实习单位'] },
    example: 'Suzhou base',
    help: { en: 'Where the internship took place.', zh: '实习基地名称。' },
  },
  {
    field: 'offered_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['offer date', 'date of offer', 'offered'],
      zh: ['录用通知日期', '录用日期', 'offer日期', '发放offer日期'],
    },
    example: '2023-11-20',
    help: { en: 'Day the offer was sent.', zh: '发出录用通知的日期。' },
  },
  {
    field: 'accepted_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['acceptance date', 'date accepted', 'accepted', 'offer accepted date'],
      zh: ['接受日期', '签约日期', '接受录用日期'],
    },
    example: '2023-12-01',
    help: { en: 'Day the offer was accepted.', zh: '接受录用的日期。' },
  },
  {
    field: 'declined_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['decline date', 'date declined', 'declined', 'rejection date'],
      zh: ['拒绝日期', '违约日期', '拒绝录用日期'],
    },
    example: '',
    help: {
      en: 'Day the offer was declined, also after accepting it.',
      zh: '拒绝录用的日期，接受后违约亦填此处。',
    },
  },
  {
    field: 'hired_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['start date', 'onboarding date', 'date of hire', 'hire date', 'hired', 'joining date'],
      zh: ['入职日期', '入职时间', '到岗日期', '报到日期'],
    },
    example: '2024-07-01',
    help: { en: 'First day at work.', zh: '入职日期。' },
  },
  {
    field: 'left_on',
    required: false,
    kind: 'date',
    aliases: {
      en: [
        'termination date',
        'leaving date',
        'date of leaving',
        'end date',
        'last day',
        'exit date',
      ],
      zh: ['离职日期', '离职时间', '离岗日期'],
    },
    example: '',
    help: {
      en: 'Last day of the employment, not before hired_on; empty while employed.',
      zh: '离职日期，不早于入职日期；在职者留空。',
    },
  },
  {
    field: 'leave_type',
    required: false,
    kind: 'leave_type',
    aliases: {
      en: ['termination type', 'leaving type', 'exit type', 'type of leaving'],
      zh: ['离职类型', '离职类别'],
    },
    example: '',
    help: {
      en: 'resigned, dismissed, contract_end, transfer, retired, died or unknown.',
      zh: '辞职、辞退、合同到期、集团内调动、退休、去世或不详。',
    },
  },
  {
    field: 'leave_reason',
    required: false,
    kind: 'note',
    aliases: {
      en: ['termination reason', 'leaving reason', 'exit reason', 'reason for leaving'],
      zh: ['离职原因', '离职理由'],
    },
    example: '',
    help: { en: 'Free text.', zh: '离职原因，自由填写。' },
  },
] as const satisfies readonly Column[];
