import { parentPort, workerData } from 'node:worker_threads';
import { isoFromDay } from '../../domain/dates.ts';
import type { ReleaseHead } from '../../domain/releases/release.ts';
import { openReleaseStore } from '../store/sqlite/release-store.ts';
import { openStore } from '../store/sqlite/store.ts';
import { draftRelease } from './draft-release.ts';
import { packEvidence, unpackEvidence, type PastRelease } from './evidence.ts';
import type { Draft, DraftJob, DraftReport } from './jobs.ts';

// The thread that drafts one release and ends.

const { data } = workerData as { data: DraftJob };

async function draft({ databasePath, rules, scope }: DraftJob): Promise<Draft> {
  const releases = openReleaseStore(databasePath);
  const store = await openStore(databasePath);
  try {
    const entries = releases.list();
    const past = entries.map(({ id, withdrawnAt, asOf, head }): PastRelease => ({
      id,
      isWithdrawn: withdrawnAt !== null,
      asOf: isoFromDay(asOf),
      // Heads were written when their releases were published, and the database lets nobody change them.
      payStep: (JSON.parse(head) as ReleaseHead).rules.payStep,
      evidence: unpackEvidence(releases.evidence(id)),
    }));
    const { aggregator, people, directory } = store;
    const sources = { aggregator, people, directory, scope };
    const { version, asOf, parts, evidence, unsafe } = await draftRelease(sources, { rules, past });
    return {
      version,
      asOf,
      rules,
      parts,
      evidence: packEvidence(evidence),
      unsafe,
      after: entries[0]?.id ?? null,
    };
  } finally {
    store.close();
    releases.close();
  }
}

function report(message: DraftReport): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

draft(data).then(
  (found) => report({ type: 'done', draft: found }),
  (error: unknown) =>
    report({
      type: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
);
