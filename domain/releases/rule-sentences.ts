import type { Bilingual } from '../language.ts';
import type { BandStep, ReleaseRules } from './rules.ts';

const share = (part: number): string => `${Math.round(part * 100)} %`;

/** The bands in use where rates are of so many people at least. */
function bandsFrom(least: number, bands: readonly BandStep[]): BandStep[] {
  const begun = bands.filter(({ from }) => from <= least).length;
  return bands
    .slice(Math.max(0, begun - 1))
    .map(({ from, points }) => ({ from: Math.max(from, least), points }));
}

/** How figures of a release are protected, in sentences for the people who read it. */
export const RULE_SENTENCES: readonly ((rules: ReleaseRules) => Bilingual)[] = [
  ({ least, bands }) => ({
    en: `Rates are of at least ${least} people and given as bands, from the low end on, without the high end: ${bandsFrom(
      least,
      bands,
    )
      .map(({ from, points }) => `from ${from} people ${points} points`)
      .join(', ')}.`,
    zh: `比例至少涉及 ${least} 人，并以区间表示（含下限，不含上限）：${bandsFrom(least, bands)
      .map(({ from, points }) => `${from} 人起 ${points} 个百分点`)
      .join('，')}。`,
  }),
  ({ least, leastOfQuartiles, payStep }) => ({
    en: `Median pay is of at least ${least} people, quartiles of at least ${leastOfQuartiles}, rounded to ${payStep}.`,
    zh: `年薪中位数至少涉及 ${least} 人，四分位数至少 ${leastOfQuartiles} 人，均取整到 ${payStep}。`,
  }),
  ({ partners: { schools, people, mostOfOne, mostOfTwo } }) => ({
    en: `Other schools are compared where at least ${schools} of them have ${people} people together, no one more than ${share(mostOfOne)} of them and no two more than ${share(mostOfTwo)}; pay within one degree only.`,
    zh: `与其他学校的比较须至少涉及 ${schools} 所学校、共 ${people} 人，单所不超过 ${share(mostOfOne)}，任两所不超过 ${share(mostOfTwo)}；薪酬仅在同一学历内比较。`,
  }),
  ({ leastShown }) => ({
    en: `Fewer than ${leastShown} hires of a department, place or channel are counted under Other.`,
    zh: `部门、地点或渠道中不足 ${leastShown} 人的，计入“其他”。`,
  }),
  ({ smallGroup, possible }) => ({
    en: `Figures are withheld where all published ones together would leave fewer than ${possible} possibilities of a group of up to ${smallGroup} people.`,
    zh: `若全部已发布数据结合起来，会使不超过 ${smallGroup} 人的群体只剩不足 ${possible} 种可能，则不予公布。`,
  }),
  ({ fewChanged }) => ({
    en: `A figure of which at most ${fewChanged} people changed since it was published repeats its value and its day.`,
    zh: `自上次公布以来变化不超过 ${fewChanged} 人的数据，沿用原值及其日期。`,
  }),
];
