import type { Bilingual } from './language.ts';

/**
 * How far a candidate came, in the order of the way: everybody but rosters of current staff has exactly one, so
 * that counts of them add up to the candidates. "Followed" means what it means in the measures.
 */
export const OUTCOMES = {
  unknown: { en: 'Not known how far', zh: '进展未知' },
  not_offered: { en: 'No offer', zh: '未获录用通知' },
  declined: { en: 'Declined the offer', zh: '拒绝录用' },
  pending: { en: 'Offered, no answer on record', zh: '已发录用通知，无答复记录' },
  unanswered: { en: 'Offered, answers not in the file', zh: '已发录用通知，文件无答复列' },
  reneged: { en: 'Accepted, then never came', zh: '接受后违约' },
  waiting: { en: 'Accepted, not started yet', zh: '已接受，尚未入职' },
  untracked: { en: 'Hired, stay cannot be followed', zh: '已入职，去留无法跟踪' },
  first_year: { en: 'Hired, first year not over', zh: '已入职，跟踪未满一年' },
  left_first_year: { en: 'Left within a year', zh: '一年内离职' },
  stayed_year: { en: 'Stayed a year, three not over', zh: '满一年，跟踪未满三年' },
  left_three_years: { en: 'Left in year two or three', zh: '第二、三年离职' },
  stayed_three_years: { en: 'Stayed three years', zh: '满三年' },
} as const satisfies Record<string, Bilingual>;

export type OutcomeId = keyof typeof OUTCOMES;

/** The ids of all outcomes. */
export const OUTCOME_IDS = Object.keys(OUTCOMES) as OutcomeId[];

/**
 * Whether a candidate's steps can be followed one by one. Only of the complete ones is each stage a part of the one
 * before; a start without a dated offer and acceptance, or an answer without a dated offer, skips a step.
 */
export const STEP_RECORDS = {
  complete: { en: 'Every step on record', zh: '各步骤均有记录' },
  skipped: { en: 'A step is missing', zh: '缺少某一步骤' },
  unknown: { en: 'Steps not in the file', zh: '文件未含各步骤' },
} as const satisfies Record<string, Bilingual>;

export type StepRecord = keyof typeof STEP_RECORDS;
