import { describe, expect, it } from 'vitest';
import { isClearable, isClearMarker, saysNone } from '../../../domain/records/clear-marker.ts';
import type { ParseKind } from '../../../domain/records/columns.ts';
import { columnOf, columnsOf, type Kind } from '../../../domain/records/kinds.ts';
import { matchHeaders } from '../../../domain/records/match-headers.ts';
import { parseValue } from '../../../domain/records/parse-value.ts';

const CONTEXT = { order: null, decimal: null, today: 20_780 } as const;

function outcome(kind: ParseKind, text: string): unknown {
  const parsed = parseValue(kind, text, CONTEXT);
  if ('error' in parsed) return parsed.error.code;
  return parsed.warning === undefined ? parsed.value : [parsed.value, parsed.warning.code];
}

describe('counts', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['１２', 12],
    ['12.0', 12],
    ['1,200', 1200],
    ['35人', 35],
    ['35 人次', 35],
    ['8名', 8],
    ['40 students', 40],
    ['-1', 'number_out_of_range'],
    ['10000001', 'number_out_of_range'],
    ['12.5', 'not_whole'],
    ['约30', 'unreadable_number'],
    ['人', 'no_number'],
    ['1.200', 'ambiguous_number'],
  ])('%s is %j', (text, value) => {
    expect(outcome('count', text)).toBe(value);
  });
});

describe('amounts', () => {
  it.each([
    ['12万', 12_000_000],
    ['12 万元', 12_000_000],
    ['12万人民币', 'unreadable_number'],
    ['3.5万', 3_500_000],
    ['1.2亿', 12_000_000_000],
    ['5千', 500_000],
    ['20k', 2_000_000],
    ['¥85,000', 8_500_000],
    ['RMB 85,000.50', 8_500_050],
    ['１２万', 12_000_000],
    ['0', 0],
    ['-1', 'number_out_of_range'],
    ['若干', 'no_number'],
  ])('%s is %j', (text, value) => {
    expect(outcome('amount', text)).toBe(value);
  });
});

describe('kinds of cooperation', () => {
  it.each([
    ['战略合作协议', 'agreement'],
    ['MOU', 'agreement'],
    ['实训基地', 'internship_base'],
    ['Internship base', 'internship_base'],
    ['订单班', 'training'],
    ['talent cultivation', 'training'],
    ['课程开发', 'course'],
    ['Curriculum development', 'course'],
    ['科技成果转化', 'research'],
    ['横向课题', 'research'],
    ['走访', 'visit'],
    ['Symposium', 'visit'],
    ['宣讲会', 'event'],
    ['career fair', 'event'],
    ['其他', 'other'],
    ['picnic', ['other', 'unknown_cooperation_kind']],
  ])('%s is %j', (text, value) => {
    expect(outcome('cooperation_kind', text)).toEqual(value);
  });
});

describe('states of a cooperation', () => {
  it.each([
    ['洽谈中', 'planned'],
    ['履行中', 'active'],
    ['In progress', 'active'],
    ['on hold', 'paused'],
    ['已到期', 'ended'],
    ['Completed', 'ended'],
    ['已终止', 'cancelled'],
    ['canceled', 'cancelled'],
    ['cancelled', 'cancelled'],
    ['?!', ['other', 'unknown_cooperation_status']],
  ])('%s is %j', (text, value) => {
    expect(outcome('cooperation_status', text)).toEqual(value);
  });
});

describe('the degree that a plan asks for', () => {
  it.each([
    ['本科', 'bachelor'],
    ['硕士', 'master'],
    ['本科及以上', 'bachelor+'],
    ['本科（及以上）', 'bachelor+'],
    ['硕士以上学历', 'master+'],
    ['大专或以上', 'associate+'],
    ["Bachelor's or above", 'bachelor+'],
    ['Master and higher', 'master+'],
    ['bachelor+', 'bachelor+'],
    ['博士及以上', 'doctor'],
    ['whatever', ['other', 'unknown_degree']],
  ])('%s is %j', (text, value) => {
    expect(outcome('least_degree', text)).toEqual(value);
  });
});

describe('words for none', () => {
  it.each<[Kind, string, string, boolean]>([
    ['cooperation', 'ends_on', '长期', true],
    ['cooperation', 'ends_on', '至今', true],
    ['cooperation', 'ends_on', 'Ongoing', true],
    ['cooperation', 'ends_on', '2024-01-01', false],
    ['cooperation', 'starts_on', '长期', false],
    ['plans', 'major', '不限', true],
    ['plans', 'major', ' ANY ', true],
    ['plans', 'major', '专业不限', true],
    ['plans', 'major', 'Law', false],
    ['plans', 'degree', '不限', true],
    ['cohorts', 'major', '不限', false],
  ])('%s.%s says none by %j: %s', (kind, field, text, none) => {
    const column = columnOf(kind, field);
    expect(column !== null && saysNone(column, text)).toBe(none);
  });
});

describe('the marker that clears', () => {
  it.each(['<clear>', '<CLEAR>', ' <Clear> ', '清空', '<清空>', '＜clear＞'])('is %j', (text) => {
    expect(isClearMarker(text.trim())).toBe(true);
  });

  it.each(['', '-', 'clear', 'Clear Water', '清空了', '<clear', '清华大学'])(
    'is not %j',
    (text) => {
      expect(isClearMarker(text)).toBe(false);
    },
  );

  it('is refused where a record cannot do without', () => {
    const kept = (kind: Kind): string[] =>
      columnsOf(kind)
        .filter((column) => !isClearable(column))
        .map(({ field }) => field);
    expect(kept('hires')).toEqual([
      'candidate_id',
      'employee_id',
      'company',
      'school',
      'major',
      'graduation_year',
    ]);
    expect(kept('cohorts')).toEqual(['school', 'major', 'graduation_year', 'graduates']);
    expect(kept('plans')).toEqual(['year', 'major', 'headcount']);
    expect(kept('cooperation')).toEqual(['school', 'kind', 'title']);
    expect(kept('schools')).toEqual(['name', 'aliases']);
  });
});

describe('headers', () => {
  it.each<[Kind, string, string | null]>([
    ['cohorts', '出国（境）', 'abroad'],
    ['cohorts', '毕业生总人数', 'graduates'],
    ['cohorts', '协议和合同就业人数', 'agreement_contract'],
    ['cohorts', '不就业拟升学', 'seeking'],
    ['cohorts', '统计截止日期', 'counted_on'],
    ['plans', '招聘人数', 'headcount'],
    ['plans', '届别', 'year'],
    ['plans', 'Openings', 'headcount'],
    ['cooperation', '合作院校', 'school'],
    ['cooperation', '金额', 'amount'],
    ['cooperation', '金额（元）', 'amount'],
    ['cooperation', '金额（万元）', 'amount'],
    ['cooperation', '有效期至', 'ends_on'],
    ['cooperation', 'Valid until', 'ends_on'],
  ])('of %s: %s suggests %s', (kind, header, field) => {
    expect(matchHeaders(kind, [header])).toEqual([field]);
  });
});
