import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { MeasureId } from '../../domain/measures.ts';
import type { GroupFacts } from '../../domain/metrics/evaluate.ts';
import type { MetricValue } from '../../domain/metrics/value.ts';
import type { StepRecord } from '../../domain/outcomes.ts';
import {
  conversionFactors,
  RATE_MEASURES,
  stageRates,
  workRates,
  type ConversionFactor,
  type RatedStage,
  type WorkStage,
} from '../../domain/pipeline/rates.ts';
import {
  stagesOf,
  workStagesOf,
  type OutcomeCounts,
  type Stage,
} from '../../domain/pipeline/stages.ts';
import type { Aggregator, Cell, KeyValue, Selection } from '../store/ports.ts';
import { resolveAsOf } from './as-of.ts';
import { consistent } from './consistent.ts';
import { sumMeasures } from './merge.ts';
import { compareKeys } from './order.ts';
import { seasonOf } from './season.ts';
import { NOT_APPLICABLE, speaksOfLeavers } from './speaks-of-leavers.ts';

/** Stages with the people of each, and the share that came to it among those of whom it can be said. */
export interface Track<Rated extends RatedStage> {
  readonly stages: readonly Stage[];
  readonly rates: Readonly<Record<Rated, MetricValue>>;
}

/** People whose steps cannot be followed one by one, and what of them is on record. */
export interface Apart {
  readonly candidates: number;
  readonly offers: number;
  readonly acceptances: number;
  readonly hires: number;
}

/** How far the people of one group came. */
export interface PipelineRow {
  readonly key: readonly KeyValue[];
  readonly candidates: number;
  /** The people with every step on record: each stage a part of the one before. */
  readonly path: Track<RatedStage>;
  /** Everybody, from the start of work on: the steps before it need not be on record. */
  readonly everybody: Track<WorkStage>;
  readonly apart: Readonly<Record<Exclude<StepRecord, 'complete'>, Apart>>;
  readonly conversion: Readonly<Record<ConversionFactor, MetricValue>>;
}

const APART = ['candidates', 'offers', 'acceptances', 'hires'] as const satisfies MeasureId[];
const MEASURES: readonly MeasureId[] = [...new Set([...RATE_MEASURES, ...APART])];

/** Where the inner dimensions stand in the key of a cell, counted from its end. */
const STEPS = -2;
const OUTCOME = -1;

function countsOf(cells: readonly Cell[]): OutcomeCounts {
  const counts: Record<string, number> = {};
  for (const { key, measures } of cells) {
    const outcome = String(key.at(OUTCOME));
    counts[outcome] = (counts[outcome] ?? 0) + (measures.candidates ?? 0);
  }
  return counts;
}

function apartOf(cells: readonly Cell[]): Apart {
  const sums = sumMeasures(cells, APART);
  return {
    candidates: sums.candidates ?? 0,
    offers: sums.offers ?? 0,
    acceptances: sums.acceptances ?? 0,
    hires: sums.hires ?? 0,
  };
}

/** Stands for the rates at work of people who were chosen by whether they left. */
const NO_WORK_RATES = { one_year: NOT_APPLICABLE, three_years: NOT_APPLICABLE };

function rowOf(
  key: readonly KeyValue[],
  cells: readonly Cell[],
  { ofLeavers, ...facts }: Omit<GroupFacts, 'measures'> & { readonly ofLeavers: boolean },
): PipelineRow {
  const recorded = (steps: StepRecord) => cells.filter((cell) => cell.key.at(STEPS) === steps);
  const complete = recorded('complete');
  const factsOf = (some: readonly Cell[]) => ({ ...facts, measures: sumMeasures(some, MEASURES) });
  const path = stageRates(factsOf(complete));
  return {
    key,
    candidates: apartOf(cells).candidates,
    path: {
      stages: stagesOf(countsOf(complete)),
      rates: ofLeavers ? { ...path, ...NO_WORK_RATES } : path,
    },
    everybody: {
      stages: workStagesOf(countsOf(cells)),
      rates: ofLeavers ? NO_WORK_RATES : workRates(factsOf(cells)),
    },
    apart: { skipped: apartOf(recorded('skipped')), unknown: apartOf(recorded('unknown')) },
    conversion: conversionFactors(factsOf(cells)),
  };
}

/**
 * How far the candidates of a selection came, and where they were lost: by group, and all together.
 * @returns groups ordered by key, without those that have no candidate.
 * @throws AppError `invalid_input` for an as-of after the data's.
 */
export async function pipeline(
  aggregator: Aggregator,
  query: Omit<Selection, 'asOf'> & { asOf?: Day | undefined },
): Promise<{ asOf: Day; version: number; rows: PipelineRow[]; total: PipelineRow }> {
  const { by, where } = query;
  return consistent(async () => {
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(query.asOf, known);
    const inner: DimensionId[] = [...by, 'steps', 'outcome'];
    const answer = await aggregator.aggregate({ ...query, by: inner, asOf, measures: MEASURES });
    // Rosters stand in none of the stages.
    const cells = answer.cells.filter((cell) => cell.key.at(STEPS) !== null);
    const groups = new Map<string, { key: readonly KeyValue[]; cells: Cell[] }>();
    for (const cell of cells) {
      const key = cell.key.slice(0, by.length);
      const id = JSON.stringify(key);
      const group = groups.get(id) ?? { key, cells: [] };
      group.cells.push(cell);
      groups.set(id, group);
    }
    const rows = [...groups.values()].map((group) =>
      rowOf(group.key, group.cells, {
        season: seasonOf(group.key, query),
        asOf,
        ofLeavers: speaksOfLeavers(by, where),
      }),
    );
    const total = rowOf([], cells, {
      season: seasonOf([], { by: [], where }),
      asOf,
      ofLeavers: speaksOfLeavers([], where),
    });
    return {
      versions: [known.version, answer.version],
      result: {
        asOf,
        version: answer.version,
        rows: rows.toSorted((a, b) => compareKeys(a.key, b.key)),
        total,
      },
    };
  });
}
