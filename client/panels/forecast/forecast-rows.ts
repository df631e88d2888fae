import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Forecast } from '../../api/forecast.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';

type Current = NonNullable<Forecast['current']>;

/** A sentence by its key, with what stands in it. */
interface Sentence<Key, Word extends string> {
  readonly key: Key;
  readonly words: Readonly<Record<Word, string>>;
}

const rounded = (value: number): number => Math.round(value);

/** The plan of a season, or null where nobody gave one that fits the filters. */
function planOf({ planned, season }: Forecast): number | null {
  return planned.find(({ year }) => year === season)?.planned.value ?? null;
}

/**
 * How many are expected to start, against the plan where there is one.
 * @returns null where nothing is expected, or a plan of fewer than 10 places would be spoken of.
 */
export function seasonSentence(
  forecast: Forecast,
  format: Formatter,
): Sentence<
  `forecast.answer.${'alone' | 'plan'}`,
  'expected' | 'low' | 'high' | 'span' | 'plan'
> | null {
  const { current } = forecast;
  if (current?.status !== 'ok' || current.earlier === null) return null;
  const { expected, low, high, earlier } = current;
  if (expected === null || low === null || high === null) return null;
  const plan = planOf(forecast);
  const words = {
    expected: format.count(rounded(expected)),
    low: format.count(Math.floor(low)),
    high: format.count(Math.ceil(high)),
    span: `${earlier.from}–${earlier.to}`,
    plan: plan === null ? '' : format.count(plan),
  };
  if (plan === null || plan < SMALL_N) return { key: 'forecast.answer.alone', words };
  return { key: 'forecast.answer.plan', words };
}

/** Words of the table's lines. */
export interface SeasonLabels {
  readonly line: string;
  readonly value: string;
  /** Of how many people a rate is. */
  readonly among: string;
  readonly names: Readonly<Record<SeasonLineId, string>>;
}

export const SEASON_LINES = [
  'accepted',
  'started',
  'withdrawn',
  'waiting',
  'pending',
  'showUp',
  'acceptance',
  'expected',
  'interval',
  'planned',
] as const;

export type SeasonLineId = (typeof SEASON_LINES)[number];

function cellOf(
  id: SeasonLineId,
  forecast: Forecast,
  current: Current,
  format: Formatter,
): PanelCell {
  const { people, showUp, acceptance, expected, low, high } = current;
  switch (id) {
    case 'showUp':
    case 'acceptance':
      return { kind: 'figure', figure: id === 'showUp' ? showUp : acceptance, unit: 'percent' };
    case 'expected':
      return { kind: 'text', text: expected === null ? '–' : format.count(rounded(expected)) };
    case 'interval':
      return {
        kind: 'text',
        text:
          low === null || high === null
            ? '–'
            : `${format.count(Math.floor(low))}–${format.count(Math.ceil(high))}`,
      };
    case 'planned': {
      const plan = planOf(forecast);
      return plan === null ? { kind: 'text', text: '–' } : { kind: 'count', count: plan };
    }
    default:
      return { kind: 'count', count: people[id] };
  }
}

/** Every number that the expectation is made of, in the order of the formula. */
export function seasonTable(
  forecast: Forecast,
  labels: SeasonLabels,
  format: Formatter,
): PanelTable {
  const { current } = forecast;
  return {
    columns: [
      { id: 'line', label: labels.line, numeric: false },
      { id: 'value', label: labels.value, numeric: true },
      { id: 'among', label: labels.among, numeric: true },
    ],
    rows:
      current === null
        ? []
        : SEASON_LINES.map((id) => ({
            id,
            cells: [
              { kind: 'text', text: labels.names[id] },
              cellOf(id, forecast, current, format),
              id === 'showUp' || id === 'acceptance'
                ? { kind: 'count', count: current[id].n }
                : { kind: 'text', text: '' },
            ],
          })),
  };
}

/** One class: what came, what is expected, what is planned; null where it is not known. */
export interface ClassLine {
  readonly year: number;
  readonly hires: number | null;
  readonly expected: number | null;
  readonly error: number | null;
  readonly planned: number | null;
}

/** The complete classes and those to come. */
export function classLines({ later, planned }: Forecast): ClassLine[] {
  const plans = new Map(planned.map((one) => [one.year, one.planned.value]));
  const known = later.known.map(({ year, hires }) => ({
    year,
    hires,
    expected: null,
    error: null,
    planned: plans.get(year) ?? null,
  }));
  const last = later.known.at(-1)?.year ?? -Infinity;
  const foretold = new Map(later.years.map((one) => [one.year, one]));
  const coming = [...new Set([...plans.keys(), ...foretold.keys()])]
    .filter((year) => year > last)
    .toSorted((a, b) => a - b)
    .map((year) => ({
      year,
      hires: null,
      expected: foretold.get(year)?.expected ?? null,
      error: foretold.get(year)?.error ?? null,
      planned: plans.get(year) ?? null,
    }));
  return [...known, ...coming];
}

/** What is expected of the first later class, or why nothing is said of it. */
export function laterSentence(
  { later }: Forecast,
  format: Formatter,
): Sentence<
  `forecast.verdict.${Forecast['later']['verdict']}`,
  'error' | 'naive' | 'origins' | 'schools' | 'year' | 'expected'
> | null {
  const [next] = later.years;
  const { tried, origins = 0, series = 0 } = later.trial ?? {};
  const missed = {
    error: format.value('ratio', tried?.error ?? 0),
    naive: format.value('ratio', tried?.naiveError ?? 0),
    origins: format.count(origins),
    schools: format.count(series),
    year: '',
    expected: '',
  };
  if (later.verdict !== 'shown') return { key: `forecast.verdict.${later.verdict}`, words: missed };
  if (next === undefined) return null;
  return {
    key: 'forecast.verdict.shown',
    words: { ...missed, year: String(next.year), expected: format.count(rounded(next.expected)) },
  };
}
