import { describe, expect, it } from 'vitest';
import { CHANNELS, DEGREES, LEAVE_TYPES } from '../../../domain/records/enumerations.ts';
import {
  parseChannel,
  parseDegree,
  parseLeaveType,
} from '../../../domain/records/parse-enumeration.ts';
import { parseText } from '../../../domain/records/parse-text.ts';
import { parseYesNo } from '../../../domain/records/parse-yes-no.ts';
import type { Parsed } from '../../../domain/records/parsed.ts';

/** The value, with the code of its warning, or the code of the error. */
function shown<T>(parsed: Parsed<T>): unknown[] {
  if ('error' in parsed) return [parsed.error.code];
  return parsed.warning === undefined ? [parsed.value] : [parsed.value, parsed.warning.code];
}

describe('degrees', () => {
  it.each([
    ['中职', ['secondary']],
    ['技校', ['secondary']],
    ['中职/技校', ['secondary']],
    ['专科', ['associate']],
    ['大专', ['associate']],
    ['高职', ['associate']],
    ['本科', ['bachelor']],
    ['学士', ['bachelor']],
    ['B.Sc.', ['bachelor']],
    ['BSc', ['bachelor']],
    ['Bachelor’s Degree', ['bachelor']],
    ['硕士', ['master']],
    ['碩士', ['master']],
    ['硕士研究生', ['master']],
    ['MSc', ['master']],
    ['M.Sc', ['master']],
    ['博士', ['doctor']],
    ['PhD', ['doctor']],
    ['Ph.D.', ['doctor']],
    ['ＢＳＣ', ['bachelor']],
    ['研究生', ['master', 'degree_graduate']],
    ['其他', ['other']],
    ['Diplom', ['other', 'unknown_degree']],
  ])('%s is %j', (text, expected) => {
    expect(shown(parseDegree(text))).toEqual(expected);
  });
});

describe('channels and leave types', () => {
  it.each([
    ['双选会', ['fair']],
    ['宣讲会', ['talk']],
    ['校招', ['campus']],
    ['实习留用', ['internship']],
    ['内推', ['referral']],
    ['订单班', ['order_class']],
    ['Order class', ['order_class']],
    ['order_class', ['order_class']],
    ['网申', ['online']],
    ['猎头', ['agency']],
    ['word of mouth', ['other', 'unknown_channel']],
  ])('the channel %s is %j', (text, expected) => {
    expect(shown(parseChannel(text))).toEqual(expected);
  });

  it.each([
    ['辞职', ['resigned']],
    ['辞退', ['dismissed']],
    ['合同到期', ['contract_end']],
    ['contract_end', ['contract_end']],
    ['退休', ['retired']],
    ['去世', ['died']],
    ['调动', ['transfer']],
    ['不详', ['unknown']],
    ['vanished', ['unknown', 'unknown_leave_type']],
  ])('leaving by %s is %j', (text, expected) => {
    expect(shown(parseLeaveType(text))).toEqual(expected);
  });

  it.each([
    [parseDegree, DEGREES],
    [parseChannel, CHANNELS],
    [parseLeaveType, LEAVE_TYPES],
  ] as const)('every code and label reads as itself (%#)', (parse, codes) => {
    for (const [code, { en, zh }] of Object.entries(codes)) {
      for (const text of [code, en, zh]) expect(shown<string>(parse(text))).toEqual([code]);
    }
  });
});

describe('yes and no', () => {
  it.each([
    ...['是', 'y', 'Yes', 'TRUE', '1', '对口', '√', 'Ｙ'].map((text) => [text, 1] as const),
    ...['否', 'n', 'No', 'false', '0', '不对口', '×'].map((text) => [text, 0] as const),
    ['maybe', 'unreadable_yes_no'] as const,
    ['基本对口', 'unreadable_yes_no'] as const,
  ])('%s is %s', (text, expected) => {
    expect(shown<number>(parseYesNo(text))).toEqual([expected]);
  });
});

describe('text', () => {
  it('is trimmed and kept as written', () => {
    expect(shown(parseText('\u3000００１７ \t', 'id'))).toEqual(['００１７']);
    expect(shown(parseText(' 007 ', 'id'))).toEqual(['007']);
  });

  it('has limits', () => {
    expect(shown(parseText('x'.repeat(64), 'id'))).toEqual(['x'.repeat(64)]);
    expect(shown(parseText('x'.repeat(65), 'id'))).toEqual(['too_long']);
    expect(shown(parseText('x'.repeat(201), 'name'))).toEqual(['too_long']);
  });
});
