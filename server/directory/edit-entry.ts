import { today } from '../../domain/dates.ts';
import { ENTRY_COLUMNS } from '../../domain/directory/directories.ts';
import { AppError } from '../../domain/errors.ts';
import type { Column } from '../../domain/records/columns.ts';
import { issueMessage, type Finding } from '../../domain/records/issues.ts';
import { parseValue } from '../../domain/records/parse-value.ts';
import { normalize } from '../import/normalize.ts';
import type { ListedEntry } from '../store/directory-ports.ts';
import type { DirectoryKind, DirectoryRow } from '../store/import-ports.ts';
import { chineseName, entryOf, ENTRY_WORDS, writeTo, type DirectoryContext } from './context.ts';
import { otherOf } from './shared-names.ts';

const DIRECTORY = { school: 'schools', major: 'majors' } as const;
const NAMES: readonly string[] = ['name', 'name_zh'];

/**
 * Changes fields of an entry. A name that it loses stays as an alias, so that files which say it still find it.
 * @param change by field; null or blank empties one.
 * @throws AppError `not_found`; `invalid_input` for a value that cannot be; `conflict` for a name or code of another.
 */
export function editEntry(
  context: DirectoryContext,
  kind: DirectoryKind,
  id: number,
  change: Readonly<Record<string, string | null>>,
): Promise<ListedEntry> {
  const { store } = context;
  return writeTo(context, () => {
    const entries = store.entries(kind);
    const entry = entryOf(entries, kind, id);
    const said = Object.entries(change).map(([field, raw]) => readField(kind, field, raw));
    const changed = said.filter(([field, value]) => entry.fields[field] !== value);
    if (changed.length === 0) return entry;
    for (const [field, value] of changed) {
      if (value !== null) refuseTaken(kind, entries, entry, field, value);
    }
    const row: DirectoryRow = Object.fromEntries(changed);
    store.edit(kind, id, row);
    const kept = new Set(Object.values({ ...entry.fields, ...row }));
    for (const field of NAMES.filter((name) => Object.hasOwn(row, name))) {
      const before = entry.fields[field] ?? null;
      if (before !== null && !kept.has(before)) store.addAlias(kind, id, before, normalize(before));
    }
    return entryOf(store.entries(kind), kind, id);
  });
}

function readField(
  kind: DirectoryKind,
  field: string,
  raw: string | null,
): readonly [string, string | null] {
  const column: Column | undefined = ENTRY_COLUMNS[DIRECTORY[kind]].find(
    (one) => one.field === field,
  );
  if (column === undefined) {
    const known = ENTRY_COLUMNS[DIRECTORY[kind]].map((one) => one.field).join(', ');
    throw new AppError('invalid_input', {
      en: `A ${ENTRY_WORDS[kind].en} has no field "${field}". It has ${known}.`,
      zh: `${ENTRY_WORDS[kind].zh}没有字段“${field}”，可用字段：${known}。`,
    });
  }
  if (raw === null || raw.trim() === '') {
    if (column.required === false) return [field, null];
    throw refusedValue(field, { code: 'missing_required', params: { field } });
  }
  const parsed = parseValue(column.kind, raw, { order: null, decimal: null, today: today() });
  if ('error' in parsed) throw refusedValue(field, parsed.error);
  return [field, typeof parsed.value === 'string' ? parsed.value : raw.trim()];
}

function refusedValue(field: string, { code, params }: Finding): AppError {
  return new AppError(
    'invalid_input',
    {
      en: `${field}: ${issueMessage(code, params, 'en')}`,
      zh: `${field}：${issueMessage(code, params, 'zh')}`,
    },
    [{ path: [field], code }],
  );
}

function refuseTaken(
  kind: DirectoryKind,
  entries: readonly ListedEntry[],
  entry: ListedEntry,
  field: string,
  value: string,
): void {
  const isName = NAMES.includes(field);
  const other = isName
    ? otherOf(kind, entries, [entry.id], value)
    : field === 'code'
      ? entries.find(({ id, code }) => id !== entry.id && code === value)
      : null;
  if (other === null || other === undefined) return;
  throw new AppError(
    'conflict',
    isName
      ? {
          en: `“${value}” already stands for ${other.name}. If the two are the same, merge them.`,
          zh: `“${value}”已经是“${chineseName(other)}”的名称。如果两者相同，请合并。`,
        }
      : {
          en: `${other.name} already has the code ${value}. If the two are the same, merge them.`,
          zh: `“${chineseName(other)}”已使用代码 ${value}。如果两者相同，请合并。`,
        },
    { id: other.id },
  );
}
