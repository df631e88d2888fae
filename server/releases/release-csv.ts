import { csvLine, csvNotes } from '../../domain/csv.ts';
import { isoFromDay } from '../../domain/dates.ts';
import { DIMENSIONS } from '../../domain/dimensions.ts';
import type { Language } from '../../domain/language.ts';
import { metric } from '../../domain/metrics/registry.ts';
import { REASONS } from '../../domain/metrics/value.ts';
import type { ReleasedBy, ReleasedFigure, ReleasedRow } from '../../domain/releases/release.ts';
import { RELEASED_METRICS } from '../../domain/releases/released-metrics.ts';
import { releasedKeyText, releasedName } from '../../domain/releases/released-key.ts';
import { RULE_SENTENCES } from '../../domain/releases/rule-sentences.ts';
import type { PublishedPart } from './create-releases.ts';

const WORDS = {
  en: {
    release: 'Release',
    school: 'School',
    college: 'College',
    asOf: 'Data up to',
    published: 'Published',
    currency: 'Pay in',
    definition: 'Definition',
    protection: 'Protection',
    recent: 'Last three years',
    all: 'All',
    header: [
      'metric_id',
      'metric',
      'divided_by',
      'group',
      'years',
      'value',
      'n',
      'low',
      'high',
      'status',
      'partners_value',
      'partners_low',
      'partners_high',
      'partners_status',
      'as_of',
      'reason',
    ],
  },
  zh: {
    release: '发布',
    school: '学校',
    college: '学院',
    asOf: '数据截至',
    published: '发布时间',
    currency: '薪酬币种',
    definition: '定义',
    protection: '保护规则',
    recent: '最近三届',
    all: '全部',
    header: [
      '指标编号',
      '指标',
      '划分',
      '分组',
      '届别',
      '数值',
      '人数',
      '下限',
      '上限',
      '状态',
      '其他学校数值',
      '其他学校下限',
      '其他学校上限',
      '其他学校状态',
      '截至',
      '原因',
    ],
  },
} as const;

const byText = (by: ReleasedBy, lang: Language): string =>
  by === 'last_three_years' ? WORDS[lang].recent : DIMENSIONS[by].label[lang];

function groupText(by: readonly ReleasedBy[], key: ReleasedRow['key'], lang: Language): string {
  const last = by.at(-1);
  return last === undefined ? WORDS[lang].all : releasedKeyText(last, key[last], lang);
}

function reasonText({ reason }: ReleasedFigure, lang: Language): string | null {
  return reason === undefined ? null : REASONS[reason][lang];
}

/**
 * A part of a release as a CSV file: what it is, how its figures are defined and protected, and every table.
 * @returns the text, without a byte order mark; cells that a spreadsheet would run are defused.
 */
export function releaseCsv({ entry, head, part }: PublishedPart, lang: Language): string {
  const words = WORDS[lang];
  const { school, college } = part.scope;
  const asOf = isoFromDay(entry.asOf);
  const notes = [
    [words.release, `${entry.id}`],
    [words.school, releasedName(school, lang)],
    ...(college === null ? [] : [[words.college, releasedName(college, lang)]]),
    [words.asOf, asOf],
    [words.published, entry.publishedAt],
    [words.currency, head.currency],
    ...RELEASED_METRICS.map((id) => [
      `${words.definition} ${metric(id).label[lang]}`,
      metric(id).definition[lang],
    ]),
    ...RULE_SENTENCES.map((sentence) => [words.protection, sentence(head.rules)[lang]]),
  ];
  const lines = part.tables.flatMap(({ metric: id, by, rows }) =>
    rows.map(({ key, own, partners }) =>
      csvLine([
        id,
        metric(id).label[lang],
        by.length === 0 ? words.all : by.map((one) => byText(one, lang)).join(' · '),
        groupText(by, key, lang),
        'last_three_years' in key
          ? releasedKeyText('last_three_years', key.last_three_years, lang)
          : null,
        own.value,
        own.n,
        own.low ?? null,
        own.high ?? null,
        own.status,
        partners.value,
        partners.low ?? null,
        partners.high ?? null,
        partners.status,
        own.asOf ?? asOf,
        reasonText(own, lang),
      ]),
    ),
  );
  return csvNotes(notes) + csvLine(words.header) + lines.join('');
}
