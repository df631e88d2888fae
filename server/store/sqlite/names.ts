import type { Kysely } from 'kysely';
import type { DimensionId } from '../../../domain/dimensions.ts';
import type { KeyValue, Names } from '../ports.ts';
import type { Database } from './schema.ts';
import type { ReadState } from './state-reader.ts';

type Name = ReturnType<Names['of']>;

async function read(db: Kysely<Database>): Promise<Names> {
  const names = new Map<string, Name>();
  const ids = new Map<string, number[]>();
  const put = (dimension: string, value: KeyValue, name: string, nameZh: string | null): void => {
    names.set(`${dimension} ${value}`, { name, nameZh });
  };
  for (const [dimension, table] of [
    ['school', 'schools'],
    ['college', 'colleges'],
    ['major', 'majors'],
  ] as const) {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'name', 'name_zh'])
      .orderBy('id')
      .execute();
    for (const row of rows) put(dimension, row.id, row.name, row.name_zh);
    ids.set(
      dimension,
      rows.map(({ id }) => id),
    );
  }
  for (const term of await db.selectFrom('terms').selectAll().execute()) {
    put(term.dimension, term.value, term.value, term.name_zh);
  }
  return {
    chinese: (field, text) => names.get(`${field} ${text}`)?.nameZh ?? null,
    ids: (dimension) => ids.get(dimension) ?? [],
    of: (dimension: DimensionId, value: KeyValue) =>
      names.get(`${dimension} ${value}`) ?? {
        name: value === null ? '' : String(value),
        nameZh: null,
      },
  };
}

/** The names of the database, read again whenever its version has moved. */
export function namesReader(db: Kysely<Database>, readState: ReadState): () => Promise<Names> {
  let cached: { version: number; names: Names } | null = null;
  return async () => {
    const { version } = await readState(db);
    if (cached?.version !== version) cached = { version, names: await read(db) };
    return cached.names;
  };
}
