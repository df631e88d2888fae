import type { LedgerEntry } from '../../domain/cooperation/entry.ts';
import { LIST_SIGN } from '../../domain/cooperation/promises.ts';
import type { YearlyUse } from '../../domain/cooperation/yearly-use.ts';
import { isoFromDay, today } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import type { Bilingual } from '../../domain/language.ts';
import { MINOR_UNITS } from '../../domain/money.ts';
import type { Column, ParseKind } from '../../domain/records/columns.ts';
import {
  COOPERATION_KINDS,
  COOPERATION_STATUSES,
  RESULTS_STAGES,
} from '../../domain/records/enumerations.ts';
import { finding, issueMessage, type Finding } from '../../domain/records/issues.ts';
import { columnOf } from '../../domain/records/kinds.ts';
import { linkItem, promiseItem } from '../../domain/records/parse-lists.ts';
import { parseValue } from '../../domain/records/parse-value.ts';

/** A link as a person or a script gives it. */
export interface GivenLink {
  readonly title?: string | null | undefined;
  readonly url: string;
}

/** A promise as a person or a script gives it. */
export interface GivenPromise {
  readonly due_on?: string | null | undefined;
  readonly owner?: string | null | undefined;
  readonly text: string;
  readonly done?: boolean | undefined;
}

/** A value as a person or a script gives it. */
export type Given =
  | string
  | number
  | boolean
  | null
  | readonly GivenLink[]
  | readonly GivenPromise[]
  | readonly YearlyUse[];

/** What of an entry a change sets, besides its school and college. */
export type FieldChange = Partial<Omit<LedgerEntry, 'id' | 'school_id' | 'college_id'>>;

/** The words that each column of fixed words takes. */
const CODES: Readonly<Partial<Record<ParseKind, Readonly<Record<string, Bilingual>>>>> = {
  cooperation_kind: COOPERATION_KINDS,
  cooperation_status: COOPERATION_STATUSES,
  results_stage: RESULTS_STAGES,
};

function refused(field: string, { code, params }: Finding): AppError {
  return new AppError(
    'invalid_input',
    {
      en: `${field}: ${issueMessage(code, params, 'en')}`,
      zh: `${field}：${issueMessage(code, params, 'zh')}`,
    },
    [{ path: [field], code }],
  );
}

function refuseWord(
  field: string,
  words: Readonly<Record<string, Bilingual>>,
  text: string,
): AppError {
  const codes = Object.entries(words);
  return new AppError(
    'invalid_input',
    {
      en: `${field}: “${text}” is none of ${codes.map(([code]) => code).join(', ')}.`,
      zh: `${field}：“${text}”不在可选范围内：${codes.map(([, { zh }]) => zh).join('、')}。`,
    },
    [{ path: [field], code: 'unknown_word' }],
  );
}

function readText(column: Column, text: string): string | number {
  const { field, kind } = column;
  const decimal = kind === 'amount' ? '.' : null;
  const parsed = parseValue(kind, text, { order: null, decimal, today: today() });
  if ('error' in parsed) throw refused(field, parsed.error);
  const words = CODES[kind];
  if (words !== undefined && parsed.warning !== undefined) throw refuseWord(field, words, text);
  if (typeof parsed.value === 'object') throw new RangeError(`${field} is no plain value`);
  return parsed.value;
}

/** A list given item by item, read as the cell of a file that holds it. */
function readList(column: Column, items: readonly unknown[]): string | number | null {
  const { field } = column;
  if (items.length === 0) return null;
  if (field === 'used') {
    return readText(column, (items as readonly YearlyUse[]).map(usedItem).join(LIST_SIGN));
  }
  if (field === 'links') {
    const links = (items as readonly GivenLink[]).map(({ title = null, url }) =>
      linkItem({ title, url }),
    );
    return readText(column, links.join(LIST_SIGN));
  }
  const promises = (items as readonly GivenPromise[]).map((given) => {
    const { due_on: due = null, owner = null, text, done = false } = given;
    if (text.trim() === '') {
      throw refused(field, finding('promise_without_words', { value: due ?? owner ?? '' }));
    }
    return promiseItem({ due_on: due === '' ? null : due, owner, text, done });
  });
  return readText(column, promises.join(LIST_SIGN));
}

const usedItem = ({ year, people }: YearlyUse): string => `${year}: ${people}`;

function columnOrThrow(field: string): Column {
  const column = columnOf('cooperation', field);
  if (column !== null) return column;
  throw new RangeError(`The ledger has no field ${field}`);
}

function readField(column: Column, given: Given): string | number | null {
  const { field, kind, required } = column;
  if (given === null || given === '' || (typeof given === 'string' && given.trim() === '')) {
    if (required === true) throw refused(field, finding('missing_required', { field }));
    return kind === 'yes_no' ? 0 : null;
  }
  if (typeof given === 'object') return readList(column, given);
  if (typeof given === 'boolean') {
    return kind === 'yes_no' ? Number(given) : readText(column, String(given));
  }
  if (typeof given === 'number' && kind === 'amount' && given >= 0) {
    return readText(column, (Math.round(given * MINOR_UNITS) / MINOR_UNITS).toFixed(2));
  }
  return readText(column, String(given));
}

/**
 * Reads the fields of an entry by the rules that files are read by.
 * @throws AppError `invalid_input`, in both languages, for a value that cannot be.
 */
export function readFields(given: Readonly<Record<string, Given | undefined>>): FieldChange {
  const fields = Object.entries(given).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, readField(columnOrThrow(field), value)] as const],
  );
  return Object.fromEntries(fields);
}

/**
 * Reads a value by the rules of a field of the ledger, under another name in what is refused.
 * @throws AppError `invalid_input`, in both languages, for a value that cannot be.
 */
export function readAs(name: string, field: string, given: Given): string | number | null {
  return readField({ ...columnOrThrow(field), field: name }, given);
}

/** Refuses an entry that ends before it starts. */
export function refuseReversed({ starts_on: starts, ends_on: ends }: FieldChange): void {
  if (typeof starts !== 'number' || typeof ends !== 'number' || ends >= starts) return;
  const params = { starts: isoFromDay(starts), ends: isoFromDay(ends) };
  throw refused('ends_on', finding('ends_before_starts', params));
}
