import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../domain/cooperation/entry.ts';
import { overlaps, spanOf } from '../../../domain/cooperation/span.ts';
import {
  COOPERATION_KINDS,
  COOPERATION_STATUSES,
  type CooperationKind,
  type CooperationStatus,
} from '../../../domain/records/enumerations.ts';
import { scopeOfEverything } from '../../../server/auth/scope.ts';
import { NO_FILTERS } from '../../../server/store/ledger-ports.ts';
import { openLedgerStore } from '../../../server/store/sqlite/ledger-store.ts';
import { ledgerEntry } from '../../support/ledger-entry.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

const FIRST = 20_000;
const LAST = 20_020;
const days = fc.option(fc.integer({ min: FIRST, max: LAST }));

const entry = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(COOPERATION_KINDS) as CooperationKind[])),
    status: fc.option(
      fc.constantFrom(...(Object.keys(COOPERATION_STATUSES) as CooperationStatus[])),
    ),
    starts_on: days,
    ends_on: days,
  })
  .filter(({ starts_on: a, ends_on: b }) => a === null || b === null || a <= b);

/** Whether something goes on on a day, by the words of the rule. */
function goesOn({ kind, status, starts_on: starts, ends_on: ends }: LedgerEntry, on: number) {
  if (starts === null && ends === null) return false;
  const onDays = kind === 'visit' || kind === 'event';
  if (starts === null) return onDays ? on === ends : on <= (ends ?? 0);
  if (ends !== null) return starts <= on && on <= ends;
  const over = onDays || status === 'ended' || status === 'cancelled';
  return over ? on === starts : starts <= on;
}

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
  database.write((handle) => handle.exec(`INSERT INTO schools (id, name) VALUES (1, 'School')`));
});
afterAll(() => database.remove());

describe('the time of an entry', () => {
  it('overlaps a range where it goes on on one of its days, in the domain and in the database', () => {
    const store = openLedgerStore(database.path);
    const reader = { scope: scopeOfEverything(), collegeId: null };
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), days, days, (given, from, to) => {
        fc.pre(from === null || to === null || from <= to);
        const entries = given.map((one, index) => ledgerEntry({ ...one, title: `T${index}` }));
        // Nothing is dated outside these: an open side of the range reaches a little beyond.
        const range = Array.from({ length: LAST - FIRST + 3 }, (_, index) => FIRST - 1 + index);
        const wanted = range.filter((on) => (from ?? on) <= on && on <= (to ?? on));
        const expected = entries.filter((one) => wanted.some((on) => goesOn(one, on)));
        const domain = entries.filter((one) => {
          const span = spanOf(one);
          return span !== null && overlaps(span, from, to);
        });
        expect(domain).toEqual(expected);
        const found = store.write(() => {
          for (const { id } of store.all(NO_FILTERS, reader)) {
            store.remove(id);
          }
          for (const one of entries) store.add(one);
          return store.all({ ...NO_FILTERS, from, to }, reader).map(({ title }) => title);
        });
        const all = from === null && to === null;
        expect(found).toEqual((all ? entries : expected).map(({ title }) => title));
      }),
      { numRuns: 150 },
    );
    store.close();
  });
});
