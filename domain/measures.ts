import type { FactId } from './facts.ts';

/**
 * Additive counts and sums that an engine computes over hires at an as-of day. "Followed" means: until
 * the earlier of the as-of and the as-of of the last import that contained the row. "Known" means: the row's
 * last import mapped the column.
 */
export const HIRE_MEASURES = {
  candidates: 'People who came near the company by as-of, rosters of current staff left out',
  interns: 'Candidates whose internship began by as-of',
  offers: 'Candidates with an offer dated by as-of',
  acceptances: 'Candidates with an acceptance dated by as-of',
  hires: 'Candidates hired by as-of',
  campus_hires: 'Those of `hires` who started within 24 months of 30 June of their graduation year',
  campus_undated: 'Those of `hires` without a start date',
  headcount: 'People hired by as-of and not known to have left by then, rosters included',

  decided: 'Candidates with a dated acceptance or refusal, where both columns are known',
  decided_accepted: 'Those of `decided` with a dated acceptance',

  accepted_mature: 'Acceptances whose graduation year had ended by the end of follow-up',
  accepted_reneged:
    'Those of `accepted_mature` who declined afterwards or had not started by 31 December',
  accepted_started: 'Those of `accepted_mature` who were hired',
  accepted_open: 'Acceptances whose graduation year had not ended by the end of follow-up',

  interns_offer_known: 'Eligible interns of whom offers are known',
  interns_offered: 'Those of `interns_offer_known` with an offer',
  interns_accept_known: 'Eligible interns of whom acceptances are known',
  interns_accepted: 'Those of `interns_accept_known` with an offer and an acceptance',
  interns_answer_known: 'Eligible interns of whom acceptances and refusals are known',
  interns_answer_offered: 'Those of `interns_answer_known` with an offer',
  interns_answer_decided: 'Those of `interns_answer_offered` with an acceptance or a refusal',
  interns_answer_accepted: 'Those of `interns_answer_offered` with an acceptance',

  hires_intern_known: 'Hires of whom it is known whether they were interns',
  hires_interned: 'Those of `hires_intern_known` who were',

  hires_leave_known: 'Hires from files that include the people who left',
  hires_undated:
    'Those of `hires_leave_known` without a start date, or gone without a leaving date',
  leavers:
    'Those of `hires_leave_known` who have left by the end of follow-up, with or without a date',
  tenured_183: 'Dated hires with known leaving whose first 183 days lie inside the follow-up',
  tenured_365: 'Dated hires with known leaving whose first 365 days lie inside the follow-up',
  tenured_730: 'Dated hires with known leaving whose first 730 days lie inside the follow-up',
  tenured_1095: 'Dated hires with known leaving whose first 1,095 days lie inside the follow-up',
  turnover_followed: 'Dated hires with known leaving, not censored earlier, followed 365 days',
  turnover_left: 'Those of `turnover_followed` who left within 365 days',
  first_year_stayed: 'Those of `turnover_followed` who did not leave within 365 days',
  third_year_followed: 'Dated hires with known leaving, not censored earlier, followed 1,095 days',
  third_year_stayed: 'Those of `third_year_followed` who did not leave within 1,095 days',
  third_year_open: 'Dated hires with known leaving who are not followed 1,095 days yet',
  turnover_open: 'Dated hires with known leaving who are not followed 365 days yet',

  matched_answered: 'Hires with an answer on the match of job and major',
  matched: 'Those of `matched_answered` with a matching job',
  rated: 'Hires with a performance rating',
  rating_sum: 'Sum of the ratings of `rated`, in hundredths',
  top_rated: 'Those of `rated` with 4 or 5',
  hires_promotion_known: 'Hires from files that show promotions and include the people who left',
  promotion_followed:
    'Dated hires with known promotions, followed 730 days from the start, leavers included',
  promotion_promoted: 'Those of `promotion_followed` first promoted within 730 days',
  promotion_open: 'Dated hires with known promotions, not followed 730 days yet',
  local_known: 'Hires whose place of work and school’s place are both known',
  local: 'Those of `local_known` who work where the school is',
} as const;

/**
 * Sums over cohorts: of each school, major, college, degree and year the latest count by as-of. The parts of a rate
 * are summed over the counts that give every number it needs: a blank is not 0.
 */
export const COHORT_MEASURES = {
  graduates: 'Graduates of the latest counts',
  knowledge_among: 'Graduates of counts that say of how many nothing is known',
  knowledge_of: 'Those of `knowledge_among` whose destination is known',
  outcomes_among: 'Graduates with a known destination who seek one, of counts that give all',
  outcomes_of: 'Those of `outcomes_among` at work, in public service or in further study',
  placement_among: 'Graduates of counts that give every kind of destination',
  placement_of: 'Those of `placement_among` at work, in public service or in further study',
  contract_among: 'Graduates of counts that give agreements and contracts',
  contract_of: 'Those of `contract_among` with an agreement or contract of employment',
  flexible_among: 'Graduates of counts that give flexible employment',
  flexible_of: 'Those of `flexible_among` in flexible employment',
  self_employment_among: 'Graduates of counts that give founders',
  self_employment_of: 'Those of `self_employment_among` who founded a business',
  study_among: 'Graduates of counts that give further study in the country and abroad',
  study_of: 'Those of `study_among` who study on',
  signed_among: 'Graduates of counts that say how many signed with the company',
  signed_of: 'Those of `signed_among` who signed with the company, as their school counts',
} as const;

/** Sums over plans, which have no date: an as-of hides none. */
export const PLAN_MEASURES = {
  planned: 'Places of the plans',
} as const;

/** Every measure and what it counts. */
export const MEASURES = { ...HIRE_MEASURES, ...COHORT_MEASURES, ...PLAN_MEASURES } as const;

export type HireMeasureId = keyof typeof HIRE_MEASURES;
export type CohortMeasureId = keyof typeof COHORT_MEASURES;
export type PlanMeasureId = keyof typeof PLAN_MEASURES;
export type MeasureId = keyof typeof MEASURES;

/** The ids of all measures, and of those of hires and of cohorts. */
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[];
export const HIRE_MEASURE_IDS = Object.keys(HIRE_MEASURES) as HireMeasureId[];
export const COHORT_MEASURE_IDS = Object.keys(COHORT_MEASURES) as CohortMeasureId[];

/** The fact that a measure counts. */
export function factOf(id: MeasureId): FactId {
  if (Object.hasOwn(HIRE_MEASURES, id)) return 'hires';
  return Object.hasOwn(COHORT_MEASURES, id) ? 'cohorts' : 'plans';
}

/** Days of follow-up the measures of first-year turnover, of the third year and of promotion ask for. */
export const TURNOVER_DAYS = 365;
export const THIRD_YEAR_DAYS = 1095;
export const PROMOTION_DAYS = 730;

/** A campus hire starts at most so many years before or after 30 June of the graduation year. */
export const CAMPUS_YEARS = 2;
