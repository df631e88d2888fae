import { isoFromDay } from '../dates.ts';
import { linksText, webAddress, type AttachedLink } from '../cooperation/links.ts';
import { promisesText, type Promised } from '../cooperation/promises.ts';
import { yearlyText, type YearlyUse } from '../cooperation/yearly-use.ts';
import { foldWidth } from './fold-text.ts';
import { parseDate, FIRST_YEAR, LAST_YEAR } from './parse-date.ts';
import { parseText } from './parse-text.ts';
import { read, refused, type ParseContext, type Parsed } from './parsed.ts';

const BETWEEN = /[|｜\r\n]+/u;
const LINK = /^(.*?)[\s(（<＜:：]*?(https?:\/\/[^\s<>＜＞（）]+)[\s)）>＞]*$/isu;
const LEADING_DATE =
  /^[(（]?(\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\s*\d{1,2}月\s*\d{1,2}[日号]?|\d{4}(?!\d)))[)）]?[\s:：,，;；]*/u;
const OWNER = /^[[［【]([^\]］】]*)[\]］】][\s:：,，;；]*/u;
const KEPT =
  /[\s(（[【]*(?:✓|✔|√|(?<=[(（[【]\s*)(?:done|kept|已完成|完成|已兑现|已办结))[\s)）\]】]*$/iu;
const YEAR_ITEM =
  /^(\d{4})\s*(?:学年|年度|年)?\s*[:：=\-–—]?\s*(\d{1,7})\s*(?:人次|人|名|people|persons?)?$/iu;
const BETWEEN_YEARS = /[|｜;；,，、\r\n]+/u;

/** Items of a list as people write them in one cell. */
function itemsOf(raw: string, sign: RegExp): string[] {
  return raw
    .split(sign)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A list's text, within the length that a cell of it may have. */
function bounded(text: string | null): Parsed<string> {
  return parseText(text ?? '', 'aliases');
}

/** A text without the signs that would end its item. */
function plain(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ').replaceAll(/[|｜]/gu, '¦').replaceAll('✓', '√');
}

/** A link as the item of a cell: what is given part by part is read by the rules of a cell too. */
export function linkItem({ title, url }: AttachedLink): string {
  const name = plain((title ?? '').replaceAll(/[<>＜＞]/gu, ' '));
  return `${name} <${webAddress(url.trim()) ?? url.trim()}>`.trim();
}

/** An owner without the signs that would end it. */
const roleOf = (text: string): string => plain(text.replaceAll(/[[\]［］【】]/gu, ' '));

/** A promise as the item of a cell. */
export function promiseItem({ due_on: due, owner, text, done }: Promised): string {
  const role = roleOf(owner ?? '');
  return [due, role === '' ? null : `[${role}]`, plain(text), done ? '✓' : null]
    .filter((part) => part !== null)
    .join(' ');
}

/** Reads links, each with a title before it or without: `Minutes https://…`, `纪要 <https://…>`, several with `|`. */
export function parseLinks(raw: string): Parsed<string> {
  const links: AttachedLink[] = [];
  for (const item of itemsOf(raw, BETWEEN)) {
    const [, title = '', url = item] = LINK.exec(item) ?? [];
    const address = webAddress(url);
    if (address === null) return refused('unreadable_link', { value: item });
    const name = plain(title);
    links.push({ title: name === '' ? null : name, url: address });
  }
  return bounded(linksText(links));
}

/** One promise of a cell. */
function promiseIn(item: string, context: ParseContext): Parsed<Promised> {
  const [dated, date] = LEADING_DATE.exec(item) ?? [];
  const day = date === undefined ? null : parseDate(date, context);
  if (day !== null && 'error' in day) return day;
  const rest = item.slice(dated?.length ?? 0);
  const [owned, owner = ''] = OWNER.exec(rest) ?? [];
  const words = rest.slice(owned?.length ?? 0);
  const text = words.replace(KEPT, '');
  if (plain(text) === '') return refused('promise_without_words', { value: item });
  const role = roleOf(owner);
  return read({
    due_on: day === null ? null : isoFromDay(day.value),
    owner: role === '' ? null : role,
    text: plain(text),
    done: text !== words,
  });
}

/** What an item may still have to say differently after it was read once: `[] [HR] Call` has two owners, one empty. */
const MOST_PASSES = 5;

/** Reads promises: `2026-12-01 [Career office] Send the list ✓`, several with `|` or on lines of their own. */
export function parsePromises(raw: string, context: ParseContext): Parsed<string> {
  const promises: Promised[] = [];
  for (const item of itemsOf(raw, BETWEEN)) {
    let parsed = promiseIn(item, context);
    for (let pass = 1; pass < MOST_PASSES && !('error' in parsed); pass += 1) {
      parsed = promiseIn(promisesText([parsed.value]) ?? '', context);
    }
    if ('error' in parsed) return parsed;
    promises.push(parsed.value);
  }
  return bounded(promisesText(promises));
}

/** Reads how many people used something by year: `2024: 42 | 2025: 51`, `2024年42人、2025年51人`. */
export function parseYearly(raw: string): Parsed<string> {
  const uses = new Map<number, YearlyUse>();
  for (const item of itemsOf(foldWidth(raw), BETWEEN_YEARS)) {
    const [, year, people] = YEAR_ITEM.exec(item) ?? [];
    const use = { year: Number(year), people: Number(people) };
    if (year === undefined || use.year < FIRST_YEAR || use.year > LAST_YEAR) {
      return refused('unreadable_yearly', { value: item });
    }
    if (uses.has(use.year)) return refused('year_twice', { value: raw.trim(), year: use.year });
    uses.set(use.year, use);
  }
  return bounded(yearlyText([...uses.values()]));
}
