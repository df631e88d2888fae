import type { Bilingual } from '../language.ts';
import { RELEASE_RULES, type ReleaseRules } from './rules.ts';

/** The thresholds that a deployment may set, each only to be stricter than usual. */
export const THRESHOLD_IDS = [
  'least',
  'leastOfQuartiles',
  'payStep',
  'leastShown',
  'partnerSchools',
  'partnerPeople',
  'mostOfOne',
  'mostOfTwo',
  'fewChanged',
  'daysBetween',
] as const;

export type ThresholdId = (typeof THRESHOLD_IDS)[number];

/** What a deployment has set; what it has not is as usual. */
export type Thresholds = Readonly<Partial<Record<ThresholdId, number>>>;

interface Threshold {
  /** What it is called, in one line. */
  readonly label: Bilingual;
  /** The strictest value that makes sense. */
  readonly strictest: number;
  readonly of: (rules: ReleaseRules) => number;
  readonly into: (rules: ReleaseRules, value: number) => ReleaseRules;
}

const percent = (share: number): number => Math.round(share * 100);

/** Each threshold as a whole number: people, schools, days, units of the currency, or per cent. */
export const THRESHOLDS: Readonly<Record<ThresholdId, Threshold>> = {
  least: {
    label: {
      en: 'Least people of a rate and of a median of pay',
      zh: '比例与年薪中位数至少涉及的人数',
    },
    strictest: 100,
    of: ({ least }) => least,
    into: (rules, least) => ({ ...rules, least }),
  },
  leastOfQuartiles: {
    label: { en: 'Least people of quartiles of pay', zh: '年薪四分位数至少涉及的人数' },
    strictest: 200,
    of: ({ leastOfQuartiles }) => leastOfQuartiles,
    into: (rules, leastOfQuartiles) => ({ ...rules, leastOfQuartiles }),
  },
  payStep: {
    label: { en: 'Pay is rounded to, in the currency', zh: '薪酬取整单位（货币单位）' },
    strictest: 100_000,
    of: ({ payStep }) => payStep,
    into: (rules, payStep) => ({ ...rules, payStep }),
  },
  leastShown: {
    label: {
      en: 'Least hires of a department, place or channel shown by itself',
      zh: '单独列出的部门、地点或渠道至少的入职人数',
    },
    strictest: 50,
    of: ({ leastShown }) => leastShown,
    into: (rules, leastShown) => ({ ...rules, leastShown }),
  },
  partnerSchools: {
    label: { en: 'Least other schools in a comparison', zh: '比较中至少涉及的其他学校数' },
    strictest: 20,
    of: ({ partners }) => partners.schools,
    into: (rules, schools) => ({ ...rules, partners: { ...rules.partners, schools } }),
  },
  partnerPeople: {
    label: { en: 'Least people of other schools in a comparison', zh: '比较中其他学校至少的人数' },
    strictest: 200,
    of: ({ partners }) => partners.people,
    into: (rules, people) => ({ ...rules, partners: { ...rules.partners, people } }),
  },
  mostOfOne: {
    label: {
      en: 'Most of one school among those compared, in per cent',
      zh: '比较中单所学校占比上限（%）',
    },
    strictest: 25,
    of: ({ partners }) => percent(partners.mostOfOne),
    into: (rules, value) => ({
      ...rules,
      partners: { ...rules.partners, mostOfOne: value / 100 },
    }),
  },
  mostOfTwo: {
    label: {
      en: 'Most of two schools among those compared, in per cent',
      zh: '比较中任两所学校合计占比上限（%）',
    },
    strictest: 40,
    of: ({ partners }) => percent(partners.mostOfTwo),
    into: (rules, value) => ({
      ...rules,
      partners: { ...rules.partners, mostOfTwo: value / 100 },
    }),
  },
  fewChanged: {
    label: {
      en: 'So many changed people at most leave a figure as it was',
      zh: '变化人数不超过此数时沿用上次数据',
    },
    strictest: 50,
    of: ({ fewChanged }) => fewChanged,
    into: (rules, fewChanged) => ({ ...rules, fewChanged }),
  },
  daysBetween: {
    label: { en: 'Days between two releases', zh: '两次发布之间的天数' },
    strictest: 730,
    of: ({ daysBetween }) => daysBetween,
    into: (rules, daysBetween) => ({ ...rules, daysBetween }),
  },
};

/** The usual value of a threshold, which is the least strict one that may be set. */
export function usualThreshold(id: ThresholdId): number {
  return THRESHOLDS[id].of(RELEASE_RULES);
}

/** The rules with what was set put in. */
export function withThresholds(rules: ReleaseRules, set: Thresholds): ReleaseRules {
  return THRESHOLD_IDS.reduce((changed, id) => {
    const value = set[id];
    return value === undefined ? changed : THRESHOLDS[id].into(changed, value);
  }, rules);
}

/** Why some thresholds cannot be set, with the way out; null where they can. */
export function thresholdProblem(set: Thresholds): Bilingual | null {
  for (const id of THRESHOLD_IDS) {
    const value = set[id];
    if (value === undefined) continue;
    const { label, strictest } = THRESHOLDS[id];
    const usual = usualThreshold(id);
    const [low, high] = [Math.min(usual, strictest), Math.max(usual, strictest)];
    if (Number.isInteger(value) && value >= low && value <= high) continue;
    return {
      en: `${label.en}: ${value} is not possible. Use a whole number from ${low} to ${high}; what is less strict than ${usual} could give people away.`,
      zh: `${label.zh}：不能设为 ${value}。请填写 ${low} 至 ${high} 的整数；比 ${usual} 宽松可能暴露个人情况。`,
    };
  }
  const { least, leastOfQuartiles } = withThresholds(RELEASE_RULES, set);
  if (leastOfQuartiles >= least) return null;
  return {
    en: `Quartiles of pay cannot be of fewer people (${leastOfQuartiles}) than a median (${least}). Raise both.`,
    zh: `年薪四分位数的人数下限（${leastOfQuartiles}）不能低于中位数的人数下限（${least}）。请一并提高。`,
  };
}
