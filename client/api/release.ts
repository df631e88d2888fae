import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { Language } from '../../domain/language.ts';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';

export type Release = InferResponseType<typeof client.api.release.$get, 200>;
export type ReleasedTable = Release['tables'][number];
export type ReleasedRow = ReleasedTable['rows'][number];
export type ReleasedFigure = ReleasedRow['own'];

/** What the company published for the own school or college; refused with 404 where there is nothing. */
export const releaseOptions = queryOptions({
  queryKey: ['release'],
  queryFn: () => readAnswer(client.api.release.$get({ query: {} })),
  retry: false,
});

/** Where the same is to be had as a CSV file. */
export function releaseCsvUrl(language: Language): string {
  return `/api/release.csv?lang=${language}`;
}

/** Where the annual annex of a class is to be had as a document of its own. */
export function reportUrl(year: number, language: Language): string {
  return `/api/release/report?year=${year}&lang=${language}`;
}

export type Demand = InferResponseType<typeof client.api.demand.$get, 200>;

/** Shared plans of coming classes beside the own graduates. */
export const demandOptions = queryOptions({
  queryKey: ['demand'],
  queryFn: () => readAnswer(client.api.demand.$get({ query: {} })),
});

export type Cohorts = InferResponseType<typeof client.api.cohorts.$get, 200>;

/** Where the own graduates went, by the own counts. */
export const cohortsOptions = queryOptions({
  queryKey: ['cohorts'],
  queryFn: () => readAnswer(client.api.cohorts.$get({ query: {} })),
});
