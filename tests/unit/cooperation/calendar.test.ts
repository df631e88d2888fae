import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { datesOf } from '../../../domain/cooperation/due.ts';
import type { Language } from '../../../domain/language.ts';
import { calendarOf } from '../../../server/cooperation/calendar.ts';
import type { Names } from '../../../server/store/ports.ts';
import { day, ledgerEntry } from '../../support/ledger-entry.ts';

const NAMES: Names = {
  of: () => ({ name: 'North, University; of "Trains"', nameZh: '北方大学' }),
  chinese: (_, text) => (text === 'Framework agreement' ? '框架协议' : null),
  ids: () => [],
};
const ENTRIES = [
  ledgerEntry({
    id: 7,
    title: 'Framework agreement',
    ends_on: day('2026-12-31'),
    next_on: day('2026-11-01'),
    status: 'active',
    revision: 3,
    contact_role: 'Career office',
  }),
  ledgerEntry({
    id: 8,
    kind: 'visit',
    title: `Ein sehr langer Titel; mit, Zeichen \\ und Zeile\nzwei ${'走访学校'.repeat(30)}`,
    starts_on: day('2026-06-01'),
    status: 'ended',
    promises: `2026-11-30 [Campus recruiting] Send the list, soon | 2026-12-24 🎓 ${'x'.repeat(120)} | 2026-01-01 kept ✓`,
  }),
];
const NOW = new Date('2026-10-01T08:09:10.123Z');

const calendar = (language: Language = 'en', now = NOW) =>
  calendarOf({ items: datesOf(ENTRIES), names: NAMES, language, host: 'hr.example', now });

function eventsOf(text: string) {
  const parsed = new ICAL.Component(ICAL.parse(text));
  return parsed.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

describe('the calendar', () => {
  it('is read by an independent parser with every date, text and identifier as they are', () => {
    const events = eventsOf(calendar());
    expect(events.map(({ startDate, endDate }) => [String(startDate), String(endDate)])).toEqual([
      ['2026-11-01', '2026-11-02'],
      ['2026-11-30', '2026-12-01'],
      ['2026-12-24', '2026-12-25'],
      ['2026-12-31', '2027-01-01'],
    ]);
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
    const school = 'North, University; of "Trains"';
    expect(events.map(({ summary }) => summary)).toEqual([
      `Next step: Framework agreement · ${school}`,
      `Promise due: Send the list, soon · ${school}`,
      `Promise due: 🎓 ${'x'.repeat(120)} · ${school}`,
      `Ends: Framework agreement · ${school}`,
    ]);
    expect(events[1]?.description).toBe(`Visit\n${ENTRIES[1]?.title}\nCampus recruiting`);
    expect(events[0]?.uid).toBe('cooperation-7-next@hr.example');
    expect(events[0]?.sequence).toBe(2);
    const stamp = events[0]?.component.getFirstPropertyValue('dtstamp');
    expect(String(stamp)).toBe('2026-10-01T08:09:10Z');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it('keeps its identifiers from one day to the next, and whatever the language', () => {
    const uids = (text: string) => eventsOf(text).map(({ uid }) => uid);
    expect(uids(calendar('zh', new Date('2027-01-01')))).toEqual(uids(calendar()));
    expect(eventsOf(calendar('zh'))[3]?.summary).toBe('到期：框架协议 · 北方大学');
  });

  it('has lines of at most 75 octets that end in CRLF, cut between characters only', () => {
    const text = calendar('zh');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(Buffer.from(text).toString()).toBe(text);
  });

  it('of nothing is a calendar without events', () => {
    const empty = { items: [], names: NAMES, language: 'en', host: 'h', now: NOW } as const;
    expect(eventsOf(calendarOf(empty))).toEqual([]);
  });
});
