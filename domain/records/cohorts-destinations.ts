import type { Column } from './columns.ts';

/** A column that counts the graduates of one destination. */
function destination<Field extends string>(
  field: Field,
  example: string,
  aliases: Column['aliases'],
  help: Column['help'],
) {
  return { field, required: false, kind: 'count', aliases, example, help } as const;
}

/** Where graduates went, each as a number of people; together at most the graduates. */
export const DESTINATION_COLUMNS = [
  destination(
    'agreement_contract',
    '60',
    {
      en: ['agreement or contract', 'agreements and contracts', 'contract employment'],
      zh: [
        '协议和合同就业',
        '协议和合同就业人数',
        '协议合同就业',
        '签订协议和合同',
        '签约就业',
        '协议与合同就业',
      ],
    },
    {
      en: 'Employed by an agreement or a contract of employment.',
      zh: '签就业协议或劳动合同就业的人数。',
    },
  ),
  destination(
    'other_form',
    '5',
    {
      en: ['other form of employment', 'other employment', 'employed in another form'],
      zh: ['其他录用形式就业', '其他录用形式', '其它录用形式就业', '其他形式就业'],
    },
    { en: 'Employed in another form, with proof.', zh: '以其他录用形式就业的人数。' },
  ),
  destination(
    'flexible',
    '4',
    {
      en: ['flexible employment', 'freelance', 'freelancers'],
      zh: ['灵活就业', '灵活就业人数', '自由职业'],
    },
    { en: 'Flexible employment, freelance.', zh: '灵活就业的人数。' },
  ),
  destination(
    'self_employed',
    '1',
    {
      en: ['self employment', 'own business', 'entrepreneurs', 'start-ups'],
      zh: ['自主创业', '自主创业人数', '创业'],
    },
    { en: 'Founded a business of their own.', zh: '自主创业的人数。' },
  ),
  destination(
    'public_service',
    '3',
    {
      en: ['public programs', 'government programs', 'national service'],
      zh: ['国家和地方基层项目', '基层项目', '基层就业', '服务基层', '基层项目及应征入伍'],
    },
    {
      en: 'Public programs in the regions, and military service.',
      zh: '参加国家和地方基层项目、应征入伍的人数。',
    },
  ),
  destination(
    'further_study',
    '30',
    {
      en: ['further education', 'continuing education', 'graduate study', 'postgraduate study'],
      zh: ['升学', '境内升学', '国内升学', '升学人数', '国内深造'],
    },
    { en: 'Went on to study in the country.', zh: '境内升学的人数。' },
  ),
  destination(
    'abroad',
    '7',
    {
      en: ['study abroad', 'overseas study', 'studying abroad', 'overseas'],
      zh: ['出国(境)', '出国', '出境', '出国留学', '境外留学', '留学', '出国出境', '境外深造'],
    },
    { en: 'Went on to study abroad.', zh: '出国（境）深造的人数。' },
  ),
  destination(
    'seeking',
    '6',
    {
      en: ['seeking employment', 'looking for work', 'unemployed', 'preparing for study'],
      zh: ['待就业', '求职中', '正在求职', '不就业拟升学', '拟升学', '未就业'],
    },
    {
      en: 'Looking for work, or preparing for an entrance examination (不就业拟升学).',
      zh: '待就业的人数，含不就业拟升学。',
    },
  ),
  destination(
    'not_seeking',
    '2',
    {
      en: ['not looking', 'not seeking employment', 'out of the labor force'],
      zh: ['暂不就业', '其他暂不就业', '不就业', '无就业意愿'],
    },
    { en: 'Not looking for work.', zh: '其他暂不就业的人数。' },
  ),
  destination(
    'unknown',
    '2',
    {
      en: ['unknown destination', 'destination unknown', 'not reported', 'no information'],
      zh: ['去向不详', '未知', '不详', '去向不明', '未登记', '未落实去向'],
    },
    {
      en: 'Nobody knows. Left empty beside other destinations, it is whoever they leave over.',
      zh: '去向不详的人数；填写了其他去向而此处留空时，为毕业生人数减去其他各项。',
    },
  ),
] as const satisfies readonly Column[];

/** Every destination, the unknown one last. */
export const DESTINATIONS = DESTINATION_COLUMNS.map(({ field }) => field);
