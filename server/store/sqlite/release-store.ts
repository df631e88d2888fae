import type { NewRelease, ReleaseEntry, ReleasePart, ReleaseStore } from '../release-ports.ts';
import { openForWriting } from './open.ts';

const COLUMNS = `id, published_at AS publishedAt, published_by AS publishedBy, withdrawn_at AS withdrawnAt,
  withdrawn_by AS withdrawnBy, version, as_of AS asOf, head`;

/** Opens the releases of a database of the current schema. A busy database is answered at once. */
export function openReleaseStore(path: string): ReleaseStore {
  const connection = openForWriting(path, 0);
  const all = connection.prepare<[], ReleaseEntry>(
    `SELECT ${COLUMNS} FROM releases ORDER BY id DESC`,
  );
  const one = connection.prepare<[number], ReleaseEntry>(
    `SELECT ${COLUMNS} FROM releases WHERE id = ?`,
  );
  const part = connection.prepare<[number, number, number | null], { content: string }>(
    'SELECT content FROM release_parts WHERE release_id = ? AND school = ? AND college IS ?',
  );
  const parts = connection.prepare<[number], Omit<ReleasePart, 'content'>>(
    `SELECT school AS schoolId, college AS collegeId FROM release_parts
     WHERE release_id = ? ORDER BY school, ifnull(college, 0)`,
  );
  const evidence = connection.prepare<[number], { evidence: Buffer }>(
    'SELECT evidence FROM releases WHERE id = ?',
  );
  const add = connection.prepare<[Omit<NewRelease, 'parts'>]>(
    `INSERT INTO releases (published_at, published_by, version, as_of, head, evidence)
     VALUES (@publishedAt, @publishedBy, @version, @asOf, @head, @evidence)`,
  );
  const addPart = connection.prepare<[number, number, number | null, string]>(
    'INSERT INTO release_parts (release_id, school, college, content) VALUES (?, ?, ?, ?)',
  );
  const withdraw = connection.prepare<[string, string | null, number]>(
    'UPDATE releases SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ?',
  );
  const addAll = connection.transaction(
    ({ parts: content, ...release }: NewRelease, refuse: Parameters<ReleaseStore['add']>[1]) => {
      refuse(all.all());
      const id = Number(add.run(release).lastInsertRowid);
      for (const { schoolId, collegeId, content: text } of content)
        addPart.run(id, schoolId, collegeId, text);
      return id;
    },
  );
  return {
    list: () => all.all(),
    get: (id) => one.get(id) ?? null,
    part: (releaseId, schoolId, collegeId) =>
      part.get(releaseId, schoolId, collegeId)?.content ?? null,
    partsOf: (releaseId) => parts.all(releaseId),
    evidence: (id) => {
      const row = evidence.get(id);
      if (row === undefined) throw new RangeError(`There is no release ${id}`);
      return row.evidence;
    },
    add: (release, refuse) => addAll.immediate(release, refuse),
    withdraw: (id, at, by) => {
      withdraw.run(at, by, id);
    },
    close: () => {
      connection.close();
    },
  };
}
