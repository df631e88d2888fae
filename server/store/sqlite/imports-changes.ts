import type { BeforeImage, ChangedEntity, ChangeLog } from '../import-ports.ts';
import { importRestore } from './imports-restore.ts';
import { laterImports } from './imports-later.ts';
import { insertedRanges } from './imports-ranges.ts';
import { laterDirectoryChanges } from './merges-later.ts';
import type { Connection } from './open.ts';

/** Record by record, so that the table name never comes from outside. */
const FULL_ROWS: Readonly<Record<ChangedEntity, string>> = {
  hires: 'hires',
  schools: 'schools',
  majors: 'majors',
  colleges: 'colleges',
  cohorts: 'cohorts',
  plans: 'plans',
  cooperation: 'cooperation',
};

/** What imports did to the data, on a handle. Its verbs belong into a transaction of the caller. */
export function changeLog(connection: Connection): ChangeLog {
  const remember = connection.prepare<[number, string, number, string | null]>(
    `INSERT INTO import_changes (import_id, entity, record_id, before) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const bump = connection.prepare('UPDATE version SET value = value + 1 WHERE id = 1');
  const finish = connection.prepare(
    `UPDATE imports SET status = 'committed', result = @result, summary = @summary, as_of = @asOf,
       committed_at = @now, committed_version = (SELECT value FROM version), error = NULL
     WHERE id = @id`,
  );
  const latest = connection.prepare<[], { asOf: number | null }>(
    `SELECT max(as_of) AS asOf FROM imports WHERE status = 'committed' AND kind = 'hires'`,
  );
  const undo = connection.prepare(
    `UPDATE imports SET status = 'undone', undone_at = @now WHERE id = @id`,
  );
  const forget = connection.prepare<[number]>('DELETE FROM import_changes WHERE import_id = ?');
  const rememberName = connection.prepare<[number, string, number, string]>(
    'INSERT OR IGNORE INTO import_names (import_id, kind, entry_id, name) VALUES (?, ?, ?, ?)',
  );
  const forgetNames = connection.prepare<[number]>('DELETE FROM import_names WHERE import_id = ?');
  const restore = importRestore(connection);
  const ranges = insertedRanges(connection);
  return {
    remember: (importId, entity, id, before: BeforeImage | null) => {
      remember.run(
        importId,
        FULL_ROWS[entity],
        id,
        before === null ? null : JSON.stringify(before),
      );
    },
    rememberRange: ranges.remember,
    latestAsOf: () => latest.get()?.asOf ?? null,
    rememberNames: (importId, kind, names) => {
      for (const { id, name } of names) rememberName.run(importId, kind, id, name);
    },
    laterImports: laterImports(connection),
    laterDirectoryChanges: laterDirectoryChanges(connection),
    restore: (importId) => {
      ranges.remove(importId);
      restore(importId);
    },
    finishCommit: (id, { result, summary, asOf, changed }) => {
      // The data's as-of is the latest of its imports, so a later one is a change of every figure.
      const moved = asOf !== null && asOf > (latest.get()?.asOf ?? -Infinity);
      if (changed || moved) bump.run();
      finish.run({
        id,
        result: JSON.stringify(result),
        summary: JSON.stringify(summary),
        asOf,
        now: new Date().toISOString(),
      });
    },
    finishUndo: (id) => {
      bump.run();
      undo.run({ id, now: new Date().toISOString() });
      forget.run(id);
      forgetNames.run(id);
      ranges.forget(id);
    },
  };
}
