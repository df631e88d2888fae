import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { ActionListId } from '../../domain/action-lists.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { Language } from '../../domain/language.ts';
import type { Part } from '../../domain/metrics/people.ts';
import type { MetricId } from '../../domain/metrics/registry.ts';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';

export type Records = InferResponseType<typeof client.api.records.$get, 200>;

export type ShownRecord = Records['rows'][number];

/** Which records: filters as they stand in the address, words to search for, the metric or list whose people they are. */
export interface RecordsSelected {
  readonly filters: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  readonly search: string;
  readonly behind: { readonly metric: MetricId; readonly part: Part } | null;
  readonly list: ActionListId | null;
  /** One record only. */
  readonly id: string | null;
  /** `YYYY-MM-DD`, for an earlier state than the data's own. */
  readonly asOf: string | null;
}

function parametersOf({ filters, search, behind, list, id, asOf }: RecordsSelected) {
  return {
    ...Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, [...values]])),
    ...(search === '' ? {} : { search }),
    ...(behind === null ? {} : { behind: behind.metric, part: behind.part }),
    ...(list === null ? {} : { list }),
    ...(id === null ? {} : { id }),
    ...(asOf === null ? {} : { asOf }),
  };
}

/** One page of records; the page before stays while the next loads. `sort` is a field, with `-` for descending. */
export function recordsOptions(
  selected: RecordsSelected,
  { sort, cursor, limit }: { sort: string; cursor: string | null; limit: number },
) {
  const query = {
    ...parametersOf(selected),
    sort,
    limit: String(limit),
    ...(cursor === null ? {} : { cursor }),
  };
  return queryOptions({
    queryKey: ['records', query],
    queryFn: () => readAnswer(client.api.records.$get({ query })),
    placeholderData: keepPreviousData,
  });
}

/** How many records there are. */
export function recordsCountOptions(selected: RecordsSelected) {
  const query = parametersOf(selected);
  return queryOptions({
    queryKey: ['records', 'count', query],
    queryFn: () => readAnswer(client.api.records.count.$get({ query })),
    placeholderData: keepPreviousData,
  });
}

/** Address of all these records as a file that says what it holds. */
export function recordsFileUrl(
  ending: 'csv' | 'xlsx',
  selected: RecordsSelected,
  sort: string,
  language: Language,
): string {
  const notes = ending === 'csv' ? { notes: '1' } : {};
  const given: Readonly<Record<string, string | string[]>> = {
    ...parametersOf(selected),
    sort,
    lang: language,
    ...notes,
  };
  const parameters = new URLSearchParams(
    Object.entries(given).flatMap(([key, value]) => [value].flat().map((one) => [key, one])),
  );
  return `/api/records.${ending}?${parameters.toString()}`;
}
