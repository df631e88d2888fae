import { z } from '@hono/zod-openapi';
import { DUE_KINDS, type DueItem } from '../../domain/cooperation/due.ts';
import type { LedgerEntry } from '../../domain/cooperation/entry.ts';
import { confirmationsOf, confirmedOn } from '../../domain/cooperation/confirmations.ts';
import { linksOf } from '../../domain/cooperation/links.ts';
import { promisesOf, type Promised } from '../../domain/cooperation/promises.ts';
import { yearlyOf } from '../../domain/cooperation/yearly-use.ts';
import { isoFromDay, type Day } from '../../domain/dates.ts';
import { MINOR_UNITS } from '../../domain/money.ts';
import {
  COOPERATION_KINDS,
  COOPERATION_STATUSES,
  RESULTS_STAGES,
  type CooperationKind,
  type CooperationStatus,
  type ResultsStage,
} from '../../domain/records/enumerations.ts';
import type { DeletedEntry } from '../store/ledger-ports.ts';
import type { Names } from '../store/ports.ts';

const codes = <Code extends string>(of: Readonly<Record<Code, unknown>>) =>
  z.enum(Object.keys(of) as Code[]);

export const kindCode = codes<CooperationKind>(COOPERATION_KINDS);
export const statusCode = codes<CooperationStatus>(COOPERATION_STATUSES);

const named = z.object({ id: z.number(), name: z.string(), nameZh: z.string().nullable() });
const day = z.string().nullable();
const number = z.number().nullable();
const text = z.string().nullable();
const promise = z.object({
  due_on: day,
  owner: text,
  text: z.string(),
  done: z.boolean(),
  confirmed_on: day.openapi({ description: 'When the school confirmed that it was kept' }),
});
const actor = z.object({ email: z.string(), name: z.string() }).nullable();

export const shownEntry = z
  .object({
    id: z.number(),
    revision: z.number(),
    school: named,
    college: named.nullable(),
    kind: kindCode,
    title: z.string(),
    starts_on: day,
    ends_on: day,
    status: statusCode.nullable(),
    people: number,
    seats: number,
    amount: number,
    outcome: text,
    next_on: day,
    contact_role: text,
    shared: z.boolean(),
    used: z.array(z.object({ year: z.number(), people: z.number() })),
    courses: number,
    hours: number,
    mentors: number,
    results_stage: codes<ResultsStage>(RESULTS_STAGES).nullable(),
    minutes: text,
    promises: z.array(promise),
    links: z.array(z.object({ title: text, url: z.string() })),
  })
  .openapi('CooperationEntry');

/** Chinese names of texts by field, for those that have one. */
export const shownNames = z.record(z.string(), z.record(z.string(), z.string()));

export const shownDueItem = z.object({
  what: z.enum(DUE_KINDS),
  due_on: z.string(),
  days: z.number(),
  school: named,
  entry: shownEntry.nullable(),
  promise: promise.nullable(),
});

export const shownDeleted = z.object({
  entry: shownEntry,
  deletedAt: z.string(),
  deletedBy: actor,
});

const iso = (value: Day | null) => (value === null ? null : isoFromDay(value));

function showPromise(one: Promised, entry: LedgerEntry | null): z.infer<typeof promise> {
  return { ...one, confirmed_on: confirmedOn(one, confirmationsOf(entry?.confirmed ?? null)) };
}

/** An entry as a person reads it: dates as texts, money in the deployment's currency, lists item by item. */
export function showEntry(entry: LedgerEntry, names: Names): z.infer<typeof shownEntry> {
  const {
    school_id: schoolId,
    college_id: collegeId,
    import_id: _,
    confirmed: __,
    ...rest
  } = entry;
  return {
    ...rest,
    school: { id: schoolId, ...names.of('school', schoolId) },
    college: collegeId === null ? null : { id: collegeId, ...names.of('college', collegeId) },
    starts_on: iso(entry.starts_on),
    ends_on: iso(entry.ends_on),
    next_on: iso(entry.next_on),
    amount: entry.amount === null ? null : entry.amount / MINOR_UNITS,
    shared: entry.shared === 1,
    used: yearlyOf(entry.used),
    promises: promisesOf(entry.promises).map((one) => showPromise(one, entry)),
    links: linksOf(entry.links),
  };
}

const NAMED_TEXTS = ['title', 'outcome', 'contact_role', 'minutes'] as const;

/** Chinese names of the texts in some entries, by field; owners of promises are offices as contacts are. */
export function chineseTexts(entries: readonly LedgerEntry[], names: Names) {
  const texts = (field: (typeof NAMED_TEXTS)[number]): (string | null)[] => [
    ...entries.map((entry) => entry[field]),
    ...(field === 'contact_role'
      ? entries.flatMap((entry) => promisesOf(entry.promises).map(({ owner }) => owner))
      : []),
  ];
  const found = NAMED_TEXTS.map((field) => [field, texts(field)] as const);
  const promised = entries.flatMap((entry) => promisesOf(entry.promises).map((one) => one.text));
  return Object.fromEntries(
    [...found, ['promise', promised] as const].map(([field, all]) => [
      field,
      Object.fromEntries(
        [...new Set(all)].flatMap((one) => {
          const name = one === null ? null : names.chinese(field, one);
          return one === null || name === null ? [] : [[one, name]];
        }),
      ),
    ]),
  );
}

/** Something due, with the days until it from the day that it is looked at. */
export function showDueItem(item: DueItem, on: Day, names: Names): z.infer<typeof shownDueItem> {
  return {
    what: item.what,
    due_on: isoFromDay(item.on),
    days: item.on - on,
    school: { id: item.schoolId, ...names.of('school', item.schoolId) },
    entry: item.entry === null ? null : showEntry(item.entry, names),
    promise: item.promise === null ? null : showPromise(item.promise, item.entry),
  };
}

/** A deleted entry; a college that is gone is left out. */
export function showDeleted(deleted: DeletedEntry, names: Names): z.infer<typeof shownDeleted> {
  const { entry, deletedAt, deletedBy } = deleted;
  return { entry: showEntry(entry, names), deletedAt, deletedBy };
}
