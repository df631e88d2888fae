import type { Metric } from './metric.ts';

const KAPLAN_MEIER = {
  title: 'Kaplan, E. L. & Meier, P. (1958). Nonparametric Estimation from Incomplete Observations',
  url: 'https://doi.org/10.1080/01621459.1958.10501452',
};

/** Retention after a number of days: one entry for each published horizon. */
function retention(day: 183 | 365 | 730 | 1095, en: string, zh: string) {
  return {
    label: { en: `Retention, ${en}`, zh: `${zh}留任率` },
    definition: {
      en: `Estimated share of hires still with the group ${day} days after their start (Kaplan–Meier). People who stay, move within the group, retire or die are counted for as long as they were followed. Leavers without a date are left out; where more than 5 % of the hires lack a date there is no figure.`,
      zh: `入职 ${day} 天后仍在集团任职的估计比例（Kaplan–Meier 法）。在职、集团内调动、退休或去世者按其被跟踪的时长计入。无离职日期的离职者不计入；若超过 5% 的人员缺少日期，则不显示该指标。`,
    },
    unit: 'percent',
    better: 'higher',
    formula: { kind: 'survival', day, followed: `tenured_${day}` },
    words: { en: `S(${day} days)`, zh: `S(${day} 天)` },
    source: KAPLAN_MEIER,
    sensitive: false,
  } as const satisfies Metric;
}

/** Who stays, for how long, and who moves up. */
export const TENURE_METRICS = {
  headcount: {
    label: { en: 'Still with us', zh: '在职人数' },
    definition: {
      en: 'People hired and not known to have left by the as-of date; a later second employment does not count. Rosters of current staff are included.',
      zh: '截至统计日期已入职且未见离职记录的人员（离职后再次入职不计），包括在职花名册。',
    },
    unit: 'people',
    better: 'neither',
    formula: { kind: 'count', of: 'headcount' },
    words: { en: 'hired − left', zh: '入职 − 离职' },
    source: { title: 'Talentbridge', url: null },
    sensitive: false,
  },
  retention_6m: retention(183, '6 months', '6 个月'),
  retention_12m: retention(365, '12 months', '12 个月'),
  retention_24m: retention(730, '24 months', '24 个月'),
  retention_36m: retention(1095, '36 months', '36 个月'),
  median_tenure: {
    label: { en: 'Median tenure', zh: '任职时长中位数' },
    definition: {
      en: 'The day by which half of the hires are estimated to have left (Kaplan–Meier). Empty while fewer than half have left.',
      zh: '估计有一半入职者离职的天数（Kaplan–Meier 法）。离职不足一半时为空。',
    },
    unit: 'days',
    better: 'higher',
    formula: { kind: 'median_survival' },
    words: { en: 'smallest day with S ≤ 50 %', zh: 'S ≤ 50 % 的最小天数' },
    source: KAPLAN_MEIER,
    sensitive: false,
  },
  first_year_turnover: {
    label: { en: 'First-year turnover', zh: '首年离职率' },
    definition: {
      en: 'Of the hires followed for at least 365 days, the share who left within 365 days of their start. Moves within the group, retirement and death do not count as leaving.',
      zh: '在被跟踪满 365 天的入职者中，入职 365 天内离职的比例。集团内调动、退休和去世不计为离职。',
    },
    unit: 'percent',
    better: 'lower',
    formula: {
      kind: 'proportion',
      of: 'turnover_left',
      among: 'turnover_followed',
      maturity: { open: 'turnover_open', days: 365 },
      tenure: true,
    },
    words: { en: 'left within 365 days ÷ followed 365 days', zh: '365 天内离职 ÷ 跟踪满 365 天' },
    source: { title: 'Talentbridge', url: null },
    sensitive: false,
  },
  leavers: {
    label: { en: 'People who left', zh: '离职人数' },
    definition: {
      en: 'Hires known to have left by the as-of date, for any reason: resignation, dismissal and the end of a contract, but also moves within the group, retirement and death. People of files that do not show who left are not counted.',
      zh: '截至统计日期已知离职的入职者，不论原因：辞职、辞退、合同到期，以及集团内调动、退休和去世。未体现离职信息的文件中的人员不计入。',
    },
    unit: 'people',
    better: 'neither',
    formula: { kind: 'count', of: 'leavers' },
    words: { en: 'hires who have left', zh: '已离职的入职者' },
    source: { title: 'Talentbridge', url: null },
    sensitive: false,
  },
  promotion_rate_24m: {
    label: { en: 'Promoted within 24 months', zh: '24 个月内晋升率' },
    definition: {
      en: 'Of the hires whose first 730 days are over, the share first promoted within them. People who left stay in the denominator. The end of probation and the first grading are no promotion.',
      zh: '在入职已满 730 天的人员中，于 730 天内首次晋升的比例。离职者保留在分母中；转正和定级不算晋升。',
    },
    unit: 'percent',
    better: 'higher',
    formula: {
      kind: 'proportion',
      of: 'promotion_promoted',
      among: 'promotion_followed',
      maturity: { open: 'promotion_open', days: 730 },
      known: { of: 'hires_promotion_known', amid: 'hires', reason: 'promotions_unknown' },
    },
    words: {
      en: 'promoted within 730 days ÷ hired 730 days ago or longer',
      zh: '730 天内晋升 ÷ 入职满 730 天',
    },
    source: { title: 'Talentbridge', url: null },
    sensitive: false,
  },
} as const satisfies Record<string, Metric>;
