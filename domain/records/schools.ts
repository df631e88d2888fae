import type { Column } from './columns.ts';

/** The columns of a directory of schools. */
export const SCHOOL_COLUMNS = [
  {
    field: 'name',
    required: true,
    kind: 'name',
    aliases: {
      en: ['school', 'school name', 'university', 'institution', 'english name'],
      zh: ['学校', '学校名称', '院校名称', '名称', '英文名称'],
    },
    example: 'Example University',
    help: { en: 'The canonical name.', zh: '规范名称。' },
  },
  {
    field: 'name_zh',
    required: false,
    kind: 'name',
    aliases: { en: ['chinese name', 'name chinese'], zh: ['中文名称', '中文名'] },
    example: '示例大学',
    help: { en: 'The Chinese name; it counts as an alias.', zh: '中文名称，同时作为别名。' },
  },
  {
    field: 'code',
    required: false,
    kind: 'id',
    aliases: {
      en: ['school code', 'ror', 'unitid', 'institution code'],
      zh: ['学校标识码', '学校代码', '院校代码', '代码'],
    },
    example: '4132010284',
    help: {
      en: 'An official code: 学校标识码, ROR, UNITID …',
      zh: '官方代码：学校标识码、ROR、UNITID 等。',
    },
  },
  {
    field: 'aliases',
    required: false,
    kind: 'aliases',
    aliases: { en: ['alias', 'also known as', 'short names'], zh: ['别名', '简称', '曾用名'] },
    example: 'EU|Example Uni',
    help: { en: 'Other names, with | between them.', zh: '其他名称，以 | 分隔。' },
  },
  {
    field: 'province',
    required: false,
    kind: 'text',
    aliases: { en: ['state', 'region'], zh: ['省份', '所在省份', '省'] },
    example: 'Jiangsu',
    help: { en: 'Province or state of the school.', zh: '学校所在省份。' },
  },
  {
    field: 'city',
    required: false,
    kind: 'text',
    aliases: { en: ['town', 'location'], zh: ['城市', '所在城市', '所在地'] },
    example: 'Nanjing',
    help: { en: 'City of the school.', zh: '学校所在城市。' },
  },
  {
    field: 'partner_since',
    required: false,
    kind: 'since',
    aliases: {
      en: ['partnership since', 'partner from', 'cooperation since'],
      zh: ['合作开始', '合作起始', '合作开始日期'],
    },
    example: '2019-09-01',
    help: {
      en: 'Since when the school is a partner: a year, a month or a day.',
      zh: '何时起为合作院校：年、年月或日期。',
    },
  },
] as const satisfies readonly Column[];
