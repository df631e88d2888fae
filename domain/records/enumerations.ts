import type { Bilingual } from '../language.ts';

/** Degrees in rising order of study. */
export const DEGREES = {
  secondary: { en: 'Secondary', zh: '中职/技校' },
  associate: { en: 'Associate', zh: '专科' },
  bachelor: { en: 'Bachelor', zh: '本科' },
  master: { en: 'Master', zh: '硕士' },
  doctor: { en: 'Doctor', zh: '博士' },
  other: { en: 'Other degree', zh: '其他学历' },
} as const satisfies Record<string, Bilingual>;

export type Degree = keyof typeof DEGREES;

/** The ways by which a graduate came to the company. */
export const CHANNELS = {
  fair: { en: 'Job fair', zh: '双选会' },
  talk: { en: 'Campus talk', zh: '宣讲会' },
  campus: { en: 'Campus recruiting', zh: '校园招聘' },
  internship: { en: 'Internship', zh: '实习留用' },
  referral: { en: 'Referral', zh: '内部推荐' },
  order_class: { en: 'Order class', zh: '订单班' },
  online: { en: 'Online application', zh: '网申' },
  agency: { en: 'Agency', zh: '中介机构' },
  other: { en: 'Other channel', zh: '其他渠道' },
} as const satisfies Record<string, Bilingual>;

export type Channel = keyof typeof CHANNELS;

/** Why an employment ended. `transfer`, `retired` and `died` censor a tenure; the others are events. */
export const LEAVE_TYPES = {
  resigned: { en: 'Resigned', zh: '辞职' },
  dismissed: { en: 'Dismissed', zh: '辞退' },
  contract_end: { en: 'Contract ended', zh: '合同到期' },
  transfer: { en: 'Moved within the group', zh: '集团内调动' },
  retired: { en: 'Retired', zh: '退休' },
  died: { en: 'Died', zh: '去世' },
  unknown: { en: 'Left, type unknown', zh: '离职类型不详' },
} as const satisfies Record<string, Bilingual>;

export type LeaveType = keyof typeof LEAVE_TYPES;

/** Leave types that end the observation of a tenure without being an event of turnover. */
export const CENSORING_LEAVE_TYPES = ['transfer', 'retired', 'died'] as const satisfies LeaveType[];

/** How far a graduate of a file without any stage date is said to have come. */
export const STAGES = {
  candidate: { en: 'Candidates', zh: '应聘者' },
  interned: { en: 'Interns', zh: '实习生' },
  hired: { en: 'Hired', zh: '已入职' },
} as const satisfies Record<string, Bilingual>;

export type Stage = keyof typeof STAGES;

/** What a company and a school do together. */
export const COOPERATION_KINDS = {
  agreement: { en: 'Agreement', zh: '合作协议' },
  internship_base: { en: 'Internship base', zh: '实习基地' },
  training: { en: 'Training', zh: '人才培养' },
  course: { en: 'Course', zh: '课程共建' },
  research: { en: 'Research', zh: '科研合作' },
  visit: { en: 'Visit', zh: '走访交流' },
  event: { en: 'Event', zh: '校园活动' },
  other: { en: 'Other cooperation', zh: '其他合作' },
} as const satisfies Record<string, Bilingual>;

export type CooperationKind = keyof typeof COOPERATION_KINDS;

/** How far a cooperation is. */
export const COOPERATION_STATUSES = {
  planned: { en: 'Planned', zh: '计划中' },
  active: { en: 'Active', zh: '进行中' },
  paused: { en: 'Paused', zh: '暂停' },
  ended: { en: 'Ended', zh: '已结束' },
  cancelled: { en: 'Cancelled', zh: '已取消' },
  other: { en: 'Other status', zh: '其他状态' },
} as const satisfies Record<string, Bilingual>;

export type CooperationStatus = keyof typeof COOPERATION_STATUSES;

/** How far the results of a piece of research have come on their way into use. */
export const RESULTS_STAGES = {
  research: { en: 'Research under way', zh: '研究中' },
  results: { en: 'Results are there', zh: '已出成果' },
  pilot: { en: 'Tried out', zh: '中试/试用' },
  in_use: { en: 'In use', zh: '已转化应用' },
  not_used: { en: 'Not put to use', zh: '未转化' },
  other: { en: 'Other stage', zh: '其他阶段' },
} as const satisfies Record<string, Bilingual>;

export type ResultsStage = keyof typeof RESULTS_STAGES;
