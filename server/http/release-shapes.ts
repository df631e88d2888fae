import { isoFromDay } from '../../domain/dates.ts';
import type { ReleasedPart, ReleasedRow } from '../../domain/releases/release.ts';
import type { ReleaseRules } from '../../domain/releases/rules.ts';
import type { PublishedPart, PublishedRelease, TaggedDraft } from '../releases/create-releases.ts';
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

const showRules = (rules: ReleaseRules) => ({ ...rules, bands: [...rules.bands] });

/** A part of the current release; why figures are withheld is for HR only. */
export function showPart({ entry, head, part }: PublishedPart, withReasons: boolean) {
  return {
    id: entry.id,
    publishedAt: entry.publishedAt,
    asOf: isoFromDay(entry.asOf),
    currency: head.currency,
    rules: showRules(head.rules),
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

/** The part of a school, or of one of its colleges; undefined where there is none. */
export function partOf(
  parts: readonly ReleasedPart[],
  {
    school,
    college,
  }: { readonly school?: number | undefined; readonly college?: number | undefined },
): ReleasedPart | undefined {
  return parts.find(
    ({ scope }) => scope.school.id === school && (scope.college?.id ?? null) === (college ?? null),
  );
}

/** A published release with each part counted, and one part in full. */
export function showPublished(
  { entry, head, parts }: PublishedRelease,
  part: ReleasedPart | null,
  current: ReleaseEntry | null,
) {
  return {
    ...showRelease(entry, current),
    rules: showRules(head.rules),
    currency: head.currency,
    parts: parts.map(countFigures),
    part: part === null ? null : showTables(part, true),
  };
}

/** What would be published, with one part in full. */
export function showPreview(
  { version, tag, asOf, rules, parts, unsafe }: TaggedDraft,
  part: ReleasedPart | null,
  { possibleFrom, currency }: { readonly possibleFrom: string | null; readonly currency: string },
) {
  return {
    preview: true as const,
    version,
    tag,
    asOf: isoFromDay(asOf),
    possibleFrom,
    unsafe,
    rules: showRules(rules),
    currency,
    parts: parts.map(countFigures),
    part: part === null ? null : showTables(part, true),
  };
}
