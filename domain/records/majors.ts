import type { Column } from './columns.ts';

/** The columns of a directory of majors. */
export const MAJOR_COLUMNS = [
  {
    field: 'name',
    required: true,
    kind: 'name',
    aliases: {
      en: ['major', 'major name', 'programme', 'program', 'field of study', 'english name'],
      zh: ['专业', '专业名称', '名称', '英文名称'],
    },
    example: 'Computer Science',
    help: { en: 'The canonical name.', zh: '规范名称。' },
  },
  {
    field: 'name_zh',
    required: false,
    kind: 'name',
    aliases: { en: ['chinese name', 'name chinese'], zh: ['中文名称', '中文名'] },
    example: '计算机科学与技术',
    help: { en: 'The Chinese name; it counts as an alias.', zh: '中文名称，同时作为别名。' },
  },
  {
    field: 'code',
    required: false,
    kind: 'id',
    aliases: { en: ['cip', 'cip code', 'major code'], zh: ['专业代码', '代码'] },
    example: '080901',
    help: { en: 'An official code: CIP, 专业代码.', zh: '官方代码：CIP、专业代码。' },
  },
  {
    field: 'aliases',
    required: false,
    kind: 'aliases',
    aliases: { en: ['alias', 'also known as', 'short names'], zh: ['别名', '简称', '曾用名'] },
    example: 'CS|Computing',
    help: { en: 'Other names, with | between them.', zh: '其他名称，以 | 分隔。' },
  },
  {
    field: 'family',
    required: false,
    kind: 'text',
    aliases: {
      en: ['discipline', 'subject area', 'category'],
      zh: ['学科门类', '学科', '门类', '专业类'],
    },
    example: 'Engineering',
    help: { en: 'Discipline the major belongs to.', zh: '所属学科门类。' },
  },
] as const satisfies readonly Column[];
