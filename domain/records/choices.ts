import type { Bilingual } from '../language.ts';
import type { ParseKind } from './columns.ts';
import {
  CHANNELS,
  COOPERATION_KINDS,
  COOPERATION_STATUSES,
  DEGREES,
  LEAVE_TYPES,
} from './enumerations.ts';
import type { IssueCode } from './issues.ts';
import { PLAN_DEGREES } from './least-degree.ts';

const YES_NO = {
  yes: { en: 'Yes', zh: '是' },
  no: { en: 'No', zh: '否' },
} as const satisfies Record<string, Bilingual>;

const CHOICES: Readonly<Partial<Record<ParseKind, Readonly<Record<string, Bilingual>>>>> = {
  degree: DEGREES,
  channel: CHANNELS,
  leave_type: LEAVE_TYPES,
  least_degree: PLAN_DEGREES,
  cooperation_kind: COOPERATION_KINDS,
  cooperation_status: COOPERATION_STATUSES,
  yes_no: YES_NO,
};

/** The values that a column may have, as files write them, with their names; null where it may have any. */
export function choicesOf(kind: ParseKind): Readonly<Record<string, Bilingual>> | null {
  return CHOICES[kind] ?? null;
}

const DOUBTED: readonly IssueCode[] = [
  'unknown_degree',
  'degree_graduate',
  'unknown_channel',
  'unknown_leave_type',
  'unknown_cooperation_kind',
  'unknown_cooperation_status',
  'unreadable_yes_no',
];

/** Whether an issue says that a value is none of those its column may have, or not surely so. */
export function isDoubtedValue(code: IssueCode): boolean {
  return DOUBTED.includes(code);
}
