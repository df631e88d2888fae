import { createHash } from 'node:crypto';
import type { DueItem, DueKind } from '../../domain/cooperation/due.ts';
import { isoFromDay, type Day } from '../../domain/dates.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { COOPERATION_KINDS } from '../../domain/records/enumerations.ts';
import type { Names } from '../store/ports.ts';

const WORDS = {
  end: { en: 'Ends', zh: '到期' },
  next: { en: 'Next step', zh: '下一步' },
  start: { en: 'Begins', zh: '开始' },
  promise: { en: 'Promise due', zh: '承诺到期' },
  contact: { en: 'Contact due', zh: '应联系' },
} as const satisfies Record<DueKind, Bilingual>;

const NAME = { en: 'Cooperation with schools', zh: '校企合作日程' } as const satisfies Bilingual;
/** Octets in a line of a calendar file, without its end: RFC 5545, 3.1. */
const LONGEST_LINE = 75;

/** A text as a property holds it: RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', String.raw`\;`)
    .replaceAll(',', String.raw`\,`)
    .replaceAll(/\r\n|\r|\n/gu, String.raw`\n`);
}

/** A line with its end, folded so that no part is longer than 75 octets and no character is cut. */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return `${result}\r\n`;
}

const compact = (day: Day): string => isoFromDay(day).replaceAll('-', '');

/** A time as RFC 5545 writes it in UTC: `20261125T063850Z`. */
function stampOf(time: Date): string {
  return `${time.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
}

/** The same for the same thing as long as it is due, whatever its day. */
function uidOf({ what, entry, schoolId, promise }: DueItem, host: string): string {
  const of = entry === null ? `school-${schoolId}` : `cooperation-${entry.id}`;
  const words = promise === null ? null : JSON.stringify([promise.owner, promise.text]);
  const hash =
    words === null ? [] : [createHash('sha256').update(words).digest('hex').slice(0, 12)];
  return `${[of, what, ...hash].join('-')}@${host}`;
}

interface CalendarInput {
  readonly items: readonly DueItem[];
  readonly names: Names;
  readonly language: Language;
  /** Name of the host that answers: what makes identifiers of two deployments different. */
  readonly host: string;
  readonly now: Date;
}

/** The dates of the ledger as an iCalendar file of whole days (RFC 5545). */
export function calendarOf({ items, names, language, host, now }: CalendarInput): string {
  const said = (field: string, text: string) =>
    language === 'zh' ? (names.chinese(field, text) ?? text) : text;
  const schoolOf = (id: number) => {
    const { name, nameZh } = names.of('school', id);
    return language === 'zh' ? (nameZh ?? name) : name;
  };
  const between = language === 'zh' ? '：' : ': ';
  const event = (item: DueItem): string[] => {
    const { what, entry, promise, on, schoolId } = item;
    const about = promise?.text ?? (entry === null ? null : said('title', entry.title));
    const summary = [WORDS[what][language], about].filter((part) => part !== null).join(between);
    const notes = [
      entry === null ? null : COOPERATION_KINDS[entry.kind][language],
      promise === null || entry === null ? null : said('title', entry.title),
      promise?.owner ?? entry?.contact_role ?? null,
    ].flatMap((part) => (part === null ? [] : [said('contact_role', part)]));
    return [
      'BEGIN:VEVENT',
      `UID:${escaped(uidOf(item, host))}`,
      `DTSTAMP:${stampOf(now)}`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      `DTEND;VALUE=DATE:${compact(on + 1)}`,
      `SEQUENCE:${(entry?.revision ?? 1) - 1}`,
      `SUMMARY:${escaped(`${summary} · ${schoolOf(schoolId)}`)}`,
      `DESCRIPTION:${escaped(notes.join('\n'))}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  };
  // A promise that stands twice in an entry is one event: the earlier.
  const once = new Map(items.toReversed().map((item) => [uidOf(item, host), item]));
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Talentbridge//Cooperation//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(NAME[language])}`,
    ...[...once.values()].toReversed().flatMap(event),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('');
}
