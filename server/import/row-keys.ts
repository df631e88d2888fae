import { createHash } from 'node:crypto';
import { normalize } from './normalize.ts';
import type { ParsedRow } from './parse-row.ts';
import type { Plan } from './plan.ts';

const NAMES = ['school', 'major', 'college'];
const HASH_LENGTH = 22;

/**
 * Keys of rows without any id: a hash of what the row says and its running number among rows that say the same,
 * so that the same file twice changes nothing. Null where the file has ids.
 */
export function rowKeys(plan: Plan): (parsed: ParsedRow) => string | null {
  const hasIds = plan.byField.has('candidate_id') || plan.byField.has('employee_id');
  const counts = new Map<string, number>();
  return ({ values }) => {
    if (hasIds) return null;
    const said = [...values]
      .map(([field, value]) => [field, NAMES.includes(field) ? normalize(String(value)) : value])
      .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    const hash = createHash('sha256').update(JSON.stringify(said)).digest('base64url');
    const key = hash.slice(0, HASH_LENGTH);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return `${key}#${count}`;
  };
}
