import { isoFromDay } from '../../domain/dates.ts';
import type { Bilingual } from '../../domain/language.ts';
import { MINOR_UNITS } from '../../domain/money.ts';
import { COOPERATION_KINDS } from '../../domain/records/enumerations.ts';
import { PLAN_DEGREES } from '../../domain/records/least-degree.ts';
import type { EntryName } from '../store/directory-ports.ts';
import type { KeyedKind, StoredKeyed } from '../store/import-ports.ts';
import { KEYED_TABLES } from '../store/sqlite/keyed-tables.ts';
import { chineseName } from './context.ts';
import type { Clash } from './find-clashes.ts';

type Value = string | number | null;

/** A clash as people read it: what it is about, and what the two entries say. */
export interface DescribedClash {
  readonly kind: KeyedKind;
  readonly about: Bilingual;
  /** By field; of several records the sum. Money in the deployment's currency, dates as ISO. */
  readonly differences: readonly {
    readonly field: string;
    readonly from: Value;
    readonly into: Value;
  }[];
}

/** The names of schools, majors and colleges by id, where a record may name one. */
export type NamesById = Readonly<
  Record<'school_id' | 'major_id' | 'college_id', ReadonlyMap<number, EntryName>>
>;

const LABELS: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  degree: PLAN_DEGREES,
  kind: COOPERATION_KINDS,
};
const DAYS = ['counted_on', 'starts_on', 'ends_on', 'next_on'];
const UNSAID = ['import_id', 'revision', 'college_id'];

function shown(column: string, value: Value): Value {
  if (typeof value !== 'number') return value;
  if (DAYS.includes(column)) return isoFromDay(value);
  return column === 'amount' ? value / MINOR_UNITS : value;
}

function words(column: string, value: Value, names: NamesById): Bilingual | null {
  if (value === null) return null;
  if (column === 'school_id' || column === 'major_id' || column === 'college_id') {
    const named = names[column].get(Number(value));
    return named === undefined ? null : { en: named.name, zh: chineseName(named) };
  }
  const text = String(shown(column, value));
  if (column === 'graduation_year' || column === 'year') return { en: text, zh: `${text}届` };
  return LABELS[column]?.[text] ?? { en: text, zh: text };
}

/**
 * Says what a clash is about.
 * @param own the column of the two entries themselves, which goes without saying.
 */
export function describeClash(
  kind: KeyedKind,
  { from, into }: Clash,
  own: string,
  names: NamesById,
): DescribedClash {
  const single = from.length === 1 && into.length === 1;
  const key = Object.keys(KEYED_TABLES[kind].key);
  const [first] = from;
  const told = key.filter(
    (column) => column !== own && (single || !['college_id', 'degree'].includes(column)),
  );
  const parts = told.flatMap((column) => words(column, first?.[column] ?? null, names) ?? []);
  const fields = KEYED_TABLES[kind].columns.filter(
    (column) => !key.includes(column) && !UNSAID.includes(column),
  );
  const valueOf = (rows: readonly StoredKeyed[], field: string): Value =>
    rows.length === 1 ? shown(field, rows[0]?.[field] ?? null) : sumOf(rows, field);
  const compared = fields.map((field) => ({
    field,
    from: valueOf(from, field),
    into: valueOf(into, field),
  }));
  return {
    kind,
    about: {
      en: parts.map(({ en }) => en).join(', '),
      zh: parts.map(({ zh }) => zh).join('，'),
    },
    differences: compared.filter((one) => one.from !== one.into),
  };
}

function sumOf(rows: readonly StoredKeyed[], field: string): number | null {
  const counted = rows.flatMap((row) => (typeof row[field] === 'number' ? [row[field]] : []));
  return counted.length === 0 ? null : counted.reduce((sum, count) => sum + count, 0);
}
