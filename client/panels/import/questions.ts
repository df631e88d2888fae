import type { Summary } from '../../../domain/records/import-shapes.ts';
import type { Kind } from '../../../domain/records/kinds.ts';
import { has } from './commit-state.ts';
import {
  SALARY_PERIOD,
  STAGE,
  mappedFields,
  needsStage,
  type MappingState,
} from './mapping-state.ts';

/** What a file may be unable to say by itself. */
export type Question = 'stage' | 'leavers' | 'identity' | 'dateOrder' | 'decimal' | 'payPeriod';

/** The questions that this file needs, in the order they are asked. One that was answered stays. */
export function questionsOf(kind: Kind, summary: Summary | null, state: MappingState): Question[] {
  const found = (...codes: Parameters<typeof has>[1][]) =>
    summary !== null && codes.some((code) => has(summary, code));
  const asked: Readonly<Record<Question, boolean>> = {
    stage: needsStage(kind, state),
    leavers:
      kind === 'hires' &&
      (asksForLeavers(state) || found('no_leavers') || state.includesLeavers !== null),
    identity: found('no_identity') || state.identity !== null,
    dateOrder: found('ambiguous_date') || state.dateOrder !== null,
    decimal: found('ambiguous_number', 'unreadable_number') || state.decimal !== null,
    payPeriod:
      mappedFields(state).has('salary') &&
      (found('pay_outlier') || state.constants[SALARY_PERIOD] !== undefined),
  };
  return (Object.keys(asked) as Question[]).filter((question) => asked[question]);
}

/** Whether a file of hired people has no column that could say who left, which is certain before any check. */
function asksForLeavers(state: MappingState): boolean {
  const mapped = mappedFields(state);
  const hired = mapped.has('hired_on') || state.constants[STAGE] === 'hired';
  return hired && !mapped.has('left_on');
}
