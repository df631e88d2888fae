import type { Metric } from './metric.ts';

const OWN = { title: 'Talentbridge', url: null };

/** What schools graduate, what the company plans, and how hires meet both. */
export const DEMAND_METRICS = {
  campus_hires: {
    label: { en: 'Campus hires', zh: '校园招聘入职' },
    definition: {
      en: 'Hires who started within 24 months of graduating (30 June of the graduation year), before or after it.',
      zh: '入职日期距毕业（毕业年度 6 月 30 日）不超过 24 个月的入职者，毕业前后均可。',
    },
    unit: 'people',
    better: 'neither',
    formula: { kind: 'count', of: 'campus_hires' },
    words: { en: 'hires started within 24 months of graduation', zh: '毕业前后 24 个月内入职人数' },
    source: OWN,
    sensitive: false,
  },
  graduates: {
    label: { en: 'Graduates', zh: '毕业生人数' },
    definition: {
      en: 'What the schools graduate, by the latest count of each school, major, college, degree and year. Unknown, not 0, where no count was imported.',
      zh: '学校毕业生人数，按各校、专业、学院、学历和届别的最近一次统计。未导入的为未知，而非 0。',
    },
    unit: 'people',
    better: 'neither',
    formula: { kind: 'count', of: 'graduates' },
    words: { en: 'sum of graduates', zh: '毕业生人数之和' },
    source: OWN,
    sensitive: false,
  },
  planned: {
    label: { en: 'Planned', zh: '计划招聘人数' },
    definition: {
      en: 'Places in the hiring plans. A plan for any major counts in totals and in no single major. Plans have no school.',
      zh: '招聘计划的人数。不限专业的计划只计入合计，不计入任何单一专业。计划不区分学校。',
    },
    unit: 'people',
    better: 'neither',
    formula: { kind: 'count', of: 'planned' },
    words: { en: 'sum of planned places', zh: '计划人数之和' },
    source: OWN,
    sensitive: false,
  },
  yield: {
    label: { en: 'Yield of graduates', zh: '本企业吸纳率' },
    definition: {
      en: 'Campus hires per graduate of the same school, major, degree and year. Only where graduates are known, and only years that have ended; nobody hired counts as 0.',
      zh: '同一学校、专业、学历和届别中，校园招聘入职人数占毕业生人数的比例。仅统计毕业生人数已知且毕业年度已结束的部分；无人入职计为 0。',
    },
    unit: 'percent',
    better: 'higher',
    formula: { kind: 'quotient', join: 'hires_of_graduates', subset: true },
    words: { en: 'campus hires ÷ graduates', zh: '校园招聘入职 ÷ 毕业生' },
    source: OWN,
    sensitive: false,
  },
  fill_rate: {
    label: { en: 'Plan filled', zh: '计划完成率' },
    definition: {
      en: 'Campus hires per planned place of the same major, degree and year. A plan for a degree or above is met by every degree from it on. A plan for any major is met by hires of every major, in totals only. Only years that have ended; hires without a plan are left out.',
      zh: '同一专业、学历和届别中，校园招聘入职人数与计划人数之比。要求“某学历及以上”的计划由该学历及更高学历者完成。不限专业的计划由各专业入职者完成，仅计入合计。仅统计已结束的毕业年度；没有计划的入职不计。',
    },
    unit: 'percent',
    better: 'higher',
    formula: { kind: 'quotient', join: 'hires_of_planned', subset: false },
    words: { en: 'campus hires ÷ planned', zh: '校园招聘入职 ÷ 计划' },
    source: OWN,
    sensitive: false,
  },
  gap: {
    label: { en: 'Gap to plan', zh: '计划缺口' },
    definition: {
      en: 'Planned places less campus hires of the same major, degree (or above, where the plan says so) and year; below 0 where more were hired than planned. Only years that have ended; hires without a plan are left out.',
      zh: '同一专业、学历（计划注明“及以上”的含更高学历）和届别中，计划人数减去校园招聘入职人数；超额入职时为负。仅统计已结束的毕业年度；没有计划的入职不计。',
    },
    unit: 'people',
    better: 'lower',
    formula: { kind: 'difference', join: 'hires_of_planned' },
    words: { en: 'planned − campus hires', zh: '计划 − 校园招聘入职' },
    source: OWN,
    sensitive: false,
  },
  supply_ratio: {
    label: { en: 'Graduates per planned place', zh: '供需比' },
    definition: {
      en: 'Graduates per planned place of the same major, degree (or above, where the plan says so) and year; only where both are known.',
      zh: '同一专业、学历（计划注明“及以上”的含更高学历）和届别中，毕业生人数与计划人数之比；仅统计两者均已知的部分。',
    },
    unit: 'ratio',
    better: 'higher',
    formula: { kind: 'quotient', join: 'graduates_per_planned', subset: false },
    words: { en: 'graduates ÷ planned', zh: '毕业生 ÷ 计划' },
    source: OWN,
    sensitive: false,
  },
} as const satisfies Record<string, Metric>;
