import type { Metric } from './metric.ts';

const HYNDMAN_FAN = {
  title: 'Hyndman, R. J. & Fan, Y. (1996). Sample Quantiles in Statistical Packages (type 7)',
  url: 'https://doi.org/10.1080/00031305.1996.10473566',
};
const MYCOS = { title: 'MyCOS 工作与专业相关度', url: null };

/** One quantile of first-year pay. */
function salary(p: number, en: string, zh: string) {
  return {
    label: { en, zh },
    definition: {
      en: `${p * 100} % quantile of first-year full-time pay a year. Monthly pay counts × 12 unless the number of months paid is given. Compare schools within one degree only.`,
      zh: `首年全职年薪的 ${p * 100} % 分位数。月薪按 12 个月折算，除非另有发薪月数。学校之间仅可在同一学历内比较。`,
    },
    unit: 'money',
    better: 'higher',
    formula: { kind: 'quantile', value: 'salary', p },
    words: { en: `${p * 100} % quantile, type 7`, zh: `${p * 100} % 分位数（类型 7）` },
    source: HYNDMAN_FAN,
    sensitive: true,
  } as const satisfies Metric;
}

/** What the work is like: pay, match, performance, place. */
export const QUALITY_METRICS = {
  salary_p25: salary(0.25, 'Pay, lower quartile', '年薪下四分位数'),
  salary_median: salary(0.5, 'Median pay', '年薪中位数'),
  salary_p75: salary(0.75, 'Pay, upper quartile', '年薪上四分位数'),
  major_match_rate: {
    label: { en: 'Job matches major', zh: '专业对口率' },
    definition: {
      en: 'Of the hires with an answer, the share whose job matches their major.',
      zh: '在已作答的入职者中，工作与专业对口的比例。',
    },
    unit: 'percent',
    better: 'higher',
    formula: { kind: 'proportion', of: 'matched', among: 'matched_answered' },
    words: { en: 'matched ÷ answered', zh: '对口 ÷ 已作答' },
    source: MYCOS,
    sensitive: false,
  },
  performance_mean: {
    label: { en: 'Mean rating', zh: '平均绩效' },
    definition: {
      en: 'Mean of the performance ratings (1 to 5) of the hires who have one.',
      zh: '有绩效评分（1–5）的入职者的平均评分。',
    },
    unit: 'rating',
    better: 'higher',
    formula: { kind: 'mean', sum: 'rating_sum', count: 'rated', divisor: 100 },
    words: { en: 'sum of ratings ÷ rated', zh: '评分总和 ÷ 有评分人数' },
    source: { title: 'Talentbridge', url: null },
    sensitive: true,
  },
  top_rated_share: {
    label: { en: 'Rated 4 or 5', zh: '绩效 4–5 占比' },
    definition: {
      en: 'Of the hires with a performance rating, the share rated 4 or 5.',
      zh: '在有绩效评分的入职者中，评分为 4 或 5 的比例。',
    },
    unit: 'percent',
    better: 'higher',
    formula: { kind: 'proportion', of: 'top_rated', among: 'rated' },
    words: { en: 'rated 4–5 ÷ rated', zh: '评分 4–5 ÷ 有评分人数' },
    source: { title: 'Talentbridge', url: null },
    sensitive: true,
  },
  local_rate: {
    label: { en: 'Work near their school', zh: '本地就业率' },
    definition: {
      en: 'Of the hires of whom both places are known, the share working in the province of their school where provinces are given, else in its city.',
      zh: '在两地均已知的入职者中，工作地与学校同省（无省份时同城）的比例。',
    },
    unit: 'percent',
    better: 'neither',
    formula: { kind: 'proportion', of: 'local', among: 'local_known' },
    words: { en: 'works where the school is ÷ both known', zh: '工作地与学校同地 ÷ 两地均已知' },
    source: { title: 'Talentbridge', url: null },
    sensitive: false,
  },
} as const satisfies Record<string, Metric>;
