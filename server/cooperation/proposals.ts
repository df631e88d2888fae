import type { VisitProposal } from '../../domain/cooperation/proposal.ts';
import { AppError } from '../../domain/errors.ts';
import type { AuditAction } from '../../domain/audit.ts';
import type { Actor } from '../store/audit-ports.ts';
import type { LedgerReader, LedgerStore } from '../store/ledger-ports.ts';
import type { Expected } from './context.ts';

/** What became of an answer: the proposal after it, or as somebody else left it before. */
export type ProposalOutcome =
  | { readonly kind: 'done'; readonly proposal: VisitProposal }
  | { readonly kind: 'stale'; readonly current: VisitProposal };

/** A proposal with the school where that is now: it may have been merged into another since. */
function placedNow(store: LedgerStore, proposal: VisitProposal): VisitProposal {
  const { school_id: schoolId, college_id: collegeId } = proposal;
  return {
    ...proposal,
    school_id: store.schoolNow(schoolId) ?? schoolId,
    college_id: collegeId === null || store.collegeOf(collegeId) === null ? null : collegeId,
  };
}

/** A school sees its own, a college those of the whole school and its own; never who of the company answered. */
function seenBy(
  { scope, collegeId: own }: LedgerReader,
  stored: VisitProposal,
  now: VisitProposal,
): VisitProposal[] {
  if (scope.kind === 'all') return [now];
  const isOwn = now.school_id === scope.schoolId;
  const reaches = own === null || stored.college_id === null || stored.college_id === own;
  return isOwn && reaches ? [{ ...now, answered_by: null, entry_id: null }] : [];
}

/** The proposals that somebody may see, open ones first, then the latest first. */
export function proposalsFor(store: LedgerStore, reader: LedgerReader): VisitProposal[] {
  const seen = store.proposals
    .all()
    .filter(({ school_id: id }) => store.schoolNow(id) !== null)
    .flatMap((stored) => seenBy(reader, stored, placedNow(store, stored)));
  const open = seen.filter(({ state }) => state === 'open');
  return [...open, ...seen.filter(({ state }) => state !== 'open')];
}

/**
 * A proposal that somebody may see, if nobody answered it since the revision that was read and it is open.
 * @throws AppError `not_found`, `conflict` where it has been answered.
 */
export function openProposal(
  store: LedgerStore,
  reader: LedgerReader,
  id: number,
  expected: Expected,
): { readonly stale: VisitProposal } | { readonly open: VisitProposal } {
  const seen = proposalsFor(store, reader).find((one) => one.id === id);
  const stored = store.proposals.get(id);
  if (seen === undefined || stored === null) {
    throw new AppError('not_found', {
      en: `There is no proposal ${id}.`,
      zh: `没有编号为 ${id} 的走访提议。`,
    });
  }
  if (expected !== 'any' && expected !== seen.revision) return { stale: seen };
  if (seen.state !== 'open') {
    throw new AppError('conflict', {
      en: `“${seen.topic}” has been answered or withdrawn already.`,
      zh: `“${seen.topic}”已答复或已撤回。`,
    });
  }
  return { open: stored };
}

/** Stores what became of a proposal and notes it in the audit trail. */
export function settle(
  store: LedgerStore,
  before: VisitProposal,
  change: Partial<VisitProposal>,
  { action, by }: { readonly action: AuditAction; readonly by: Actor },
): VisitProposal {
  const after: VisitProposal = { ...before, ...change, revision: before.revision + 1 };
  store.proposals.change(after);
  noteProposal(store, before, after, { action, by });
  return placedNow(store, after);
}

/** Notes in the audit trail what was done to a proposal. */
export function noteProposal(
  store: LedgerStore,
  before: VisitProposal | null,
  after: VisitProposal,
  { action, by }: { readonly action: AuditAction; readonly by: Actor },
): void {
  const values = (proposal: VisitProposal) => ({
    ...proposal,
    school: store.schoolName(proposal.school_id),
  });
  store.audit.add({
    by,
    action,
    kind: 'proposal',
    recordId: after.id,
    label: after.topic,
    before: before === null ? null : values(before),
    after: values(after),
  });
}
