import type { VisitProposal } from '../../domain/cooperation/proposal.ts';
import { isoFromDay, today } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import type { Actor } from '../store/audit-ports.ts';
import type { LedgerReader, LedgerStore } from '../store/ledger-ports.ts';
import { writeTo, type Expected } from './context.ts';
import {
  noteProposal,
  openProposal,
  proposalsFor,
  settle,
  type ProposalOutcome,
} from './proposals.ts';
import { readAs, refuseReversed, type Given } from './read-fields.ts';

/** A visit as a school proposes it: a day or a period, of what, and what else there is to say. */
export interface ProposalInput {
  readonly starts_on: Given;
  readonly ends_on?: Given | undefined;
  readonly topic: Given;
  readonly note?: Given | undefined;
}

const MOST_OPEN = 20;

const textOf = (value: string | number | null): string | null =>
  value === null ? null : String(value);

function daysOf({ starts_on: given, ends_on: until = null }: ProposalInput) {
  const starts = readAs('starts_on', 'starts_on', given);
  const ends = readAs('ends_on', 'ends_on', until);
  if (typeof starts !== 'number') {
    throw new AppError('invalid_input', {
      en: 'starts_on: say on which day, or from which day on.',
      zh: 'starts_on：请填写日期或起始日期。',
    });
  }
  const last = typeof ends === 'number' ? ends : null;
  refuseReversed({ starts_on: starts, ends_on: last });
  if ((last ?? starts) < today()) {
    throw new AppError('invalid_input', {
      en: `starts_on: ${isoFromDay(last ?? starts)} has passed. Propose a day to come.`,
      zh: `starts_on：${isoFromDay(last ?? starts)} 已过，请提议今后的日期。`,
    });
  }
  return { starts_on: starts, ends_on: last };
}

/**
 * Proposes a visit for the own school, or the own college of it.
 * @throws AppError `invalid_input` for a missing or impossible value, `conflict` where too many wait for an answer.
 */
export function proposeVisit(
  store: LedgerStore,
  reader: LedgerReader,
  input: ProposalInput,
  by: Actor,
): Promise<VisitProposal> {
  return writeTo(store, () => {
    const { scope, collegeId } = reader;
    if (scope.kind === 'all') throw new RangeError('Only a school proposes visits');
    const { schoolId } = scope;
    const waiting = proposalsFor(store, reader).filter(({ state }) => state === 'open');
    if (waiting.length >= MOST_OPEN) {
      throw new AppError('conflict', {
        en: `${MOST_OPEN} proposals of your school wait for an answer. Withdraw one first.`,
        zh: `贵校已有 ${MOST_OPEN} 项提议待答复，请先撤回一项。`,
      });
    }
    const row: Omit<VisitProposal, 'id'> = {
      school_id: schoolId,
      college_id: collegeId,
      ...daysOf(input),
      topic: textOf(readAs('topic', 'title', input.topic)) ?? '',
      note: textOf(readAs('note', 'minutes', input.note ?? null)),
      state: 'open',
      reason: null,
      proposed_at: new Date().toISOString(),
      proposed_by: by.name,
      answered_at: null,
      answered_by: null,
      entry_id: null,
      revision: 1,
    };
    const proposal = { ...row, id: store.proposals.add(row) };
    noteProposal(store, null, proposal, { action: 'propose', by });
    return proposal;
  });
}

/**
 * Takes back a proposal that waits for its answer.
 * @throws AppError `not_found`, `conflict` where it has been answered.
 */
export function withdrawProposal(
  store: LedgerStore,
  reader: LedgerReader,
  { id, expected, by }: { readonly id: number; readonly expected: Expected; readonly by: Actor },
): Promise<ProposalOutcome> {
  return writeTo(store, (): ProposalOutcome => {
    const found = openProposal(store, reader, id, expected);
    if ('stale' in found) return { kind: 'stale', current: found.stale };
    if (found.open.college_id !== reader.collegeId) {
      throw new AppError('not_allowed', {
        en: 'Who proposed this visit withdraws it: your school or another college of it did.',
        zh: '只有提议方可以撤回：该走访由贵校或其他学院提出。',
      });
    }
    const change = { state: 'withdrawn', answered_at: new Date().toISOString() } as const;
    const proposal = settle(store, found.open, change, { action: 'withdraw', by });
    return { kind: 'done', proposal };
  });
}
