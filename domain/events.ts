import type { Bilingual } from './language.ts';

/** What can happen to a candidate on a day, each at most once; rosters of current staff have none. */
export const EVENTS = {
  interned: { en: 'Internships begun', zh: '开始实习' },
  offered: { en: 'Offers made', zh: '发出录用通知' },
  accepted: { en: 'Acceptances', zh: '接受录用' },
  declined: { en: 'Refusals', zh: '拒绝录用' },
  withdrawn: { en: 'Withdrawals after accepting', zh: '接受后放弃' },
  hired: { en: 'Starts', zh: '入职' },
  left: { en: 'Leavings', zh: '离职' },
  promoted: { en: 'First promotions', zh: '首次晋升' },
} as const satisfies Record<string, Bilingual>;

export type EventId = keyof typeof EVENTS;

/** The ids of all events, in the order in which they usually happen. */
export const EVENT_IDS = Object.keys(EVENTS) as EventId[];

/** When an event happened, as a day or as its calendar year: a value of a person that engines count. */
export interface EventTime {
  readonly event: EventId;
  readonly grain: 'day' | 'year';
}
