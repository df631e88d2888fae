import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { client } from './client.ts';
import { readAnswer, readCreated } from './read-answer.ts';
import { RequestError } from './request-error.ts';

const ledger = client.api.cooperation;
const one = ledger[':id'];

export type LedgerList = InferResponseType<typeof ledger.$get, 200>;

/** An entry of the ledger as a person reads it. */
export type LedgerEntry = LedgerList['rows'][number];

/** Chinese names of texts by field. */
export type LedgerNames = LedgerList['names'];

export type DueLists = InferResponseType<typeof ledger.due.$get, 200>;

export type DueItem = DueLists['ends'][number];

/** What is said of an entry; what is left out stays as it is. */
export type EntryChange = InferRequestType<typeof one.$patch>['json'];

/** Which entries, as they stand in the address: each left out for all. */
export interface LedgerSelected {
  readonly school?: readonly string[];
  readonly kind?: string;
  readonly status?: string;
  readonly search?: string;
}

const MOST = '1000';

function parametersOf({ school = [], ...rest }: LedgerSelected) {
  const given = Object.entries(rest).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(given), ...(school.length === 0 ? {} : { school: [...school] }) };
}

/** The entries of a selection, the latest first. */
export function ledgerOptions(selected: LedgerSelected) {
  const query = { ...parametersOf(selected), limit: MOST };
  return queryOptions({
    queryKey: ['cooperation', 'list', query],
    queryFn: () => readAnswer(ledger.$get({ query })),
    placeholderData: keepPreviousData,
  });
}

/** What is due in the next 90 days, and what is overdue. `on` looks at it on another day than today. */
export function dueOptions(school: readonly string[], on: string | null) {
  const query = { ...parametersOf({ school }), ...(on === null ? {} : { on }) };
  return queryOptions({
    queryKey: ['cooperation', 'due', query],
    queryFn: () => readAnswer(ledger.due.$get({ query })),
    placeholderData: keepPreviousData,
  });
}

/** The deleted entries, latest first. */
export const deletedOptions = queryOptions({
  queryKey: ['cooperation', 'deleted'],
  queryFn: () => readAnswer(ledger.deleted.$get()),
});

/** Address of these entries as a file. */
export function ledgerFileUrl(selected: LedgerSelected): string {
  const parameters = new URLSearchParams(
    Object.entries(parametersOf(selected)).flatMap(([key, value]) =>
      [value].flat().map((item) => [key, item]),
    ),
  );
  return `/api/cooperation.csv?${parameters.toString()}`;
}

/** Adds an entry. */
export function addEntry(json: EntryChange): Promise<LedgerEntry> {
  return readCreated(ledger.$post({ json }));
}

/** What became of a change: it is made, or somebody else's came first. */
export type Changed =
  | { readonly kind: 'done'; readonly entry: LedgerEntry }
  | { readonly kind: 'stale'; readonly current: LedgerEntry };

const LOST_RACE = 412;

/** The answer of a request that may have lost a race. */
async function settled(request: Promise<LedgerEntry>): Promise<Changed> {
  try {
    return { kind: 'done', entry: await request };
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== LOST_RACE) throw error;
    const { current } = error.details as { readonly current: LedgerEntry };
    return { kind: 'stale', current };
  }
}

const ifStill = ({ revision }: LedgerEntry) => ({ headers: { 'If-Match': String(revision) } });

/** Changes an entry that is still as it was read. */
export function changeEntry(entry: LedgerEntry, json: EntryChange): Promise<Changed> {
  const param = { id: String(entry.id) };
  return settled(readAnswer(one.$patch({ param, json }, ifStill(entry))));
}

/** Deletes an entry that is still as it was read. */
export function removeEntry(entry: LedgerEntry): Promise<Changed> {
  return settled(readAnswer(one.$delete({ param: { id: String(entry.id) } }, ifStill(entry))));
}

/** Brings a deleted entry back. */
export function restoreEntry(id: number): Promise<LedgerEntry> {
  return readAnswer(one.restore.$post({ param: { id: String(id) } }));
}

export type LedgerPromise = LedgerEntry['promises'][number];

/** Confirms for the own school that a promise of an entry, which is still as it was read, was kept. */
export function confirmPromise(
  entry: LedgerEntry,
  { due_on, owner, text }: LedgerPromise,
): Promise<LedgerEntry> {
  const param = { id: String(entry.id) };
  return readAnswer(one.confirm.$post({ param, json: { due_on, owner, text } }, ifStill(entry)));
}
