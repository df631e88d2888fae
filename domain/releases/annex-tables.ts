import { DIMENSIONS } from '../dimensions.ts';
import { metric, type MetricId } from '../metrics/registry.ts';
import { annexCell, type AnnexCell, type Writing } from './annex-cell.ts';
import { rowsOf, type AnnexSourceRow } from './annex-source.ts';
import { ANNEX_WORDS } from './annex-words.ts';
import { OUTCOME_METRICS } from './outcome-metrics.ts';
import { releasedKeyText } from './released-key.ts';
import type { HIRES_DIVIDED_BY } from './released-metrics.ts';

/** The head of a row or column, with the numbers of its notes. */
export interface AnnexHead {
  readonly text: string;
  readonly marks: readonly number[];
}

export interface AnnexTable {
  readonly id: string;
  readonly title: string;
  /** The first one heads the names of the rows. */
  readonly columns: readonly AnnexHead[];
  readonly rows: readonly { readonly head: AnnexHead; readonly cells: readonly AnnexCell[] }[];
}

/** What is told of a group of graduates, in the order in which it is read. */
const ANNEX_FIGURES = [
  'graduates',
  'hires',
  ...OUTCOME_METRICS,
] as const satisfies readonly MetricId[];

/** What is told of every class, degree and major. */
const ANNEX_COLUMNS = [
  'graduates',
  'hires',
  'yield',
  'retention_12m',
  'major_match_rate',
  'salary_median',
] as const satisfies readonly MetricId[];

const plain = (text: string): AnnexHead => ({ text, marks: [] });

function metricHead(id: MetricId, text: string, { language, notes }: Writing): AnnexHead {
  const { label, definition } = metric(id);
  const note = ANNEX_WORDS[language].definition(label[language], definition[language]);
  return { text, marks: [notes.mark(note)] };
}

/**
 * Every figure of one group, a row each, beside that of all other schools together.
 * @param rowOf the group's row of a metric.
 */
export function figuresTable(
  { id, title }: Pick<AnnexTable, 'id' | 'title'>,
  rowOf: (metricId: MetricId) => AnnexSourceRow | undefined,
  writing: Writing,
): AnnexTable {
  const { language } = writing;
  const words = ANNEX_WORDS[language];
  const rows = ANNEX_FIGURES.flatMap((figure) => {
    const row = rowOf(figure);
    if (row === undefined) return [];
    const label = metric(figure).label[language];
    const years = row.key['last_three_years'];
    const name =
      years === undefined
        ? label
        : words.during(label, releasedKeyText('last_three_years', years, language));
    const head = metricHead(figure, name, writing);
    const cells = (['own', 'partners'] as const).map((whose) =>
      annexCell(row, figure, whose, writing),
    );
    return [{ head, cells }];
  });
  return { id, title, columns: [words.figure, words.own, words.others].map(plain), rows };
}

/** Some figures of every class, degree or major, a row each. */
export function groupsTable(
  by: 'year' | 'degree' | 'major',
  title: string,
  writing: Writing,
): AnnexTable {
  const { language, source } = writing;
  const key = (row: AnnexSourceRow): string => JSON.stringify(row.key[by]);
  const heads = ANNEX_COLUMNS.map((id) => metricHead(id, metric(id).label[language], writing));
  const rows = rowsOf(source, 'hires', by).map((group) => ({
    head: plain(releasedKeyText(by, group.key[by], language)),
    cells: ANNEX_COLUMNS.map((id) => {
      const row = rowsOf(source, id, by).find((one) => key(one) === key(group));
      return annexCell(row, id, 'own', writing);
    }),
  }));
  return { id: by, title, columns: [plain(DIMENSIONS[by].label[language]), ...heads], rows };
}

/** How many were hired into each department, place or by each way, of the last three classes. */
export function placesTable(by: (typeof HIRES_DIVIDED_BY)[number], writing: Writing): AnnexTable {
  const { language, source } = writing;
  const heads = [
    plain(DIMENSIONS[by].label[language]),
    metricHead('hires', metric('hires').label[language], writing),
  ];
  const rows = rowsOf(source, 'hires', 'last_three_years', by).map((row) => ({
    head: plain(releasedKeyText(by, row.key[by], language)),
    cells: [annexCell(row, 'hires', 'own', writing)],
  }));
  const [first] = rowsOf(source, 'hires', 'last_three_years', by);
  const years = first?.key['last_three_years'];
  const title = ANNEX_WORDS[language].byPlace(
    DIMENSIONS[by].label[language],
    years === undefined ? '' : releasedKeyText('last_three_years', years, language),
  );
  return { id: by, title, columns: heads, rows };
}
