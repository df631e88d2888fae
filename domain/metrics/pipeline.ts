import type { Metric } from './metric.ts';

const ENUMERATION = { title: 'Talentbridge', url: null };
const NACE = {
  title:
    'NACE, Internship & Co-op Report; Recruiting Benchmarks: definitions of offer, acceptance and conversion rates',
  url: 'https://www.naceweb.org/',
};
const CAMPUS_PRACTICE = { title: 'Practice of campus hiring in China (违约率, 报到率)', url: null };

/** From first contact to the first working day. */
export const PIPELINE_METRICS = {
  candidates: {
    label: { en: 'Candidates', zh: '候选人数' },
    definition: {
      en: 'People in the records who came near the company by the as-of date: interned, were offered a job, applied or were hired. Rosters of current staff are left out.',
      zh: '截至统计日期与公司有过接触的人员：实习、获得录用通知、应聘或入职。在职花名册不计入。',
    },
    unit: 'people',
    better: 'neither',
    formula: { kind: 'count', of: 'candidates' },
    words: { en: 'number of candidates', zh: '候选人数' },
    source: ENUMERATION,
    sensitive: false,
  },
  interns: {
    label: { en: 'Interns', zh: '实习人数' },
    definition: {
      en: 'Candidates whose internship at the company began by the as-of date.',
      zh: '截至统计日期已在公司开始实习的候选人。',
    },
    unit: 'people',
    better: 'neither',
    formula: { kind: 'count', of: 'interns' },
    words: { en: 'number of interns', zh: '实习人数' },
    source: ENUMERATION,
    sensitive: false,
  },
  offers: {
    label: { en: 'Offers', zh: '录用通知数' },
    definition: {
      en: 'Candidates with a dated job offer.',
      zh: '有录用通知日期的候选人。',
    },
    unit: 'people',
    better: 'neither',
    formula: { kind: 'count', of: 'offers' },
    words: { en: 'number of offers', zh: '录用通知数' },
    source: ENUMERATION,
    sensitive: false,
  },
  acceptances: {
    label: { en: 'Acceptances', zh: '接受人数' },
    definition: {
      en: 'Candidates with a dated acceptance. Being hired alone is no acceptance.',
      zh: '有接受日期的候选人。仅有入职记录不视为接受。',
    },
    unit: 'people',
    better: 'neither',
    formula: { kind: 'count', of: 'acceptances' },
    words: { en: 'number of acceptances', zh: '接受人数' },
    source: ENUMERATION,
    sensitive: false,
  },
  hires: {
    label: { en: 'Hires', zh: '入职人数' },
    definition: {
      en: 'Candidates who had started work by the as-of date, each person once. Rosters of current staff are left out.',
      zh: '截至统计日期已入职的候选人，每人计一次。在职花名册不计入。',
    },
    unit: 'people',
    better: 'neither',
    formula: { kind: 'count', of: 'hires' },
    words: { en: 'number of hires', zh: '入职人数' },
    source: ENUMERATION,
    sensitive: false,
  },
  acceptance_rate: {
    label: { en: 'Offer acceptance', zh: '录用接受率' },
    definition: {
      en: 'Of the candidates who decided on their offer, the share who accepted. Only dated acceptances and refusals count.',
      zh: '在已对录用通知作出决定的候选人中，接受者的比例。仅统计有日期的接受与拒绝。',
    },
    unit: 'percent',
    better: 'higher',
    formula: { kind: 'proportion', of: 'decided_accepted', among: 'decided' },
    words: { en: 'accepted ÷ (accepted + declined)', zh: '接受 ÷（接受 + 拒绝）' },
    source: NACE,
    sensitive: false,
  },
  renege_rate: {
    label: { en: 'Reneged', zh: '违约率' },
    definition: {
      en: 'Of those who accepted, the share who declined afterwards or had not started by 31 December of their graduation year. Only graduation years that have ended.',
      zh: '接受录用后又拒绝，或至毕业当年 12 月 31 日仍未入职者占接受人数的比例。仅统计已结束的毕业年度。',
    },
    unit: 'percent',
    better: 'lower',
    formula: {
      kind: 'proportion',
      of: 'accepted_reneged',
      among: 'accepted_mature',
      maturity: { open: 'accepted_open', days: 0 },
    },
    words: { en: 'reneged ÷ accepted', zh: '违约 ÷ 接受' },
    source: CAMPUS_PRACTICE,
    sensitive: false,
  },
  show_up_rate: {
    label: { en: 'Show-up', zh: '报到率' },
    definition: {
      en: 'Of those who accepted, the share who started work. Only graduation years that have ended.',
      zh: '接受录用者中实际入职的比例。仅统计已结束的毕业年度。',
    },
    unit: 'percent',
    better: 'higher',
    formula: {
      kind: 'proportion',
      of: 'accepted_started',
      among: 'accepted_mature',
      maturity: { open: 'accepted_open', days: 0 },
    },
    words: { en: 'started ÷ accepted', zh: '入职 ÷ 接受' },
    source: CAMPUS_PRACTICE,
    sensitive: false,
  },
  intern_offer_rate: {
    label: { en: 'Interns offered a job', zh: '实习生录用通知率' },
    definition: {
      en: 'Of the eligible interns, the share who got an offer. Eligible: the internship began before any offer and has ended, and the intern has graduated by the as-of date (30 June of the graduation year).',
      zh: '符合条件的实习生中获得录用通知的比例。条件：实习早于录用通知、实习已结束，且截至统计日期已毕业（毕业年度 6 月 30 日）。',
    },
    unit: 'percent',
    better: 'higher',
    formula: { kind: 'proportion', of: 'interns_offered', among: 'interns_offer_known' },
    words: {
      en: 'interns offered ÷ eligible interns',
      zh: '获录用通知的实习生 ÷ 符合条件的实习生',
    },
    source: NACE,
    sensitive: false,
  },
  intern_conversion: {
    label: { en: 'Intern conversion', zh: '实习转化率' },
    definition: {
      en: 'Of the eligible interns, the share who were offered a job and accepted it. Eligible: the internship began before any offer and has ended, and the intern has graduated by the as-of date (30 June of the graduation year).',
      zh: '符合条件的实习生中获得并接受录用的比例。条件：实习早于录用通知、实习已结束，且截至统计日期已毕业（毕业年度 6 月 30 日）。',
    },
    unit: 'percent',
    better: 'higher',
    formula: { kind: 'proportion', of: 'interns_accepted', among: 'interns_accept_known' },
    words: {
      en: 'interns who accepted ÷ eligible interns',
      zh: '接受录用的实习生 ÷ 符合条件的实习生',
    },
    source: NACE,
    sensitive: false,
  },
  intern_share: {
    label: { en: 'Former interns among hires', zh: '入职者中实习生占比' },
    definition: {
      en: 'Of the hires of whom it is known, the share who had been interns at the company.',
      zh: '在实习经历已知的入职者中，曾在公司实习者的比例。',
    },
    unit: 'percent',
    better: 'neither',
    formula: { kind: 'proportion', of: 'hires_interned', among: 'hires_intern_known' },
    words: { en: 'hires with an internship ÷ hires', zh: '有实习经历的入职者 ÷ 入职者' },
    source: ENUMERATION,
    sensitive: false,
  },
  school_share: {
    label: { en: 'Share of all hires', zh: '占全部入职比例' },
    definition: {
      en: 'The school’s hires as a share of all hires under the same other filters.',
      zh: '在其他筛选条件相同的情况下，该校入职人数占全部入职人数的比例。',
    },
    unit: 'percent',
    better: 'neither',
    formula: { kind: 'share', of: 'hires', over: 'school' },
    words: { en: 'hires of the school ÷ all hires', zh: '该校入职人数 ÷ 全部入职人数' },
    source: ENUMERATION,
    sensitive: false,
  },
  top_school_share: {
    label: { en: 'Share of the largest school', zh: '最大来源学校占比' },
    definition: {
      en: 'The hires of the school that sends most, as a share of all hires: what stops if that school stops.',
      zh: '输送人数最多的学校占全部入职人数的比例，即若该校中断将失去的份额。',
    },
    unit: 'percent',
    better: 'lower',
    formula: { kind: 'largest_share', of: 'hires', over: 'school' },
    words: {
      en: 'hires of the largest school ÷ all hires',
      zh: '最大来源学校入职人数 ÷ 全部入职人数',
    },
    source: ENUMERATION,
    sensitive: false,
  },
} as const satisfies Record<string, Metric>;
