/**
 * Additive counts and sums that an engine computes over the hires fact at an as-of day. "Followed" means: until
 * the earlier of the as-of and the as-of of the last import that contained the row. "Known" means: the row's
 * last import mapped the column.
 */
export const MEASURES = {
  candidates: 'People who came near the company by as-of, rosters of current staff left out',
  interns: 'Candidates whose internship began by as-of',
  offers: 'Candidates with an offer dated by as-of',
  acceptances: 'Candidates with an acceptance dated by as-of',
  hires: 'Candidates hired by as-of',
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

export type MeasureId = keyof typeof MEASURES;

/** The ids of all measures. */
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[];

/** Days of follow-up the measures of first-year turnover and of promotion ask for. */
export const TURNOVER_DAYS = 365;
export const PROMOTION_DAYS = 730;
