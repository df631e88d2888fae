import type { Bilingual } from '../language.ts';
import type { CohortMeasureId } from '../measures.ts';
import type { Metric } from './metric.ts';

const NACE = {
  title: 'NACE, Standards and Protocols for First-Destination Surveys',
  url: 'https://www.naceweb.org/',
};
const MINISTRY = { title: 'Ministry of Education (CN), 高校毕业生毕业去向统计', url: null };

interface Rate {
  readonly label: Bilingual;
  readonly definition: Bilingual;
  readonly words: Bilingual;
  readonly of: CohortMeasureId;
  readonly among: CohortMeasureId;
  readonly better: Metric['better'];
  readonly source: Metric['source'];
}

/** A rate over the counts that give every number it needs. */
function rate({ of, among, definition, ...rest }: Rate) {
  return {
    ...rest,
    definition: {
      en: `${definition.en} Counts that leave a number it needs blank are left out: blank is not 0.`,
      zh: `${definition.zh}未填写所需人数的数据不计入：空白不等于 0。`,
    },
    unit: 'percent',
    formula: {
      kind: 'proportion',
      of,
      among,
      known: { of: among, amid: 'graduates', reason: 'destinations_unknown' },
    },
    sensitive: false,
  } as const satisfies Metric;
}

/** Where graduates went, whoever hired them, by the schools' latest counts. */
export const DESTINATION_METRICS = {
  knowledge_rate: rate({
    label: { en: 'Destination known', zh: '去向知晓率' },
    definition: {
      en: 'Of the graduates, the share whose destination is known.',
      zh: '毕业生中去向已知者的比例。',
    },
    words: { en: '(graduates − unknown) ÷ graduates', zh: '（毕业生 − 去向不详）÷ 毕业生' },
    of: 'knowledge_of',
    among: 'knowledge_among',
    better: 'higher',
    source: NACE,
  }),
  career_outcomes_rate: rate({
    label: { en: 'Career outcomes', zh: '职业发展率' },
    definition: {
      en: 'Of the graduates with a known destination who seek one, the share at work in any form, in public service or in further study.',
      zh: '去向已知且有意愿的毕业生中，以各种形式就业、参加基层项目或应征入伍、升学者的比例。',
    },
    words: {
      en: '(employed + self-employed + public service + further study) ÷ (graduates − unknown − not seeking)',
      zh: '（各类就业 + 自主创业 + 基层项目 + 升学）÷（毕业生 − 去向不详 − 暂不就业）',
    },
    of: 'outcomes_of',
    among: 'outcomes_among',
    better: 'higher',
    source: NACE,
  }),
  placement_rate: rate({
    label: { en: 'Placed', zh: '毕业去向落实率' },
    definition: {
      en: 'Of all graduates, the share at work in any form, in public service or in further study, abroad included.',
      zh: '全体毕业生中，以各种形式就业、参加基层项目或应征入伍、升学（含出国出境）者的比例。',
    },
    words: {
      en: '(agreement or contract + other forms + flexible + self-employed + public service + further study) ÷ graduates',
      zh: '（协议和合同就业 + 其他录用形式 + 灵活就业 + 自主创业 + 基层项目 + 升学）÷ 毕业生',
    },
    of: 'placement_of',
    among: 'placement_among',
    better: 'higher',
    source: MINISTRY,
  }),
  contract_rate: rate({
    label: { en: 'By agreement or contract', zh: '协议和合同就业率' },
    definition: {
      en: 'Of all graduates, the share employed by an agreement or a contract of employment.',
      zh: '全体毕业生中，签订就业协议或劳动合同就业者的比例。',
    },
    words: { en: 'agreement or contract ÷ graduates', zh: '协议和合同就业 ÷ 毕业生' },
    of: 'contract_of',
    among: 'contract_among',
    better: 'higher',
    source: MINISTRY,
  }),
  flexible_rate: rate({
    label: { en: 'In flexible employment', zh: '灵活就业率' },
    definition: {
      en: 'Of all graduates, the share in flexible employment.',
      zh: '全体毕业生中，灵活就业者的比例。',
    },
    words: { en: 'flexible ÷ graduates', zh: '灵活就业 ÷ 毕业生' },
    of: 'flexible_of',
    among: 'flexible_among',
    better: 'neither',
    source: MINISTRY,
  }),
  self_employment_rate: rate({
    label: { en: 'Founded a business', zh: '自主创业率' },
    definition: {
      en: 'Of all graduates, the share who founded a business of their own.',
      zh: '全体毕业生中，自主创业者的比例。',
    },
    words: { en: 'self-employed ÷ graduates', zh: '自主创业 ÷ 毕业生' },
    of: 'self_employment_of',
    among: 'self_employment_among',
    better: 'neither',
    source: MINISTRY,
  }),
  further_study_rate: rate({
    label: { en: 'In further study', zh: '升学率' },
    definition: {
      en: 'Of all graduates, the share who study on, in the country or abroad.',
      zh: '全体毕业生中，境内升学或出国（境）深造者的比例。',
    },
    words: { en: 'further study, also abroad ÷ graduates', zh: '升学（含出国出境）÷ 毕业生' },
    of: 'study_of',
    among: 'study_among',
    better: 'neither',
    source: MINISTRY,
  }),
  signed_rate: rate({
    label: { en: 'Signed with us, as schools count', zh: '与本企业签约率（学校统计）' },
    definition: {
      en: 'Of all graduates, the share who signed with this company, as their school counts them. It counts signatures, not starts of work.',
      zh: '全体毕业生中，学校统计的与本企业签约者的比例。统计的是签约，而非入职。',
    },
    words: { en: 'signed with this company ÷ graduates', zh: '与本企业签约 ÷ 毕业生' },
    of: 'signed_of',
    among: 'signed_among',
    better: 'neither',
    source: { title: 'Talentbridge', url: null },
  }),
} as const satisfies Record<string, Metric>;
