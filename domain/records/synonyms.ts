import { CHANNELS, DEGREES, LEAVE_TYPES } from './enumerations.ts';
import type { Channel, Degree, LeaveType } from './enumerations.ts';
import { foldLetters } from './fold-text.ts';

/** The words that mean each code, besides the code itself and its labels. */
export type Words<Code extends string> = Readonly<Record<Code, readonly string[]>>;

const DEGREE_WORDS: Words<Degree> = {
  secondary: ['中职', '技校', '中专', '职高', '高中', '中技', 'high school', 'vocational school'],
  associate: [
    '大专',
    '大專',
    '高职',
    '专科生',
    '高职高专',
    '大学专科',
    "associate's",
    'associate degree',
    'college diploma',
    'AA',
    'AS',
  ],
  bachelor: [
    '学士',
    '學士',
    '本科生',
    '大学本科',
    '全日制本科',
    "bachelor's",
    'bachelors',
    'bachelor degree',
    "bachelor's degree",
    'undergraduate',
    'B.Sc.',
    'B.A.',
    'B.Eng.',
    'B.S.',
    'BE',
    'BBA',
    'LLB',
    'B.Tech',
  ],
  master: [
    '硕士研究生',
    '碩士',
    '硕士生',
    '全日制硕士',
    'MBA',
    "master's",
    'masters',
    'master degree',
    "master's degree",
    'M.Sc.',
    'M.A.',
    'M.Eng.',
    'M.S.',
    'LLM',
    'MPhil',
    'M.Tech',
  ],
  doctor: [
    '博士研究生',
    '博士生',
    '博士后',
    'doctorate',
    'doctoral',
    "doctor's",
    'doctoral degree',
    'Ph.D.',
    'DPhil',
    'EngD',
  ],
  other: ['其他', '其它', 'others'],
};

const CHANNEL_WORDS: Words<Channel> = {
  fair: ['校园双选会', '招聘会', '校园招聘会', '供需见面会', 'career fair', 'job fairs'],
  talk: [
    '校园宣讲会',
    '宣讲',
    '校园宣讲',
    'info session',
    'information session',
    'campus presentation',
  ],
  campus: [
    '校招',
    '秋招',
    '春招',
    '秋季校招',
    '春季校招',
    'campus hire',
    'campus recruitment',
    'university recruiting',
  ],
  internship: [
    '实习转正',
    '实习生留用',
    '实习生转正',
    'intern',
    'intern conversion',
    'internship conversion',
  ],
  referral: ['内推', '员工推荐', '推荐', 'employee referral', 'internal referral', 'referred'],
  order_class: ['定向培养', '订单培养', '冠名班', 'order class', 'talent class'],
  online: [
    '网上申请',
    '网络招聘',
    '官网',
    '招聘网站',
    '线上',
    'online application',
    'website',
    'web',
    'job board',
  ],
  agency: [
    '猎头',
    '中介',
    '劳务派遣',
    '人力资源公司',
    'recruiter',
    'headhunter',
    'recruiting agency',
  ],
  other: ['其他', '其它', 'others'],
};

const LEAVE_TYPE_WORDS: Words<LeaveType> = {
  resigned: [
    '主动离职',
    '自愿离职',
    '个人辞职',
    '离职',
    '主动辞职',
    'resignation',
    'voluntary',
    'quit',
  ],
  dismissed: [
    '辞退',
    '解雇',
    '开除',
    '被动离职',
    '裁员',
    '公司辞退',
    '试用期不合格',
    'dismissal',
    'terminated',
    'involuntary',
    'laid off',
    'layoff',
    'fired',
  ],
  contract_end: [
    '合同终止',
    '合同期满',
    '合同到期不续签',
    '到期不续签',
    'end of contract',
    'contract expired',
  ],
  transfer: [
    '调动',
    '内部调动',
    '集团调动',
    '调离',
    'transferred',
    'group transfer',
    'internal transfer',
  ],
  retired: ['内退', 'retirement'],
  died: ['死亡', '身故', '病故', 'death', 'deceased'],
  unknown: ['不详', '未知', '不明', 'other', '其他', '其它'],
};

/** Codes by their folded words: the code itself, its labels and what else means it. */
export function dictionary<Code extends string>(
  words: Words<Code>,
  labels: Readonly<Record<Code, Readonly<Record<string, string>>>>,
): ReadonlyMap<string, Code> {
  const codes = Object.keys(words) as Code[];
  return new Map(
    codes.flatMap((code) =>
      [
        code,
        ...Object.values(labels[code]).flatMap((label) => [label, ...label.split('/')]),
        ...words[code],
      ].map((word): [string, Code] => [foldLetters(word), code]),
    ),
  );
}

/** Degrees by their folded names in both languages. */
export const DEGREE_BY_WORD = dictionary(DEGREE_WORDS, DEGREES);
/** Channels by their folded names in both languages. */
export const CHANNEL_BY_WORD = dictionary(CHANNEL_WORDS, CHANNELS);
/** Leave types by their folded names in both languages. */
export const LEAVE_TYPE_BY_WORD = dictionary(LEAVE_TYPE_WORDS, LEAVE_TYPES);
