import type { Language } from '../../../domain/language.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Figure, FiguresRow } from '../../api/figures.ts';
import { keyName, keyParameter } from '../../frame/named.ts';

/** What a school can give of one major: its coming graduates, and what became of earlier ones. */
export interface SupplyRow {
  readonly id: string;
  readonly name: string;
  readonly graduates: Figure;
  readonly hires: Figure;
  readonly yield: Figure;
  readonly retention: Figure;
}

const NOT_COUNTED: Figure = { value: null, n: 0, status: 'no_data', reason: 'no_cohorts' };
const NOBODY: Figure = { value: null, n: 0, status: 'no_denominator', reason: 'nobody' };
const NONE: Figure = { value: 0, n: 0, status: 'ok' };

/**
 * The schools that graduate a major, the most graduates first; then those that only sent somebody before.
 * @param coming graduates by school of the class to come.
 * @param past campus hires, yield and retention by school of the classes before.
 */
export function supplyRows(
  coming: readonly FiguresRow[],
  past: readonly FiguresRow[],
  language: Language,
): SupplyRow[] {
  const keys = new Map(
    [...coming, ...past].map(({ key }) => [keyParameter(key['school'] ?? null), key]),
  );
  const byId = (rows: readonly FiguresRow[]) =>
    new Map(rows.map((row) => [keyParameter(row.key['school'] ?? null), row.values]));
  const [ahead, before] = [byId(coming), byId(past)];
  const size = ({ graduates }: SupplyRow): number => graduates.value ?? -1;
  return [...keys]
    .map(([id, key]) => ({
      id,
      name: keyName('school', key['school'] ?? null, language),
      graduates: ahead.get(id)?.['graduates'] ?? NOT_COUNTED,
      hires: before.get(id)?.['campus_hires'] ?? NONE,
      yield: before.get(id)?.['yield'] ?? NOT_COUNTED,
      retention: before.get(id)?.['retention_12m'] ?? NOBODY,
    }))
    .filter(({ graduates, hires }) => (graduates.value ?? 0) > 0 || (hires.value ?? 0) > 0)
    .toSorted(
      (a, b) =>
        size(b) - size(a) ||
        (b.hires.value ?? 0) - (a.hires.value ?? 0) ||
        Number(a.id) - Number(b.id),
    );
}

/** Who graduates most of a class, and of whom most came before. */
export interface SupplyLead {
  readonly school: string;
  readonly graduates: number;
  readonly total: number;
  readonly source: { readonly school: string; readonly hires: number; readonly all: number } | null;
}

/** Null below 10 graduates, with a single school, or where two lead; the second half is null below 10 hires or where two lead. */
export function supplyLead(rows: readonly SupplyRow[]): SupplyLead | null {
  const total = rows.reduce((sum, { graduates }) => sum + (graduates.value ?? 0), 0);
  const [first, second] = rows;
  const most = first?.graduates.value ?? 0;
  if (first === undefined || second === undefined || total < SMALL_N) return null;
  if (most === 0 || most === second.graduates.value) return null;
  const all = rows.reduce((sum, { hires }) => sum + (hires.value ?? 0), 0);
  const [source, next] = rows.toSorted((a, b) => (b.hires.value ?? 0) - (a.hires.value ?? 0));
  const hires = source?.hires.value ?? 0;
  const isClear = all >= SMALL_N && hires > (next?.hires.value ?? 0);
  return {
    school: first.name,
    graduates: most,
    total,
    source: source === undefined || !isClear ? null : { school: source.name, hires, all },
  };
}

/** The three latest classes that are over before a class, as a range; null where the data has none. */
export function classesBefore(
  years: readonly number[],
  coming: number,
  lastWhole: number,
): { readonly from: number; readonly to: number } | null {
  const to = Math.max(...years.filter((year) => year < coming && year <= lastWhole));
  return Number.isFinite(to) ? { from: to - 2, to } : null;
}
