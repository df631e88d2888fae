import { isoFromDay } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import type { Actor } from '../store/audit-ports.ts';
import type { LedgerReader, LedgerStore } from '../store/ledger-ports.ts';
import { storeEntry } from './add-entry.ts';
import { writeTo, type Expected } from './context.ts';
import { openProposal, settle, type ProposalOutcome } from './proposals.ts';
import { readAs, type Given } from './read-fields.ts';

/** Which proposal is answered, as of which revision, and by whom. */
export interface Answer {
  readonly id: number;
  readonly expected: Expected;
  readonly by: Actor;
}

/** What the company sets differently from what was proposed. */
export interface AcceptedVisit {
  readonly title?: Given | undefined;
  readonly starts_on?: Given | undefined;
  readonly ends_on?: Given | undefined;
}

/**
 * Accepts a visit that a school proposes: it becomes a planned entry of the ledger, shared with the school.
 * @throws AppError `not_found`, `invalid_input` for an impossible value, `conflict` where it has been answered or the
 * ledger has such an entry already.
 */
export function acceptProposal(
  store: LedgerStore,
  reader: LedgerReader,
  { id, expected, visit, by }: Answer & { readonly visit: AcceptedVisit },
): Promise<ProposalOutcome> {
  return writeTo(store, (): ProposalOutcome => {
    const found = openProposal(store, reader, id, expected);
    if ('stale' in found) return { kind: 'stale', current: found.stale };
    const { open } = found;
    const schoolId = store.schoolNow(open.school_id) ?? open.school_id;
    const collegeId =
      open.college_id !== null && store.collegeOf(open.college_id)?.schoolId === schoolId
        ? open.college_id
        : null;
    const entry = storeEntry(
      store,
      {
        school: schoolId,
        college: collegeId,
        fields: {
          kind: 'visit',
          title: visit.title ?? open.topic,
          starts_on: visit.starts_on ?? isoFromDay(open.starts_on),
          ends_on:
            visit.ends_on === undefined
              ? open.ends_on === null
                ? null
                : isoFromDay(open.ends_on)
              : visit.ends_on,
          status: 'planned',
          shared: true,
        },
      },
      by,
    );
    const change = {
      state: 'accepted',
      entry_id: entry.id,
      answered_at: new Date().toISOString(),
      answered_by: by.name,
    } as const;
    const proposal = settle(store, open, change, { action: 'accept', by });
    return { kind: 'done', proposal };
  });
}

/**
 * Declines a visit that a school proposes, with a reason that the school reads.
 * @throws AppError `not_found`, `invalid_input` without a reason, `conflict` where it has been answered.
 */
export function declineProposal(
  store: LedgerStore,
  reader: LedgerReader,
  { id, expected, reason: given, by }: Answer & { readonly reason: Given },
): Promise<ProposalOutcome> {
  return writeTo(store, (): ProposalOutcome => {
    const found = openProposal(store, reader, id, expected);
    if ('stale' in found) return { kind: 'stale', current: found.stale };
    const reason = readAs('reason', 'minutes', given);
    if (reason === null) {
      throw new AppError('invalid_input', {
        en: 'reason: say why. The school reads it.',
        zh: 'reason：请填写理由，学校将会看到。',
      });
    }
    const change = {
      state: 'declined',
      reason: String(reason),
      answered_at: new Date().toISOString(),
      answered_by: by.name,
    } as const;
    const proposal = settle(store, found.open, change, { action: 'decline', by });
    return { kind: 'done', proposal };
  });
}
