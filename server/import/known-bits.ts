import { KNOWN } from '../../domain/records/hire.ts';
import type { Plan } from './plan.ts';
import type { Survey } from './survey.ts';

interface Dated {
  readonly bit: number;
  readonly fields: readonly string[];
}

/** Fields whose presence in a file makes an empty date mean "no". */
const DATED: readonly Dated[] = [
  { bit: KNOWN.interned, fields: ['interned_from', 'interned_to'] },
  { bit: KNOWN.offered, fields: ['offered_on'] },
  { bit: KNOWN.accepted, fields: ['accepted_on'] },
  { bit: KNOWN.declined, fields: ['declined_on'] },
  { bit: KNOWN.hired, fields: ['hired_on'] },
];

/** Fields that say something only in a file that includes the people who left. */
const DATED_WITH_LEAVERS: readonly Dated[] = [
  { bit: KNOWN.left, fields: ['left_on'] },
  { bit: KNOWN.promoted, fields: ['promoted_on'] },
];

/** Whether somebody in the file has left. */
export function hasLeavers({ filled }: Survey): boolean {
  return (filled.get('left_on') ?? 0) > 0 || (filled.get('leave_type') ?? 0) > 0;
}

/** Whether somebody in the file was hired. */
export function hasHires(plan: Plan, { filled }: Survey): boolean {
  return (filled.get('hired_on') ?? 0) > 0 || (!plan.hasStageDate && plan.stage === 'hired');
}

/** What a file of hires is able to tell, as bits of `KNOWN`. */
export function knownBits(plan: Plan, survey: Survey): number {
  const withLeavers = plan.includesLeavers === true || hasLeavers(survey);
  const told = [...DATED, ...(withLeavers ? DATED_WITH_LEAVERS : [])];
  return told
    .filter(({ fields }) => fields.some((field) => plan.byField.has(field)))
    .reduce((bits, { bit }) => bits | bit, plan.includesLeavers === 'roster' ? KNOWN.roster : 0);
}
