import { queryOptions } from '@tanstack/react-query';
import type {
  FileColumn,
  ImportStatus,
  Mapping,
  Names,
  Reading,
  Result,
  Summary,
} from '../../domain/records/import-shapes.ts';
import type { Kind } from '../../domain/records/kinds.ts';
import { RequestError } from './request-error.ts';

export interface ImportEntry {
  readonly id: number;
  readonly kind: Kind;
  readonly fileName: string;
  readonly status: ImportStatus;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly committedAt: string | null;
  readonly undoneAt: string | null;
  readonly rows: number;
  readonly result: Result | null;
}

export interface ImportDetail extends ImportEntry {
  readonly encoding: string;
  readonly delimiter: Reading['delimiter'];
  readonly headerRow: number;
  readonly sheet: string | null;
  readonly columns: readonly FileColumn[];
  readonly mapping: Mapping | null;
  readonly names: Names;
  readonly summary: Summary | null;
  readonly asOf: string | null;
  readonly error: string | null;
}

/** How many rows of how many a running import has done. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

async function ask<Body>(path: string, method = 'GET', body?: unknown): Promise<Body> {
  const form = body instanceof FormData;
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    ...(body === undefined || form ? {} : { headers: { 'Content-Type': 'application/json' } }),
  });
  const answer: any = await response.json().catch(() => null);
  if (!response.ok) {
    throw new RequestError(answer?.error?.code ?? 'internal', answer?.error?.message ?? '', response.status);
  }
  return answer;
}

export const importsOptions = queryOptions({
  queryKey: ['imports', 'list'],
  queryFn: async () => (await ask<{ rows: ImportEntry[] }>('/api/imports')).rows,
});

export function importOptions(id: number) {
  return queryOptions({
    queryKey: ['imports', id],
    queryFn: () => ask<ImportDetail>(`/api/imports/${id}`),
  });
}

export function uploadImport(kind: Kind, file: File): Promise<ImportDetail> {
  const form = new FormData();
  form.append('file', file);
  return ask(`/api/imports?kind=${kind}`, 'POST', form);
}

export const mapImport = (id: number, mapping: Mapping) =>
  ask<Summary>(`/api/imports/${id}/mapping`, 'PUT', mapping);
export const nameImport = (id: number, names: Names) =>
  ask<Summary>(`/api/imports/${id}/names`, 'PUT', names);
export const commitImport = (id: number, skipInvalid: boolean) =>
  ask<unknown>(`/api/imports/${id}/commit`, 'POST', { skipInvalid });
export const undoImport = (id: number) => ask<unknown>(`/api/imports/${id}/undo`, 'POST');
export const cancelImport = (id: number) => ask<unknown>(`/api/imports/${id}`, 'DELETE');
