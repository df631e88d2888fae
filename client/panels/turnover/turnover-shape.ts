import type { Language } from '../../../domain/language.ts';
import type { Figure, Figures, FiguresRow } from '../../api/figures.ts';
import type { RateColumn } from '../../charts/rate-columns.tsx';
import { keyName, keyParameter } from '../../frame/named.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import type { PanelTable } from '../../frame/panel-table.ts';
import { said, type Said } from '../horizons/horizon-rows.ts';

const METRIC = 'first_year_turnover';

/** First-year turnover of one year hired. */
export interface TurnoverYear {
  readonly id: string;
  readonly name: string;
  readonly figure: Figure;
}

const NONE: Figure = { value: null, n: 0, status: 'no_data' };

/** The years that somebody was hired in. */
export function turnoverYears(rows: readonly FiguresRow[], language: Language): TurnoverYear[] {
  return rows.flatMap(({ key, values }) => {
    const year = key['hire_year'] ?? null;
    if (year === null) return [];
    return [
      {
        id: keyParameter(year),
        name: keyName('hire_year', year, language),
        figure: values[METRIC] ?? NONE,
      },
    ];
  });
}

/** The years as columns with intervals. */
export function turnoverColumns(
  years: readonly TurnoverYear[],
  wordsOf: (figure: Figure) => string,
): RateColumn[] {
  return years.map(({ id, name, figure }) => ({
    id,
    name,
    value: figure.value,
    low: figure.low ?? 0,
    high: figure.high ?? 0,
    isSmall: figure.status === 'small',
    words: wordsOf(figure),
  }));
}

interface Labels {
  readonly year: string;
  readonly rate: string;
  readonly interval: string;
  readonly n: string;
}

/** The years as a table. */
export function turnoverTable(
  years: readonly TurnoverYear[],
  labels: Labels,
  intervalOf: (figure: Figure) => string,
  explainOf: (year: string) => Explanation,
): PanelTable {
  return {
    columns: [
      { id: 'year', label: labels.year, numeric: false },
      { id: 'rate', label: labels.rate, numeric: true },
      { id: 'interval', label: labels.interval, numeric: true },
      { id: 'n', label: labels.n, numeric: true },
    ],
    rows: years.map(({ id, name, figure }) => ({
      id,
      cells: [
        { kind: 'text', text: name, filter: { dimension: 'hire_year', value: id } },
        { kind: 'figure', figure, unit: 'percent', explain: explainOf(id) },
        { kind: 'text', text: intervalOf(figure) },
        { kind: 'count', count: figure.n },
      ],
    })),
  };
}

interface YearSaid extends Said {
  readonly year: number;
}

export interface TurnoverAnswer {
  readonly all: Said;
  /** The latest year of whose hires everybody can have been followed a year, and the one before. */
  readonly latest: { readonly now: YearSaid; readonly before: YearSaid } | null;
}

/**
 * First-year turnover of all, and of the latest whole year against the year before; null where the sample is too small.
 * @param asOf `YYYY-MM-DD`: a year is whole once its 31 December lies a year back.
 */
export function turnoverAnswer({ rows, total, asOf }: Figures): TurnoverAnswer | null {
  const all = said(total[METRIC]);
  if (all === null) return null;
  const year = Number(asOf.slice(0, 4)) - (asOf.endsWith('-12-31') ? 1 : 2);
  const of = (wanted: number): YearSaid | null => {
    const row = rows.find(({ key }) => key['hire_year'] === wanted);
    const one = said(row?.values[METRIC]);
    return one === null ? null : { ...one, year: wanted };
  };
  const [now, before] = [of(year), of(year - 1)];
  return { all, latest: now === null || before === null ? null : { now, before } };
}
