import { createFormatter } from '../formatter.ts';
import type { Language } from '../language.ts';
import type { Writing } from './annex-cell.ts';
import { createNotes } from './annex-notes.ts';
import { rowsOf, type AnnexSource } from './annex-source.ts';
import { figuresTable, groupsTable, placesTable, type AnnexTable } from './annex-tables.ts';
import { ANNEX_WORDS } from './annex-words.ts';
import { releasedName } from './released-key.ts';
import { HIRES_DIVIDED_BY } from './released-metrics.ts';
import { RULE_SENTENCES } from './rule-sentences.ts';

/** What a school needs from this employer for its annual report: a document that screen, print and PDF draw alike. */
export interface Annex {
  readonly language: Language;
  readonly kind: string;
  readonly title: string;
  /** The school, and the college where it is one's. */
  readonly owner: string;
  /** Whose figures these are; null where the company has no name. */
  readonly employer: string | null;
  readonly source: string;
  /** Those that have rows. */
  readonly tables: readonly AnnexTable[];
  readonly notesTitle: string;
  /** The first one has the number 1. */
  readonly notes: readonly string[];
  readonly methodTitle: string;
  /** Source, currency and what protects the figures, in paragraphs. */
  readonly method: readonly string[];
  /** The rules of the protection with their thresholds. */
  readonly rules: readonly string[];
}

/** Which annex of a release is wanted. */
export interface AnnexAsked {
  /** The class, a graduation year. */
  readonly year: number;
  readonly language: Language;
  /** What the company is called; null where nobody said. */
  readonly employer: string | null;
}

/** The annex of one class, made of a part of a release: the same part gives the same figures in the same words. */
export function annexOf(source: AnnexSource, { year, language, employer }: AnnexAsked): Annex {
  const words = ANNEX_WORDS[language];
  const format = createFormatter(language, source.currency);
  const notes = createNotes();
  const writing: Writing = { language, source, format, notes };
  const { school, college } = source.scope;
  const names = college === null || college === undefined ? [school] : [school, college];
  const tables = [
    figuresTable(
      { id: 'class', title: words.ofClass(year) },
      (id) => rowsOf(source, id, 'year').find((row) => row.key['year'] === year),
      writing,
    ),
    figuresTable(
      { id: 'recent', title: words.recent },
      (id) => rowsOf(source, id, 'last_three_years')[0],
      writing,
    ),
    groupsTable('year', words.byYear, writing),
    groupsTable('degree', words.byDegree, writing),
    groupsTable('major', words.byMajor, writing),
    ...HIRES_DIVIDED_BY.map((by) => placesTable(by, writing)),
  ];
  const published = format.day(source.publishedAt.slice(0, 10));
  return {
    language,
    kind: words.kind,
    title: words.title(year),
    owner: names.map((one) => releasedName(one, language)).join(' · '),
    employer: employer === null ? null : words.employer(employer),
    source: words.source(source.id, published, format.day(source.asOf)),
    tables: tables.filter(({ rows }) => rows.length > 0),
    notesTitle: words.notes,
    notes: notes.texts,
    methodTitle: words.method,
    method: [words.frozen, words.payIn(source.currency), words.protection(source.rules.method)],
    rules: RULE_SENTENCES.map((sentence) => sentence(source.rules)[language]),
  };
}
