import { isoFromDay } from '../../domain/dates.ts';
import type { ReleasedPart, ReleasedRow } from '../../domain/releases/release.ts';
import { RELEASE_RULES } from '../../domain/releases/rules.ts';
import type { PublishedPart } from '../releases/create-releases.ts';
import type { Draft } from '../releases/jobs.ts';
import type { ReleaseEntry } from '../store/release-ports.ts';

/** A release in the list. */
export function showRelease(
  { head: _head, asOf, ...entry }: ReleaseEntry,
  current: ReleaseEntry | null,
) {
  return { ...entry, asOf: isoFromDay(asOf), current: current?.id === entry.id };
}

function showRow({ key, own, partners, why }: ReleasedRow, withReasons: boolean) {
  const given = Object.entries(key).flatMap(([by, value]) =>
    value === undefined ? [] : [[by, value] as const],
  );
  return { key: Object.fromEntries(given), own, partners, ...(withReasons ? { why } : {}) };
}

function showTables({ scope, tables }: ReleasedPart, withReasons: boolean) {
  const { school, college } = scope;
  return {
    scope: { kind: 'school' as const, school, ...(college === null ? {} : { college }) },
    tables: tables.map(({ metric, by, rows }) => ({
      metric,
      by: [...by],
      rows: rows.map((row) => showRow(row, withReasons)),
    })),
  };
}

/** A part of the current release; why figures are withheld is for HR only. */
export function showPart({ entry, head, part }: PublishedPart, withReasons: boolean) {
  return {
    id: entry.id,
    publishedAt: entry.publishedAt,
    asOf: isoFromDay(entry.asOf),
    currency: head.currency,
    rules: { ...head.rules, bands: [...head.rules.bands] },
    ...showTables(part, withReasons),
  };
}

const TOLD: readonly string[] = ['ok', 'banded'];

function countFigures({ tables, scope }: ReleasedPart) {
  const rows = tables.flatMap((table) => table.rows);
  const figures = rows.flatMap(({ own, partners }) => [own, partners]);
  const reasons = rows.flatMap(({ why }) => [why.own, why.partners]);
  return {
    school: scope.school,
    college: scope.college,
    told: figures.filter(({ status }) => TOLD.includes(status)).length,
    withheld: figures.filter(({ status }) => status === 'withheld').length,
    repeated: reasons.filter((why) => why === 'repeats').length,
  };
}

/** What would be published, with one part in full. */
export function showPreview(
  { version, asOf, parts }: Draft,
  part: ReleasedPart | null,
  { possibleFrom, currency }: { readonly possibleFrom: string | null; readonly currency: string },
) {
  return {
    preview: true as const,
    version,
    asOf: isoFromDay(asOf),
    possibleFrom,
    rules: { ...RELEASE_RULES, bands: [...RELEASE_RULES.bands] },
    currency,
    parts: parts.map(countFigures),
    part: part === null ? null : showTables(part, true),
  };
}
