import { describe, expect, it } from 'vitest';
import type { Effect } from '../../client/api/effect.ts';
import type { Docking, Forecast } from '../../client/api/forecast.ts';
import { createFormatter } from '../../domain/formatter.ts';
import { talkingPoints } from '../../client/panels/brief/talking-points.ts';
import { openPlaces } from '../../client/panels/docking/open-places.ts';
import { effectSentence } from '../../client/panels/effect/effect-rows.ts';
import {
  classLines,
  laterSentence,
  seasonSentence,
  seasonTable,
} from '../../client/panels/forecast/forecast-rows.ts';

const format = createFormatter('en', 'CNY');
const rate = (value: number, n: number) => ({ value, n, of: value * n, status: 'ok' as const });
const count = (value: number) => ({ value, n: value, status: 'ok' as const });

const FORECAST: Forecast = {
  asOf: '2026-09-30',
  version: 1,
  season: 2026,
  current: {
    status: 'ok',
    people: {
      accepted: 40,
      started: 30,
      withdrawn: 2,
      waiting: 8,
      pending: 20,
      unanswered: 0,
      startedOtherwise: 0,
    },
    showUp: rate(0.9, 100),
    acceptance: rate(0.75, 100),
    earlier: { from: 2023, to: 2025 },
    expected: 49.5,
    low: 41.2,
    high: 54.4,
  },
  later: {
    verdict: 'no_better',
    trial: { origins: 6, series: 13, tried: { error: 4.08, naiveError: 3.36, t: -1, p: 0.8 } },
    known: [
      { year: 2024, hires: 40 },
      { year: 2025, hires: 44 },
    ],
    years: [],
    groups: [],
  },
  planned: [
    { year: 2026, planned: count(60) },
    { year: 2027, planned: count(70) },
  ],
};

describe('what is expected', () => {
  it('is said with its range and the plan, rounded outwards', () => {
    expect(seasonSentence(FORECAST, format)).toEqual({
      key: 'forecast.answer.plan',
      words: { expected: '50', low: '41', high: '55', span: '2023–2025', plan: '60' },
    });
    const few = [{ year: 2026, planned: count(9) }];
    expect(seasonSentence({ ...FORECAST, planned: few }, format)?.key).toBe(
      'forecast.answer.alone',
    );
    const { current } = FORECAST;
    if (current === null) throw new Error('no season');
    const over = { ...FORECAST, current: { ...current, status: 'over' as const, expected: null } };
    expect(seasonSentence(over, format)).toBeNull();
    expect(seasonSentence({ ...FORECAST, current: null }, format)).toBeNull();
  });

  it('lists every part of the formula, rates with their n', () => {
    const names = new Proxy({}, { get: (_, id) => String(id) });
    const labels = { line: 'Part', value: 'Number', among: 'Among', names: names as never };
    const rows = seasonTable(FORECAST, labels, format).rows;
    const cells = new Map(rows.map(({ id, cells: all }) => [id, all]));
    expect(cells.get('pending')?.[1]).toEqual({ kind: 'count', count: 20 });
    expect(cells.get('showUp')?.[2]).toEqual({ kind: 'count', count: 100 });
    expect(cells.get('interval')?.[1]).toEqual({ kind: 'text', text: '41–55' });
    expect(seasonTable({ ...FORECAST, current: null }, labels, format).rows).toEqual([]);
  });

  it('says why later classes are not foretold, and shows their plans all the same', () => {
    expect(laterSentence(FORECAST, format)).toMatchObject({
      key: 'forecast.verdict.no_better',
      words: { error: '4.1', naive: '3.4', schools: '13', origins: '6' },
    });
    expect(classLines(FORECAST).map(({ year, hires, planned }) => [year, hires, planned])).toEqual([
      [2024, 40, null],
      [2025, 44, null],
      [2026, null, 60],
      [2027, null, 70],
    ]);
    const next = { year: 2027, ahead: 2, expected: 43.6, error: 3, tried: 5 };
    const later = { ...FORECAST.later, verdict: 'shown' as const, years: [next] };
    expect(laterSentence({ ...FORECAST, later }, format)?.words).toMatchObject({
      year: '2027',
      expected: '44',
    });
  });
});

describe('what came with a cooperation', () => {
  const told: Effect = {
    asOf: '2026-09-30',
    version: 1,
    claim: 'association',
    verdict: 'told',
    difference: {
      difference: 0.12,
      low: 0.02,
      high: 0.22,
      half: 0.1,
      treatedChange: 0.2,
      controlChange: 0.08,
      treated: 3,
      controls: 5,
      df: 6,
      spread: 0.05,
    },
    treatedCount: 3,
    controlCount: 5,
    treated: [],
    controls: [],
  };
  it('is a number where it may be told, clear or not, and none elsewhere', () => {
    expect(effectSentence(told, 'retention_12m', format)).toMatchObject({
      key: 'effect.verdict.told',
      words: { schools: '3', controls: '5' },
    });
    expect(effectSentence(told, 'hires', format).words.difference).toBe('+12.0%');
    const unclear = { ...told, difference: { ...(told.difference ?? never()), low: -0.01 } };
    expect(effectSentence(unclear, 'hires', format).key).toBe('effect.verdict.unclear');
    const wide = { ...told, verdict: 'too_wide' as const, difference: null };
    expect(effectSentence(wide, 'hires', format)).toMatchObject({
      key: 'effect.verdict.too_wide',
      words: { difference: '', low: '', high: '' },
    });
  });
});

function never(): never {
  throw new Error('no difference');
}

describe('open places', () => {
  const row = (
    major: string | null,
    places: number,
    reach: number | null,
  ): Docking['rows'][number] => ({
    key: { major: major === null ? null : { id: 1, name: major, nameZh: null }, degree: null },
    values: {},
    toFill: { places, basis: 'plan' },
    sources: [
      {
        key: {},
        graduates: count(1),
        hires: count(1),
        yield: rate(0.1, 10),
        retention: rate(0.9, 10),
        reach,
        borrowed: { yield: false, retention: false },
      },
    ],
  });
  it('are summed, any major once, and covered where schools reach them', () => {
    const answer: Docking = {
      asOf: '2026-09-30',
      version: 1,
      year: 2027,
      earlier: { from: 2023, to: 2025 },
      forecast: 'no_better',
      rows: [row('A', 10, 12), row('B', 5, 4), row('C', 0, 1), row(null, 3, null)],
      total: { planned: count(18) },
    };
    expect(openPlaces(answer)).toEqual({
      year: 2027,
      planned: 18,
      open: 18,
      majors: 2,
      covered: 1,
    });
    expect(openPlaces({ ...answer, total: { planned: count(9) } })).toBeNull();
  });
});

describe('talking points', () => {
  const year = (of: number, hires: number) => ({
    key: { year: of },
    values: { hires: count(hires) },
  });
  it('name the change of the last whole class and what differs most, three at most', () => {
    const own = {
      retention_12m: rate(0.7, 40),
      acceptance_rate: rate(0.8, 50),
      major_match_rate: rate(0.6, 30),
    };
    const all = {
      retention_12m: rate(0.9, 400),
      acceptance_rate: rate(0.75, 500),
      major_match_rate: rate(0.7, 300),
    };
    const points = talkingPoints(own, all, [year(2024, 20), year(2025, 26)], 2025, format);
    expect(points.map(({ key }) => key)).toEqual([
      'brief.point.growth',
      'brief.point.retention_12m',
      'brief.point.major_match_rate',
    ]);
    expect(points[0]?.words).toMatchObject({ year: '2025', now: '26', before: '20' });
    const small = { ...own, retention_12m: { ...rate(0.7, 4), status: 'small' as const } };
    expect(
      talkingPoints(small, all, [year(2024, 9), year(2025, 26)], 2025, format).map(
        ({ key }) => key,
      ),
    ).toEqual(['brief.point.major_match_rate', 'brief.point.acceptance_rate']);
  });
});
