import { LIST_NAMES } from '../../domain/action-lists.ts';
import { DIMENSION_IDS, dimension, type DimensionId } from '../../domain/dimensions.ts';
import { isoFromDay } from '../../domain/dates.ts';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Part } from '../../domain/metrics/people.ts';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import { HIRE_COLUMNS } from '../../domain/records/hires.ts';
import { describedField, RECORD_FIELD_IDS } from '../../domain/records/record-fields.ts';
import type { Names, RecordsSelection } from '../store/ports.ts';

/** What an exported file has to say about itself. */
export interface NotesInput {
  readonly selection: RecordsSelection;
  readonly version: number;
  readonly people: number;
  readonly behind: { readonly metric: MetricId; readonly part: Part } | null;
  readonly demo: boolean;
  /** The question that brings the same records again, as a path with its query. */
  readonly address: string;
  readonly exportedAt: Date;
}

const WORDS = {
  title: { en: 'Talentbridge: records of persons', zh: 'Talentbridge：人员记录' },
  demo: {
    en: 'Invented demonstration data: no school, person or figure is real.',
    zh: '虚构的演示数据：学校、人员和数字均非真实。',
  },
  records: { en: 'Records', zh: '记录数' },
  filters: { en: 'Filters', zh: '筛选' },
  none: { en: 'none', zh: '无' },
  blank: { en: 'not given', zh: '未填写' },
  search: { en: 'Search', zh: '搜索' },
  behind: { en: 'People behind', zh: '指标人员' },
  among: { en: 'everybody it counts', zh: '全部计入人员' },
  of: { en: 'the numerator', zh: '分子人员' },
  definition: { en: 'Definition', zh: '定义' },
  formula: { en: 'Formula', zh: '公式' },
  source: { en: 'Source', zh: '来源' },
  listed: { en: 'List to act on', zh: '待办名单' },
  id: { en: 'Record', zh: '记录' },
  asOf: { en: 'As of', zh: '统计日期' },
  exported: { en: 'Exported at', zh: '导出时间' },
  version: { en: 'Version of the data', zh: '数据版本' },
  address: { en: 'Asked for by', zh: '查询地址' },
  again: {
    en: 'This file can be imported again. The columns id, school_id, college_id, major_id, stage, followed_to, known, family, school_city and school_province tell about records and are not read by an import.',
    zh: '本文件可再次导入。id、school_id、college_id、major_id、stage、followed_to、known、family、school_city、school_province 各列仅作说明，导入时不读取。',
  },
  known: {
    en: 'Of what is listed under “known” an empty field means no; of the rest it means unknown.',
    zh: '“known” 所列各项为空即表示“否”，其余各项为空表示“未知”。',
  },
} as const satisfies Record<string, Bilingual>;

function valueName(id: DimensionId, written: string, names: Names, language: Language): string {
  if (written === '') return WORDS.blank[language];
  const { kind, codes } = dimension(id);
  if (codes !== undefined) return codes[written]?.[language] ?? written;
  if (kind === 'number') return written.replace('..', '–');
  const { name, nameZh } = names.of(id, kind === 'entity' ? Number(written) : written);
  return (language === 'zh' ? nameZh : null) ?? name;
}

/** Filters in words: each dimension with the names of its values. */
function filterNotes(where: Filters, names: Names, language: Language): string[][] {
  const selected = filtersToParameters(where);
  const rows = DIMENSION_IDS.flatMap((id) => {
    const values = selected[id];
    if (values === undefined) return [];
    const shown = values.map((value) => valueName(id, value, names, language)).join(', ');
    return [[`${WORDS.filters[language]}: ${dimension(id).label[language]}`, shown]];
  });
  return rows.length === 0 ? [[WORDS.filters[language], WORDS.none[language]]] : rows;
}

function metricNotes({ behind }: NotesInput, language: Language): string[][] {
  if (behind === null) return [];
  const { label, definition, words, source } = metric(behind.metric);
  return [
    [WORDS.behind[language], `${label[language]}, ${WORDS[behind.part][language]}`],
    [WORDS.definition[language], definition[language]],
    [WORDS.formula[language], words[language]],
    [WORDS.source[language], [source.title, source.url].filter(Boolean).join(' ')],
  ];
}

/** What the columns of a file of records mean, as rows of a name and its meaning. */
export function fieldNotes(language: Language): string[][] {
  const helps = new Map<string, Bilingual>(HIRE_COLUMNS.map(({ field, help }) => [field, help]));
  return RECORD_FIELD_IDS.map((name) => {
    const label = describedField(name).label[language];
    const help = helps.get(name)?.[language];
    return [name, help === undefined ? label : `${label}. ${help}`];
  });
}

/** What a file of records says about itself, as rows of a word and what it says; the first is its title. */
export function exportNotes(input: NotesInput, names: Names, language: Language): string[][] {
  const { selection, version, people, demo, address, exportedAt } = input;
  const row = (word: keyof typeof WORDS, text: string) => [WORDS[word][language], text];
  return [
    [WORDS.title[language]],
    ...(demo ? [[WORDS.demo[language]]] : []),
    row('records', String(people)),
    ...filterNotes(selection.where, names, language),
    ...(selection.search.length === 0 ? [] : [row('search', selection.search.join(' '))]),
    ...metricNotes(input, language),
    ...(selection.listed === null
      ? []
      : [row('listed', LIST_NAMES[selection.listed.list][language])]),
    ...(selection.id === null ? [] : [row('id', String(selection.id))]),
    row('asOf', isoFromDay(selection.asOf)),
    row('exported', exportedAt.toISOString()),
    row('version', String(version)),
    row('address', address),
    [WORDS.again[language]],
    [WORDS.known[language]],
  ];
}
