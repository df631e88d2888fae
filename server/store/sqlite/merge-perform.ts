import type { CollegeTwins, MergePlan, MergeStore } from '../directory-ports.ts';
import type { DirectoryKind, KeyedKind, StoredKeyed } from '../import-ports.ts';
import { ENTRY_TABLES } from './entry-tables.ts';
import { KEYED_TABLES } from './keyed-tables.ts';
import type { Connection } from './open.ts';

/** The college of the other school that has the name of a record's college; null where there is none. */
const TWIN = `(SELECT twin.id FROM colleges AS own
  JOIN colleges AS twin ON twin.school_id = @into AND twin.normalized = own.normalized
  WHERE own.id = college_id AND own.school_id = @from)`;

type Parameters = Readonly<Record<string, string | number | null>>;

/** Runs statements on a handle by name of their parameters. */
function runner(connection: Connection) {
  return (sql: string, parameters: Parameters): number =>
    connection.prepare<[Parameters]>(sql).run(parameters).changes;
}

/** The journal's line of a record that moves: what else than its entry changes. */
function beforeMoving(kind: DirectoryKind, record: string): string {
  if (kind === 'major' || record === 'plans') return 'NULL';
  const college = `CASE WHEN ${TWIN} IS NOT NULL THEN college_id END`;
  return record === 'cooperation'
    ? `json_object('row', json_object('college_id', ${college}, 'revision', revision))`
    : `CASE WHEN ${TWIN} IS NOT NULL THEN json_object('row', json_object('college_id', college_id)) END`;
}

/** What a record that moves gets besides its entry. */
function whenMoving(kind: DirectoryKind, record: string): string {
  if (kind === 'major') return '';
  const revision = record === 'cooperation' ? ', revision = revision + 1' : '';
  return `, college_id = ifnull(${TWIN}, college_id)${revision}`;
}

/** The verbs that read and write for a merge, on a handle. */
export function mergePerformer(
  connection: Connection,
): Pick<MergeStore, 'merge' | 'collegeTwins' | 'records'> {
  const run = runner(connection);
  const twins = connection.prepare<[number, number], CollegeTwins>(
    `SELECT own.id AS "from", twin.id AS "into" FROM colleges AS own
     JOIN colleges AS twin ON twin.school_id = ? AND twin.normalized = own.normalized
     WHERE own.school_id = ? ORDER BY own.id`,
  );

  /** Notes rows of a table as they are, before they go. */
  const journalRows = (
    merge: number,
    entity: string,
    columns: readonly string[],
    where: string,
    parameters: Parameters,
  ): number => {
    const row = columns.map((column) => `'${column}', ${column}`).join(', ');
    return run(
      `INSERT INTO merge_changes (merge_id, entity, record_id, what, before)
       SELECT @merge, '${entity}', id, 'removed', json_object('row', json_object(${row}))
       FROM ${entity} WHERE ${where}`,
      { ...parameters, merge },
    );
  };

  const moveColleges = (merge: number, sides: CollegeTwins): number => {
    const own =
      'school_id = @from AND normalized IN (SELECT normalized FROM colleges WHERE school_id = @into)';
    const columns = ['school_id', 'name', 'name_zh', 'normalized'];
    journalRows(merge, 'colleges', columns, own, { ...sides });
    run(
      `INSERT INTO merge_changes (merge_id, entity, record_id, what, before)
       SELECT @merge, 'colleges', twin.id, 'touched',
         CASE WHEN twin.name_zh IS NULL THEN json_object('filled', json_object('name_zh', own.name_zh)) END
       FROM colleges AS own JOIN colleges AS twin ON twin.school_id = @into AND twin.normalized = own.normalized
       WHERE own.school_id = @from`,
      { ...sides, merge },
    );
    run(
      `UPDATE colleges SET name_zh = (SELECT own.name_zh FROM colleges AS own
         WHERE own.school_id = @from AND own.normalized = colleges.normalized)
       WHERE school_id = @into AND name_zh IS NULL
         AND normalized IN (SELECT normalized FROM colleges WHERE school_id = @from)`,
      { ...sides },
    );
    run(`DELETE FROM colleges WHERE ${own}`, { ...sides });
    run(
      `INSERT INTO merge_changes (merge_id, entity, record_id, what)
       SELECT @merge, 'colleges', id, 'moved' FROM colleges WHERE school_id = @from`,
      { from: sides.from, merge },
    );
    return run('UPDATE colleges SET school_id = @into WHERE school_id = @from', { ...sides });
  };

  const moveRecords = (merge: number, kind: DirectoryKind, sides: CollegeTwins) => {
    const { column, records } = ENTRY_TABLES[kind];
    return records.map((record) => {
      run(
        `INSERT INTO merge_changes (merge_id, entity, record_id, what, before)
         SELECT @merge, '${record}', id, 'moved', ${beforeMoving(kind, record)}
         FROM ${record} WHERE ${column} = @from`,
        { ...sides, merge },
      );
      const moved = run(
        `UPDATE ${record} SET ${column} = @into${whenMoving(kind, record)} WHERE ${column} = @from`,
        { ...sides },
      );
      return [record, moved] as const;
    });
  };

  const removeRecords = (merge: number, { removed }: MergePlan): void => {
    for (const { kind, id } of removed) {
      journalRows(merge, kind, KEYED_TABLES[kind].columns, 'id = @id', { id });
      run(`DELETE FROM ${kind} WHERE id = @id`, { id });
    }
  };

  const joinEntries = (merge: number, { kind, from, into, filled }: MergePlan): void => {
    const { table, columns, aliases, column } = ENTRY_TABLES[kind];
    const row = [...columns, 'edited_version'].map((name) => `'${name}', ${name}`).join(', ');
    run(
      `INSERT INTO merge_changes (merge_id, entity, record_id, what, before)
       SELECT @merge, '${table}', id, 'removed', json_object('row', json_object(${row}), 'aliases',
         (SELECT json_group_array(json_object('alias', alias, 'normalized', normalized))
          FROM ${aliases} WHERE ${column} = ${table}.id))
       FROM ${table} WHERE id = @from`,
      { from: from.id, merge },
    );
    run(
      `INSERT INTO merge_changes (merge_id, entity, record_id, what, before)
       VALUES (@merge, '${table}', @into, 'touched', @filled)`,
      { into: into.id, merge, filled: JSON.stringify({ filled }) },
    );
    run(`DELETE FROM ${table} WHERE id = @from`, { from: from.id });
    for (const [name, value] of Object.entries(filled)) {
      if (!columns.includes(name)) throw new RangeError(`${table} have no column ${name}`);
      run(`UPDATE ${table} SET ${name} = @value WHERE id = @into`, { into: into.id, value });
    }
  };

  const addAliases = ({ kind, into, aliases: added }: MergePlan) => {
    const { aliases, column } = ENTRY_TABLES[kind];
    return added.filter(
      ({ alias, normalized }) =>
        run(
          `INSERT OR IGNORE INTO ${aliases} (${column}, alias, normalized) VALUES (@id, @alias, @normalized)`,
          { id: into.id, alias, normalized },
        ) > 0,
    );
  };

  return {
    collegeTwins: (from, into) => twins.all(into, from),
    records: (kind: KeyedKind, directory, id) =>
      connection
        .prepare<[number], StoredKeyed>(
          `SELECT id, ${KEYED_TABLES[kind].columns.join(', ')} FROM ${kind}
           WHERE ${ENTRY_TABLES[directory].column} = ? ORDER BY id`,
        )
        .all(id),
    merge: (plan) => {
      const { kind, from, into } = plan;
      const merge = Number(
        connection
          .prepare<[Parameters]>(
            `INSERT INTO merges (kind, from_id, from_name, from_name_zh, into_id, into_name, into_name_zh,
               names, aliases, moved, version, merged_at, merged_by)
             VALUES (@kind, @from, @fromName, @fromNameZh, @into, @intoName, @intoNameZh,
               @names, '[]', '{}', 0, @now, @by)`,
          )
          .run({
            kind,
            from: from.id,
            fromName: from.name,
            fromNameZh: from.nameZh,
            into: into.id,
            intoName: into.name,
            intoNameZh: into.nameZh,
            names: JSON.stringify(plan.names),
            now: new Date().toISOString(),
            by: plan.by,
          }).lastInsertRowid,
      );
      const sides = { from: from.id, into: into.id };
      const moved = { hires: 0, cohorts: 0, plans: 0, cooperation: 0, colleges: 0 };
      removeRecords(merge, plan);
      Object.assign(moved, Object.fromEntries(moveRecords(merge, kind, sides)));
      if (kind === 'school') moved.colleges = moveColleges(merge, sides);
      joinEntries(merge, plan);
      run('UPDATE version SET value = value + 1 WHERE id = @one', { one: 1 });
      run(
        `UPDATE merges SET aliases = @aliases, moved = @moved, version = (SELECT value FROM version)
         WHERE id = @merge`,
        { merge, aliases: JSON.stringify(addAliases(plan)), moved: JSON.stringify(moved) },
      );
      return merge;
    },
  };
}
