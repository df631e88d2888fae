import { z } from '@hono/zod-openapi';
import { AppError } from '../../domain/errors.ts';
import { LEDGER_SORTS, type LedgerFilters, type LedgerSort } from '../store/ledger-ports.ts';
import { unknownName } from './errors.ts';
import { kindCode, statusCode } from './ledger-shapes.ts';
import { searchWords } from './records-request.ts';
import { isoDay, repeatedTexts, singleText, wholeNumber } from './request-schemas.ts';

const LONGEST_PAGE = 1000;
const MOST_DAYS = 3660;
const MOST_ITEMS = 100;

const code = <T extends string>(schema: z.ZodType<T, string>) =>
  z.string().transform((text, context): T => {
    const { data, error } = schema.safeParse(text);
    if (data !== undefined) return data;
    context.addIssue({ code: 'custom', message: error?.issues[0]?.message ?? 'unknown' });
    return z.NEVER;
  });

const schoolId = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'must be the id of a school')
  .transform(Number);

/** Which entries a request asks for. */
export const ledgerShape = {
  school: repeatedTexts(schoolId, 500),
  kind: repeatedTexts(code(kindCode), 20),
  /** Empty for entries without one. */
  status: repeatedTexts(
    z.string().transform((text, context) => {
      if (text === '') return null;
      const { data, error } = statusCode.safeParse(text);
      if (data !== undefined) return data;
      context.addIssue({ code: 'custom', message: error?.issues[0]?.message ?? 'unknown' });
      return z.NEVER;
    }),
    20,
  ),
  from: isoDay.optional(),
  to: isoDay.optional(),
  search: searchWords.optional(),
  shared: z.enum(['yes', 'no'], { error: 'write yes or no' }).optional(),
};

/** The same in an order, page by page. */
export const ledgerListShape = {
  ...ledgerShape,
  sort: singleText.optional(),
  limit: wholeNumber(1, LONGEST_PAGE).optional(),
  cursor: singleText.optional(),
};

/** What is due: within how many days, looked at on which day. */
export const dueShape = {
  ...ledgerShape,
  days: wholeNumber(0, MOST_DAYS).optional(),
  on: isoDay.optional(),
};

type Asked = z.output<z.ZodObject<typeof ledgerShape>>;

/** The selection that a request asks for. */
export function ledgerFilters(asked: Asked): LedgerFilters {
  const { school, kind, status, from = null, to = null, search = [], shared } = asked;
  if (from !== null && to !== null && to < from) {
    throw new AppError('invalid_input', {
      en: 'to: it lies before from.',
      zh: 'to：早于 from。',
    });
  }
  return {
    schools: school,
    kinds: kind,
    statuses: status,
    from,
    to,
    search,
    shared: shared === undefined ? null : shared === 'yes',
  };
}

/** `-starts_on` as the field and the direction. */
export function ledgerOrder(sort: string): { sort: LedgerSort; descending: boolean } {
  const descending = sort.startsWith('-');
  const field = descending ? sort.slice(1) : sort;
  const known = LEDGER_SORTS.find((one) => one === field);
  if (known !== undefined) return { sort: known, descending };
  throw unknownName('field of the ledger to sort by,', field, LEDGER_SORTS);
}

const value = z.union([z.string(), z.number(), z.boolean()]).nullable().optional();
const text = z.string().nullable().optional();
const items = <T extends z.ZodType>(item: T) =>
  z
    .union([z.string(), z.array(item).max(MOST_ITEMS)])
    .nullable()
    .optional();
const entity = z.union([z.int().min(1), z.string(), z.object({ id: z.int().min(1) })]);

const fields = {
  kind: text,
  title: value,
  starts_on: value,
  ends_on: value,
  status: text,
  people: value,
  seats: value,
  amount: value,
  outcome: text,
  next_on: value,
  contact_role: text,
  shared: value,
  used: items(
    z.strictObject({ year: z.int().min(1950).max(2100), people: z.int().min(0).max(9_999_999) }),
  ),
  courses: value,
  hours: value,
  mentors: value,
  results_stage: text,
  minutes: text,
  promises: items(
    z.strictObject({
      due_on: text,
      owner: text,
      text: z.string(),
      done: z.boolean().optional(),
      /** As answers show it; only the school itself confirms. */
      confirmed_on: text,
    }),
  ),
  links: items(z.strictObject({ title: text, url: z.string() })),
};

/** An entry as it is sent: what is left out of a change stays as it is; null or blank empties a field. */
export const entryBody = z.strictObject({
  school: entity.optional(),
  college: entity.nullable().optional(),
  ...fields,
});

/** The body's parts as the ledger takes them. */
export function entryInput({ school, college, ...rest }: z.output<typeof entryBody>) {
  return { school, college, fields: rest };
}
