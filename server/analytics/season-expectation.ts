import type { Day } from '../../domain/dates.ts';
import type { Filters, YearRange } from '../../domain/filters.ts';
import { evaluate } from '../../domain/metrics/evaluate.ts';
import { needsOf } from '../../domain/metrics/needs.ts';
import { METRICS } from '../../domain/metrics/registry.ts';
import { SMALL_N, type MetricValue } from '../../domain/metrics/value.ts';
import { seasonEnd } from '../../domain/season.ts';
import type { Scope } from '../../domain/scope.ts';
import { expectedStarts } from '../../domain/statistics/expected-starts.ts';
import type { Aggregator, Cell } from '../store/ports.ts';
import { matureYears } from './mature-years.ts';

/** Earlier seasons whose people tell how many will come. */
const EARLIER = 3;

/** The people of a running season, by how far they are. */
export interface SeasonPeople {
  /** Who accepted, whatever became of it: those who started, who withdrew or never came, and who are awaited. */
  readonly accepted: number;
  readonly started: number;
  readonly withdrawn: number;
  readonly waiting: number;
  /** Who has an offer and gave no answer, where answers are recorded; and where they are not. */
  readonly pending: number;
  readonly unanswered: number;
  /** Who started without an acceptance on record: they are beside what is expected. */
  readonly startedOtherwise: number;
}

/** How many of a season's people will start. */
export interface SeasonExpectation {
  /**
   * `ok`; `over` where the season has ended; `too_few` where earlier seasons have fewer than 10 people for a rate that
   * is needed, or fewer than 10 people are underway.
   */
  readonly status: 'ok' | 'over' | 'too_few';
  readonly people: SeasonPeople;
  /** The rates of the earlier seasons, and which those are. */
  readonly showUp: MetricValue;
  readonly acceptance: MetricValue;
  readonly earlier: YearRange | null;
  /** accepted × show-up + pending × acceptance × show-up, not below those who have started; null without a value. */
  readonly expected: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface Question {
  readonly season: number;
  readonly where: Filters;
  readonly asOf: Day;
  readonly scope: Scope;
}

const NEEDED = [
  ...needsOf(METRICS.show_up_rate).measures,
  ...needsOf(METRICS.acceptance_rate).measures,
];

function peopleOf(cells: readonly Cell[]): SeasonPeople {
  const sum = (
    measure: 'acceptances' | 'hires' | 'candidates',
    of: (outcome: Cell['key'][number]) => boolean,
  ): number =>
    cells
      .filter(({ key: [outcome] }) => of(outcome ?? null))
      .reduce((all, { measures }) => all + (measures[measure] ?? 0), 0);
  const is = (id: string) => (outcome: Cell['key'][number]) => outcome === id;
  const accepted = sum('acceptances', () => true);
  const withdrawn = sum('acceptances', is('reneged'));
  const waiting = sum('acceptances', is('waiting'));
  const started = accepted - withdrawn - waiting;
  return {
    accepted,
    started,
    withdrawn,
    waiting,
    pending: sum('candidates', is('pending')),
    unanswered: sum('candidates', is('unanswered')),
    startedOtherwise: sum('hires', () => true) - started,
  };
}

/** What the rates of earlier seasons make of the people of this one. */
function expect(people: SeasonPeople, showUp: MetricValue, acceptance: MetricValue) {
  const { accepted, pending, started, waiting } = people;
  const isKnown = ({ status }: MetricValue): boolean => status === 'ok';
  const enough = accepted + pending >= SMALL_N;
  if (!enough || !isKnown(showUp) || (pending > 0 && !isKnown(acceptance))) return null;
  const { expected, low, high } = expectedStarts({
    accepted,
    pending,
    showUp: { x: showUp.of ?? 0, n: showUp.n },
    acceptance: { x: acceptance.of ?? 0, n: acceptance.n },
  });
  const possible = (value: number): number =>
    Math.min(Math.max(value, started), started + waiting + pending);
  return { expected: possible(expected), low: possible(low), high: possible(high) };
}

/**
 * How many of a season's people will start, by the show-up and acceptance of the three complete seasons before it.
 * @returns beside the answer every number it is made of, and the versions they belong to.
 */
export async function seasonExpectation(
  aggregator: Aggregator,
  { season, where, asOf, scope }: Question,
): Promise<{ versions: number[]; result: SeasonExpectation }> {
  const one = [{ from: season, to: season }];
  const now = await aggregator.aggregate({
    by: ['outcome'],
    where: { ...where, year: one },
    asOf,
    scope,
    measures: ['acceptances', 'hires', 'candidates'],
  });
  const { year: _, ...anyYear } = where;
  const past = await aggregator.aggregate({
    by: ['year'],
    where: anyYear,
    asOf,
    scope,
    measures: NEEDED,
  });
  const before = past.cells.filter(({ key: [year] }) => Number(year) < season);
  const earlier = matureYears(
    before,
    ({ measures }) => measures.accepted_mature ?? 0,
    asOf,
    0,
    EARLIER,
  );
  const within = before.filter(
    ({ key: [year] }) =>
      earlier !== null && earlier.from <= Number(year) && Number(year) <= earlier.to,
  );
  const measures = Object.fromEntries(
    NEEDED.map((id) => [id, within.reduce((sum, cell) => sum + (cell.measures[id] ?? 0), 0)]),
  );
  const facts = { measures, season: null, asOf };
  const showUp = evaluate(METRICS.show_up_rate, facts);
  const acceptance = evaluate(METRICS.acceptance_rate, facts);
  const people = peopleOf(now.cells);
  const isOver = asOf >= seasonEnd(season);
  const answer = isOver ? null : expect(people, showUp, acceptance);
  return {
    versions: [now.version, past.version],
    result: {
      status: isOver ? 'over' : answer === null ? 'too_few' : 'ok',
      people,
      showUp,
      acceptance,
      earlier,
      expected: answer?.expected ?? null,
      low: answer?.low ?? null,
      high: answer?.high ?? null,
    },
  };
}
