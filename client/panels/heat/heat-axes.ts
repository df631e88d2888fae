import type { DimensionId } from '../../../domain/dimensions.ts';
import type { Language } from '../../../domain/language.ts';
import type { FiguresRow } from '../../api/figures.ts';
import { keyName, keyParameter } from '../../frame/named.ts';

/** The id of the row and of the column that stand for everything not shown. */
export const REST = 'rest';

export interface HeatLine {
  /** As it stands in the address. */
  readonly id: string;
  readonly label: string;
}

export interface HeatAxis {
  readonly shown: readonly HeatLine[];
  /** What stands together under "other". */
  readonly rest: readonly string[];
}

interface Counted extends HeatLine {
  hires: number;
  readonly order: number;
}

function lines(rows: readonly FiguresRow[], id: DimensionId, language: Language): Counted[] {
  const all = new Map<string, Counted>();
  for (const { key, values } of rows) {
    const value = key[id] ?? null;
    const parameter = keyParameter(value);
    const line = all.get(parameter) ?? {
      id: parameter,
      label: keyName(id, value, language),
      hires: 0,
      order: Number(parameter),
    };
    line.hires += values['hires']?.value ?? 0;
    all.set(parameter, line);
  }
  return [...all.values()].filter(({ hires }) => hires > 0);
}

/**
 * The values of a dimension to show, by their hires: years in their order, the latest ones where there are too many;
 * other values with the most hires first. Values without a hire have nothing to show.
 */
export function heatAxis(
  rows: readonly FiguresRow[],
  id: DimensionId,
  most: number,
  language: Language,
): HeatAxis {
  const all = lines(rows, id, language);
  const isYear = id === 'year' || id === 'hire_year';
  const ranked = isYear
    ? all.toSorted((a, b) => b.order - a.order)
    : all.toSorted((a, b) => b.hires - a.hires || a.order - b.order);
  const shown = ranked.length <= most ? ranked : ranked.slice(0, most - 1);
  const rest = ranked.slice(shown.length).map((line) => line.id);
  const ordered = isYear ? shown.toReversed() : shown;
  return { shown: ordered.map(({ id: line, label }) => ({ id: line, label })), rest };
}
