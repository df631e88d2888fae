import { describe, expect, it } from 'vitest';
import { CONTACT_DAYS, dueOf, type DueItem } from '../../../domain/cooperation/due.ts';
import type { LedgerEntry } from '../../../domain/cooperation/entry.ts';
import { isoFromDay } from '../../../domain/dates.ts';
import { day, ledgerEntry } from '../../support/ledger-entry.ts';

const ON = day('2026-09-30');

const shown = (items: readonly DueItem[]) =>
  items.map(({ what, on, entry }) => `${what} ${isoFromDay(on)} ${entry?.title ?? ''}`.trim());

function due(entries: readonly LedgerEntry[], days = 90, on = ON) {
  const { ends, overdue, coming } = dueOf(entries, on, days);
  return { ends: shown(ends), overdue: shown(overdue), coming: shown(coming) };
}

const agreement = (title: string, ends: string, fields: Partial<LedgerEntry> = {}) =>
  ledgerEntry({ title, ends_on: day(ends), status: 'active', ...fields });
const visit = (title: string, on: string, fields: Partial<LedgerEntry> = {}) =>
  ledgerEntry({ kind: 'visit', title, starts_on: day(on), status: 'ended', ...fields });

describe('what ends', () => {
  it('ends within the days, the day itself and the last one included, nearest first', () => {
    const entries = [
      agreement('last', '2026-12-29'),
      agreement('after', '2026-12-30'),
      agreement('today', '2026-09-30'),
      agreement('no state', '2026-10-01', { status: null }),
    ];
    expect(due(entries).ends).toEqual([
      'end 2026-09-30 today',
      'end 2026-10-01 no state',
      'end 2026-12-29 last',
    ]);
    expect(due(entries, 0).ends).toEqual(['end 2026-09-30 today']);
    expect(due(entries, 91).ends).toContain('end 2026-12-30 after');
  });

  it('does not end again what has ended or never came about, nor what only took place on a day', () => {
    const entries = [
      agreement('ended', '2026-10-05', { status: 'ended' }),
      agreement('cancelled', '2026-10-05', { status: 'cancelled' }),
      visit('visit', '2026-10-05', { ends_on: day('2026-10-06'), status: 'planned' }),
      ledgerEntry({ title: 'open', starts_on: day('2020-01-01'), status: 'active' }),
    ];
    expect(due(entries)).toEqual({
      ends: [],
      overdue: expect.arrayContaining([]),
      coming: ['start 2026-10-05 visit'],
    });
  });

  it('is overdue where it went unnoticed', () => {
    expect(due([agreement('unnoticed', '2026-08-31')]).overdue).toEqual([
      'end 2026-08-31 unnoticed',
    ]);
  });
});

describe('next steps', () => {
  it('of a visit count until the school is visited or a visit planned', () => {
    const first = visit('first', '2025-10-22', { next_on: day('2026-04-22') });
    const planned = visit('planned', '2026-11-01', { status: 'planned' });
    const cancelled = visit('cancelled', '2026-08-01', { status: 'cancelled' });
    const elsewhere = visit('elsewhere', '2026-08-01', { school_id: 2 });
    const college = visit('college', '2026-08-01', { college_id: 7 });
    expect(due([first, cancelled, elsewhere, college]).overdue).toEqual(['next 2026-04-22 first']);
    expect(due([first, planned])).toEqual({
      ends: [],
      overdue: [],
      coming: ['start 2026-11-01 planned'],
    });
    expect(due([first, planned], 90, day('2026-11-02')).overdue).toEqual([
      'start 2026-11-01 planned',
    ]);
  });

  it('are said once where the next step is the planned beginning', () => {
    const on = day('2026-10-20');
    const event = ledgerEntry({
      kind: 'event',
      title: 'fair',
      starts_on: on,
      status: 'planned',
      next_on: on,
    });
    expect(due([event]).coming).toEqual(['start 2026-10-20 fair']);
  });
});

describe('promises', () => {
  it('count while they are open, each by its own day', () => {
    const entry = visit('visit', '2026-06-01', {
      promises:
        '2026-09-29 [HR] late | 2026-09-30 today | 2026-08-01 kept ✓ | [HR] some day | 2027-06-01 far',
    });
    expect(due([entry])).toEqual({
      ends: [],
      overdue: ['promise 2026-09-29 visit'],
      coming: ['promise 2026-09-30 visit'],
    });
  });
});

describe('contact', () => {
  const inForce = ledgerEntry({ starts_on: day('2024-01-01'), status: 'active', title: 'base' });

  it('is overdue a year after the last visit or event, and after the beginning where there was none', () => {
    const met = isoFromDay(ON - CONTACT_DAYS);
    const tooLong = isoFromDay(ON - CONTACT_DAYS - 1);
    expect(due([inForce, visit('v', met)]).overdue).toEqual([]);
    expect(due([inForce, visit('v', tooLong)]).overdue).toEqual([`contact ${isoFromDay(ON - 1)}`]);
    expect(due([inForce]).overdue).toEqual([
      `contact ${isoFromDay(day('2024-01-01') + CONTACT_DAYS)}`,
    ]);
    expect(due([inForce, visit('v', tooLong, { kind: 'event' })]).overdue).toHaveLength(1);
  });

  it('is not asked of schools with nothing in force, nor where a date for the next visit is set', () => {
    const over = { ...inForce, ends_on: day('2026-09-29') };
    expect(due([{ ...over, status: 'ended' }]).overdue).toEqual([]);
    const next = visit('v', '2024-05-01', { next_on: day('2026-12-01') });
    expect(due([inForce, next]).overdue).toEqual([]);
    const future = ledgerEntry({ starts_on: day('2026-10-01'), status: 'active' });
    expect(due([future]).overdue).toEqual([]);
  });
});
