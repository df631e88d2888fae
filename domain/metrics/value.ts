import type { Bilingual } from '../language.ts';

/**
 * `ok`; `small`: n below 10, shown but marked; the other statuses carry no value: `no_data`, `no_denominator`
 * (nobody the metric could speak of), `open` (not mature yet), `not_applicable` (the fact lacks a dimension).
 */
export type Status = 'ok' | 'small' | 'no_data' | 'no_denominator' | 'open' | 'not_applicable';

/** One figure with its denominator, its 95 % interval where it has one, and why it is missing where it is. */
export interface MetricValue {
  readonly value: number | null;
  readonly n: number;
  /** What was divided by n: the numerator, a sum of ratings, or of a survival those who left by the day. */
  readonly of?: number;
  /** Of a survival: people whose time reaches the day. */
  readonly atRisk?: number;
  readonly low?: number;
  readonly high?: number;
  readonly status: Status;
  readonly reason?: ReasonId;
}

/** Below this many people a rate is marked as small. */
export const SMALL_N = 10;

/** Above this share of people without the dates or places that a figure needs, it has no value. */
export const UNDATED_LIMIT = 0.05;

/** Why a figure is missing, in a sentence a manager can act on. */
export const REASONS = {
  nobody: {
    en: 'Nobody in this selection can be counted for this figure.',
    zh: '当前筛选范围内没有可用于计算该指标的人员。',
  },
  leavers_unknown: {
    en: 'The imported file does not show who left, or holds current staff only. Import a file that includes the people who left, with their leaving dates.',
    zh: '导入的文件没有体现离职人员，或仅为在职花名册。请导入包含离职人员及离职日期的文件。',
  },
  promotions_unknown: {
    en: 'The imported file does not show promotions, or leaves out the people who left. Import a file with promotion dates that includes them.',
    zh: '导入的文件没有晋升日期，或不包含离职人员。请导入包含离职人员及晋升日期的文件。',
  },
  undated: {
    en: 'More than 5 % of these hires lack a start or leaving date. Complete the dates and import again.',
    zh: '其中超过 5% 的人员缺少入职或离职日期。请补全日期后重新导入。',
  },
  not_followed: {
    en: 'Nobody here has been followed that long yet.',
    zh: '目前尚无人员被跟踪到该时长。',
  },
  not_mature: {
    en: 'This season is still running; the figure is shown once it is complete.',
    zh: '本招聘季尚未结束，完整后才显示该指标。',
  },
  no_cohorts: {
    en: 'No graduates are known for this selection. Import what the schools graduate (cohorts).',
    zh: '当前筛选范围没有毕业生数据。请导入毕业生去向文件。',
  },
  no_plans: {
    en: 'There is no hiring plan for this selection. Import the plans.',
    zh: '当前筛选范围没有招聘计划。请导入招聘计划。',
  },
  no_shared: {
    en: 'No major, degree and year of this selection has both a plan and known graduates.',
    zh: '当前筛选范围内没有任何专业、学历和届别同时具有招聘计划和毕业生数据。',
  },
  undivided: {
    en: 'What is counted here is for any value, or was not divided by it. It counts in totals only.',
    zh: '此处的数据不限具体取值，或未按该项细分，仅计入合计。',
  },
  unplaced: {
    en: 'More than 5 % of these people have no degree, college or department on record, so it cannot be told whether they belong here. Complete their records.',
    zh: '其中超过 5% 的人员未填写学历、学院或部门，无法判断是否属于此处。请补全记录。',
  },
  destinations_unknown: {
    en: 'The counts do not say where these graduates went. Import them with every destination this figure needs, 0 where nobody chose it.',
    zh: '毕业生数据没有说明去向。请导入该指标所需的各项去向人数，没有人的填 0。',
  },
  not_reached: {
    en: 'Fewer than half have left so far, so there is no median.',
    zh: '目前离职人数不足一半，无法得出中位数。',
  },
} as const satisfies Record<string, Bilingual>;

export type ReasonId = keyof typeof REASONS;
