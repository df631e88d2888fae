import { evaluate, type GroupFacts } from '../metrics/evaluate.ts';
import type { Formula } from '../metrics/metric.ts';
import { METRICS } from '../metrics/registry.ts';
import type { MeasureId } from '../measures.ts';
import { needsOf } from '../metrics/needs.ts';
import type { MetricValue } from '../metrics/value.ts';
import type { StageId } from './stages.ts';

export type RatedStage = Exclude<StageId, 'candidates'>;

/** Those that are reached at work. */
export type WorkStage = Extract<StageId, 'one_year' | 'three_years'>;

/**
 * The share that came to each stage, among those of whom it can be said: offers among the candidates; acceptances
 * among the decided; starts among the acceptances of ended years; stays among the hires followed so long.
 */
const RATES = {
  offered: { kind: 'proportion', of: 'offers', among: 'candidates' },
  accepted: METRICS.acceptance_rate.formula,
  hired: METRICS.show_up_rate.formula,
  one_year: {
    kind: 'proportion',
    of: 'first_year_stayed',
    among: 'turnover_followed',
    maturity: { open: 'turnover_open', days: 365 },
    tenure: true,
  },
  three_years: {
    kind: 'proportion',
    of: 'third_year_stayed',
    among: 'third_year_followed',
    maturity: { open: 'third_year_open', days: 1095 },
    tenure: true,
  },
} as const satisfies Record<RatedStage, Formula>;

/** The stages that have a rate, in their order. */
export const RATED_STAGES = Object.keys(RATES) as RatedStage[];

/**
 * What becomes of eligible interns, as factors whose product is the conversion: offered of the eligible, decided of
 * the offered, accepted of the decided; all among the same people, of whom acceptances and refusals are known.
 */
const CONVERSION = {
  offered: { kind: 'proportion', of: 'interns_answer_offered', among: 'interns_answer_known' },
  decided: { kind: 'proportion', of: 'interns_answer_decided', among: 'interns_answer_offered' },
  accepted: { kind: 'proportion', of: 'interns_answer_accepted', among: 'interns_answer_decided' },
  conversion: { kind: 'proportion', of: 'interns_answer_accepted', among: 'interns_answer_known' },
} as const satisfies Record<string, Formula>;

export type ConversionFactor = keyof typeof CONVERSION;

/** The factors of the conversion, and their product last. */
export const CONVERSION_FACTORS = Object.keys(CONVERSION) as ConversionFactor[];

/** Everything that the rates are computed from. */
export const RATE_MEASURES: readonly MeasureId[] = [
  ...new Set(
    [...Object.values(RATES), ...Object.values(CONVERSION)].flatMap(
      (formula) => needsOf({ formula }).measures,
    ),
  ),
];

/** The rates at the stages from the start of work on. */
export function workRates(facts: GroupFacts): Pick<Record<RatedStage, MetricValue>, WorkStage> {
  return {
    one_year: evaluate({ formula: RATES.one_year }, facts),
    three_years: evaluate({ formula: RATES.three_years }, facts),
  };
}

/** The rates of a group at every stage. */
export function stageRates(facts: GroupFacts): Record<RatedStage, MetricValue> {
  return {
    offered: evaluate({ formula: RATES.offered }, facts),
    accepted: evaluate({ formula: RATES.accepted }, facts),
    hired: evaluate({ formula: RATES.hired }, facts),
    ...workRates(facts),
  };
}

/** The factors of a group's intern conversion, and the conversion itself. */
export function conversionFactors(facts: GroupFacts): Record<ConversionFactor, MetricValue> {
  return {
    offered: evaluate({ formula: CONVERSION.offered }, facts),
    decided: evaluate({ formula: CONVERSION.decided }, facts),
    accepted: evaluate({ formula: CONVERSION.accepted }, facts),
    conversion: evaluate({ formula: CONVERSION.conversion }, facts),
  };
}
