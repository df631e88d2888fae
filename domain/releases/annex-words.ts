import type { Language } from '../language.ts';
import type { ReleaseRules } from './rules.ts';

interface AnnexWords {
  readonly kind: string;
  readonly title: (year: number) => string;
  readonly employer: (name: string) => string;
  readonly ofClass: (year: number) => string;
  readonly recent: string;
  readonly byYear: string;
  readonly byDegree: string;
  readonly byMajor: string;
  readonly byPlace: (dimension: string, years: string) => string;
  readonly figure: string;
  readonly own: string;
  readonly others: string;
  readonly during: (name: string, years: string) => string;
  readonly people: (n: string) => string;
  readonly withheld: string;
  readonly open: string;
  readonly none: string;
  readonly notes: string;
  readonly method: string;
  readonly source: (id: number, published: string, asOf: string) => string;
  readonly frozen: string;
  readonly protection: (method: number) => string;
  readonly payIn: (currency: string) => string;
  readonly definition: (name: string, text: string) => string;
  readonly why: {
    readonly banded: string;
    readonly withheld: (rules: ReleaseRules) => string;
    readonly othersWithheld: string;
    readonly othersNever: string;
    readonly open: string;
    readonly nobody: string;
    readonly noData: string;
    readonly repeated: (day: string) => string;
  };
  /** What stands before, between and after the number of a page and that of all pages. */
  readonly page: readonly [string, string, string];
}

/** Everything that an annex says besides figures, names and definitions. */
export const ANNEX_WORDS: Readonly<Record<Language, AnnexWords>> = {
  en: {
    kind: 'Annex to the annual report on the quality of graduate employment',
    title: (year) => `Employment of our graduates with this employer, class of ${year}`,
    employer: (name) => `Employer: ${name}`,
    ofClass: (year) => `Class of ${year}`,
    recent: 'The last three complete classes together',
    byYear: 'Class by class',
    byDegree: 'By degree, all classes together',
    byMajor: 'By major, all classes together',
    byPlace: (dimension, years) => `Hires by ${dimension.toLowerCase()}, classes of ${years}`,
    figure: 'Figure',
    own: 'Our graduates',
    others: 'All other schools together',
    during: (name, years) => `${name}, ${years}`,
    people: (n) => `n = ${n}`,
    withheld: 'withheld',
    open: 'not complete yet',
    none: '–',
    notes: 'Notes',
    method: 'Source and method',
    source: (id, published, asOf) =>
      `Source: the employer’s release no. ${id}, published on ${published}, with data up to ${asOf}.`,
    frozen:
      'A release is frozen: the same release always gives the same annex. Other schools are counted together and without names.',
    protection: (method) =>
      `Figures are protected by method ${method} of the employer, with these thresholds:`,
    payIn: (currency) => `Pay is that of the first year at full time, yearly, in ${currency}.`,
    definition: (name, text) => `${name}: ${text}`,
    why: {
      banded:
        'A range, from its low end on and without its high end, that holds the rate: an exact rate would give single people away. The more people (n) a rate is of, the narrower the range.',
      withheld: ({ least, leastOfQuartiles }) =>
        `Withheld: of fewer than ${least} people (quartiles of pay: ${leastOfQuartiles}), or together with other figures published now or before it would give a few people away. Which of these holds is not told.`,
      othersWithheld:
        'Withheld: there is no own figure to compare it with, or it would be of too few other schools or people, or of one or two schools mostly, or would give a few people away.',
      othersNever: 'Not told of other schools: counts at all, and pay of several degrees together.',
      open: 'The class is not complete yet for this figure.',
      nobody: 'There is nobody whom this figure could speak of.',
      noData: 'The records do not hold what this figure needs.',
      repeated: (day) =>
        `Hardly anybody has changed since the data of ${day}: the value of that day stands.`,
    },
    page: ['Page ', ' of ', ''],
  },
  zh: {
    kind: '毕业生就业质量年度报告附件',
    title: (year) => `${year} 届毕业生在本用人单位的就业情况`,
    employer: (name) => `用人单位：${name}`,
    ofClass: (year) => `${year} 届`,
    recent: '最近三个完整届别合计',
    byYear: '各届情况',
    byDegree: '按学历（全部届别合计）',
    byMajor: '按专业（全部届别合计）',
    byPlace: (dimension, years) => `${years} 届入职人数（按${dimension}）`,
    figure: '指标',
    own: '本校毕业生',
    others: '其他学校合计',
    during: (name, years) => `${name}（${years} 届）`,
    people: (n) => `${n} 人`,
    withheld: '不予公布',
    open: '尚未完整',
    none: '–',
    notes: '注释',
    method: '来源与方法',
    source: (id, published, asOf) =>
      `来源：用人单位第 ${id} 号发布，发布日期 ${published}，数据截至 ${asOf}。`,
    frozen: '发布的数据已固定：同一发布始终得出相同的附件。其他学校合并计算，不列校名。',
    protection: (method) => `数据按用人单位的保护方法（第 ${method} 版）处理，规则如下：`,
    payIn: (currency) => `薪酬为入职首年全职年薪，币种为 ${currency}。`,
    definition: (name, text) => `${name}：${text}`,
    why: {
      banded:
        '以区间表示（含下限，不含上限），实际比例在此区间内：精确比例可能暴露个人情况。涉及人数越多，区间越窄。',
      withheld: ({ least, leastOfQuartiles }) =>
        `不予公布：人数不足 ${least} 人（薪酬四分位数不足 ${leastOfQuartiles} 人），或与本次及以往公布的其他数据结合会暴露少数人的情况。具体属于哪种情况不作说明。`,
      othersWithheld:
        '不予公布：没有可与之比较的本校数据，或其他学校的数量或人数过少，或主要由一两所学校构成，或会暴露少数人的情况。',
      othersNever: '不公布其他学校的人数，也不公布不分学历的薪酬。',
      open: '该届此项指标尚未完整。',
      nobody: '没有可计入该指标的人员。',
      noData: '记录中缺少计算该指标所需的数据。',
      repeated: (day) => `自 ${day} 的数据以来几乎没有变化，沿用当时的值。`,
    },
    page: ['第 ', ' 页，共 ', ' 页'],
  },
};
