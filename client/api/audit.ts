import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';

const get = client.api.audit.$get;

/** Who did what to what. */
export type AuditLine = InferResponseType<typeof get, 200>['rows'][number];

/** Which lines: by address, kind and days, each empty for all. */
export interface AuditSelected {
  readonly by: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

const PAGE = '50';

/** The audit trail, latest first, page by page. */
export function auditOptions(selected: AuditSelected) {
  const given = Object.entries(selected).filter(([, value]) => value !== '');
  return infiniteQueryOptions({
    queryKey: ['audit', selected],
    queryFn: ({ pageParam }) =>
      readAnswer(
        get({
          query: {
            ...Object.fromEntries(given),
            limit: PAGE,
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
