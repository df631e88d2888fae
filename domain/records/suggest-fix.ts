import { isoFromDay, yearOfDay } from '../dates.ts';
import type { ParseKind } from './columns.ts';
import { foldWidth } from './fold-text.ts';
import { visibleText } from './hidden-characters.ts';
import type { IssueCode } from './issues.ts';
import { parseDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';
import type { ParseContext } from './parsed.ts';

const OR = ' / ';

type Suggest = (raw: string, kind: ParseKind, context: ParseContext) => readonly string[];

/** What may be meant, by what is wrong. Both readings where there are two. */
const SUGGESTIONS: Partial<Readonly<Record<IssueCode, Suggest>>> = {
  hidden_in_id: (raw) => [visibleText(raw)],
  id_with_fraction: (raw) => [raw.replace(/\.0+$/, '')],
  ambiguous_date: (raw) =>
    (['dmy', 'mdy'] as const).flatMap((order) => {
      const parsed = parseDate(raw, { order });
      return 'value' in parsed ? [isoFromDay(parsed.value)] : [];
    }),
  ambiguous_number: (raw) =>
    ([',', '.'] as const).flatMap((decimal) => {
      const parsed = parseNumber(raw, decimal);
      return 'value' in parsed ? [String(parsed.value)] : [];
    }),
  two_digit_year: (raw, kind, { today }) => {
    const short = /\d{2}/.exec(foldWidth(raw));
    if (kind !== 'year' || short === null || /\d.*\D.*\d/.test(raw)) return [];
    const year = 2000 + Number(short[0]);
    return [String(year > yearOfDay(today) + 10 ? year - 100 : year)];
  },
};

/** What a cell that was refused or doubted may mean: to show, never to act on. Null where nothing is near. */
export function suggestFix(
  code: IssueCode,
  raw: string,
  kind: ParseKind,
  context: ParseContext,
): string | null {
  const found = SUGGESTIONS[code]?.(raw, kind, context) ?? [];
  return found.length === 0 ? null : found.join(OR);
}
