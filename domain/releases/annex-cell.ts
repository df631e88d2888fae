import type { Formatter } from '../formatter.ts';
import type { Language } from '../language.ts';
import { metric, type MetricId } from '../metrics/registry.ts';
import type { Notes } from './annex-notes.ts';
import type { AnnexFigure, AnnexSource, AnnexSourceRow } from './annex-source.ts';
import { ANNEX_WORDS } from './annex-words.ts';

/** A figure in words, the people it is of where that is told, and the numbers of the notes that say more. */
export interface AnnexCell {
  readonly text: string;
  readonly n: string | null;
  /** The ends of a range, 0–1. */
  readonly band: { readonly low: number; readonly high: number } | null;
  readonly told: boolean;
  readonly marks: readonly number[];
}

export type Whose = 'own' | 'partners';

/** What an annex is written from and with. */
export interface Writing {
  readonly language: Language;
  readonly source: AnnexSource;
  readonly format: Formatter;
  readonly notes: Notes;
}

function textOf(
  { value, low, high, status }: AnnexFigure,
  id: MetricId,
  { format, language }: Writing,
): string {
  const { unit } = metric(id);
  if (status === 'ok' && value !== null) return format.value(unit, value);
  if (status === 'banded' && low !== undefined && high !== undefined)
    return format.interval(unit, low, high);
  const words = ANNEX_WORDS[language];
  if (status === 'withheld') return words.withheld;
  return status === 'open' ? words.open : words.none;
}

/** What has to be said about a figure: why it is a range, old, or not there. */
function notesOf(
  { status, asOf }: AnnexFigure,
  whose: Whose,
  { format, language, source }: Writing,
): string[] {
  const { why } = ANNEX_WORDS[language];
  const isOwn = whose === 'own';
  const said = {
    ok: null,
    banded: why.banded,
    withheld: isOwn ? why.withheld(source.rules) : why.othersWithheld,
    open: why.open,
    not_applicable: isOwn ? why.noData : why.othersNever,
    no_denominator: why.nobody,
    no_data: why.noData,
  }[status];
  return [
    ...(said === null ? [] : [said]),
    ...(asOf === undefined ? [] : [why.repeated(format.day(asOf))]),
  ];
}

const NOBODY: AnnexFigure = { value: null, n: null, status: 'no_denominator' };

/** A figure of a row; of nobody where there is no such row. */
export function annexCell(
  row: AnnexSourceRow | undefined,
  id: MetricId,
  whose: Whose,
  writing: Writing,
): AnnexCell {
  const figure = row?.[whose] ?? NOBODY;
  const { n, low, high, status } = figure;
  const told = status === 'ok' || status === 'banded';
  const hasPeople = told && n !== null && metric(id).unit !== 'people';
  const isBand = status === 'banded' && low !== undefined && high !== undefined;
  return {
    text: textOf(figure, id, writing),
    n: hasPeople ? ANNEX_WORDS[writing.language].people(writing.format.count(n)) : null,
    band: isBand ? { low, high } : null,
    told,
    marks: notesOf(figure, whose, writing).map((text) => writing.notes.mark(text)),
  };
}
