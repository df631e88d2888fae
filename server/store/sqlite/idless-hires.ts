import type { IdlessHires, StoredHire } from '../hire-ports.ts';
import { HIRE_ROW_COLUMNS } from './hire-writer.ts';
import type { Connection } from './open.ts';

/** The hires of files without any id, on a handle. */
export function idlessHires(connection: Connection): IdlessHires {
  const list = connection.prepare<[number], ReturnType<IdlessHires['notOf']>[number]>(
    `SELECT id, row_key AS rowKey, company FROM hires
     WHERE row_key IS NOT NULL AND import_id <> ? ORDER BY id`,
  );
  const take = connection.prepare<[number], StoredHire>(
    `DELETE FROM hires WHERE id = ? RETURNING id, ${HIRE_ROW_COLUMNS.join(', ')}`,
  );
  return {
    notOf: (importId) => list.all(importId),
    take: (id) => {
      const row = take.get(id);
      if (row === undefined) throw new RangeError(`There is no hire ${id}`);
      return row;
    },
  };
}
