import { brokenCell } from './broken-cell.ts';
import type { ParseKind } from './columns.ts';
import { parseCount } from './parse-count.ts';
import { parseDate } from './parse-date.ts';
import {
  parseChannel,
  parseCooperationKind,
  parseCooperationStatus,
  parseDegree,
  parseLeastDegree,
  parseLeaveType,
  parseResultsStage,
} from './parse-enumeration.ts';
import { parseLinks, parsePromises, parseYearly } from './parse-lists.ts';
import { parseAmount } from './parse-money.ts';
import { parseMonths } from './parse-months.ts';
import { parsePay, type Pay } from './parse-pay.ts';
import { parseRating } from './parse-rating.ts';
import { parseSince } from './parse-since.ts';
import { parseText } from './parse-text.ts';
import { parseGraduationYear } from './parse-year.ts';
import { parseYesNo } from './parse-yes-no.ts';
import type { ParseContext, Parsed } from './parsed.ts';

/** A cell as it was read: text, a number (days for dates, hundredths for ratings), or pay. */
export type CellValue = string | number | Pay;

type Parser = (raw: string, context: ParseContext) => Parsed<CellValue>;

const PARSERS: Readonly<Record<ParseKind, Parser>> = {
  id: (raw) => parseText(raw, 'id'),
  company: (raw) => parseText(raw, 'company'),
  name: (raw) => parseText(raw, 'name'),
  text: (raw) => parseText(raw, 'text'),
  note: (raw) => parseText(raw, 'note'),
  aliases: (raw) => parseText(raw, 'aliases'),
  date: parseDate,
  year: parseGraduationYear,
  since: parseSince,
  money: parsePay,
  months: parseMonths,
  rating: parseRating,
  yes_no: parseYesNo,
  degree: parseDegree,
  channel: parseChannel,
  leave_type: parseLeaveType,
  count: parseCount,
  amount: parseAmount,
  least_degree: parseLeastDegree,
  cooperation_kind: parseCooperationKind,
  cooperation_status: parseCooperationStatus,
  results_stage: parseResultsStage,
  yearly: parseYearly,
  promises: parsePromises,
  links: parseLinks,
};

/** Reads a cell that is not blank. */
export function parseValue(kind: ParseKind, raw: string, context: ParseContext): Parsed<CellValue> {
  const broken = brokenCell(raw);
  return broken === null ? PARSERS[kind](raw, context) : { error: broken };
}
