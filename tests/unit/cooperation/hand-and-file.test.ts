import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeOfEverything } from '../../../server/auth/scope.ts';
import { ledgerCsv } from '../../../server/cooperation/ledger-csv.ts';
import { openLedger, type Ledger } from '../../../server/cooperation/open-ledger.ts';
import { openDirectory } from '../../../server/directory/open-directory.ts';
import { NO_FILTERS } from '../../../server/store/ledger-ports.ts';
import { openStore } from '../../../server/store/sqlite/store.ts';
import { openWorkbench, type Workbench } from '../import/workbench.ts';

const OPTIONS = { kind: 'cooperation', newNames: true } as const;
const READER = { scope: scopeOfEverything(), collegeId: null };

let bench: Workbench;
let ledger: Ledger;
beforeAll(async () => {
  bench = await openWorkbench();
  ledger = openLedger(bench.databasePath);
});
afterAll(async () => {
  ledger.close();
  await bench.close();
});

const HEADER = 'school,college,kind,title,starts_on,people';
const file = (...rows: string[]) => `${HEADER}\n${rows.join('\n')}\n`;
const entries = () => ledger.all(NO_FILTERS, READER);
const named = (title: string) => entries().find((entry) => entry.title === title);
const change = async (title: string, fields: Record<string, string | number>) => {
  const { id = 0, revision = 0 } = named(title) ?? {};
  return ledger.change(READER, { id, expected: revision, input: { fields }, by: null });
};

async function exported(): Promise<string> {
  const store = await openStore(bench.databasePath);
  const text = ledgerCsv(entries(), await store.directory.names());
  store.close();
  return text;
}

describe('files and hands on one ledger', () => {
  it('what a person changed stays when the import is undone, the rest goes back', async () => {
    const first = await bench.run(file('N,,visit,made,,1', 'N,,visit,kept,,1'), OPTIONS);
    const second = await bench.run(file('N,,visit,made,,2', 'N,,visit,other,,2'), OPTIONS);
    await change('other', { people: 7 });
    await bench.imports.undo(second.id);
    expect(named('made')).toMatchObject({ people: 1 });
    expect(named('other')).toMatchObject({ people: 7, import_id: null });

    const third = await bench.run(file('N,,visit,made,,3', 'N,,visit,kept,,3'), OPTIONS);
    await change('made', { people: 9 });
    const { id = 0, revision = 0 } = named('kept') ?? {};
    await ledger.remove(READER, { id, expected: revision, by: null });
    await bench.imports.undo(third.id);
    expect(named('made')).toMatchObject({ people: 9 });
    expect(named('kept')).toBeUndefined();
    await bench.imports.undo(first.id);
    expect(named('made')).toMatchObject({ people: 9 });
    expect((await ledger.restore(id, null)).people).toBe(3);
  });

  it('an import that changes an entry made by hand counts up its revision', async () => {
    const input = { school: 'N', fields: { kind: 'visit', title: 'by hand', people: 1 } };
    const { id } = await ledger.add(input, null);
    const done = await bench.run(file('N,,visit,by hand,,5'), OPTIONS);
    expect(ledger.get(id, READER)).toMatchObject({ people: 5, revision: 2, import_id: done.id });
    const stale = { id, expected: 1, input: { fields: { people: 8 } }, by: null };
    expect(await ledger.change(READER, stale)).toMatchObject({ kind: 'stale' });
    await bench.imports.undo(done.id);
    expect(ledger.get(id, READER)).toMatchObject({ people: 1, import_id: null });
  });

  it('an id is never given again, so that the trail of one entry never speaks of another', async () => {
    const input = (title: string) => ({ school: 'N', fields: { kind: 'other', title } });
    const { id } = await ledger.add(input('first'), null);
    await ledger.remove(READER, { id, expected: 'any', by: null });
    expect((await ledger.add(input('second'), null)).id).toBeGreaterThan(id);
  });

  it('an entry deleted before a merge comes back at the school that stayed, with its college', async () => {
    await bench.run(file('Old,Arts,visit,moved,,1', 'New,,visit,there,,1'), OPTIONS);
    const { id = 0 } = named('moved') ?? {};
    await ledger.remove(READER, { id, expected: 'any', by: null });
    const keeping = openDirectory(bench.databasePath);
    const idOf = (name: string) =>
      keeping.entries('school').find(({ fields }) => fields['name'] === name)?.id ?? 0;
    const into = idOf('New');
    await keeping.merge({ kind: 'school', from: idOf('Old'), into, keep: null }, null);
    keeping.close();
    const back = await ledger.restore(id, null);
    expect(back).toMatchObject({ id, school_id: into });
    const colleges = bench.rows(`SELECT name FROM colleges WHERE id = ${back.college_id ?? 0}`);
    expect(colleges).toEqual([{ name: 'Arts' }]);
  });

  it('an exported file says what is stored: imported again it changes nothing, elsewhere it makes the same', async () => {
    const details = {
      kind: 'research',
      title: '=1+1 "quoted", 课题',
      starts_on: '2024-01-01',
      ends_on: '2026-12-31',
      status: 'active',
      amount: '1234.5',
      outcome: 'Line\nbreak',
      contact_role: '-office',
      promises: '2026-12-01 [HR, Campus] Send; it ✓ | [X] y',
      links: "O'Neil <https://a.example/?q=1,2;3>",
      used: '2024: 1 | 2025: 2',
      results_stage: 'in_use',
      minutes: 'M',
      hours: 3,
      mentors: 2,
      courses: 1,
      shared: 'yes',
      seats: 4,
      next_on: '2026-11-01',
    };
    await ledger.add({ school: 'N', college: '理学院', fields: details }, null);
    const text = await exported();
    const again = await bench.run(text, OPTIONS);
    expect(again.summary?.issues).toEqual([]);
    expect(again.result).toMatchObject({ inserted: 0, updated: 0, unchanged: entries().length });

    const elsewhere = await openWorkbench();
    await elsewhere.run(text, OPTIONS);
    const other = openLedger(elsewhere.databasePath);
    const own = { id: 0, school_id: 0, college_id: 0, import_id: 0, revision: 0 };
    const told = (list: ReturnType<typeof entries>) =>
      list.map((entry) => JSON.stringify({ ...entry, ...own })).toSorted();
    expect(told(other.all(NO_FILTERS, READER))).toEqual(told(entries()));
    other.close();
    await elsewhere.close();
  });
});
