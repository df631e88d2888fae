import { startThread } from '../thread.ts';
import type { Draft, DraftJob, DraftReport } from './jobs.ts';

/** Work in a thread that can be given up. */
export interface ThreadWork {
  readonly result: Promise<Draft>;
  end(): Promise<void>;
}

/** Drafts a release in a thread of its own, so that everything else goes on meanwhile. */
export function draftInThread(job: DraftJob): ThreadWork {
  const thread = startThread('releases/worker', job);
  const result = new Promise<Draft>((resolve, reject) => {
    thread.on('message', (report: DraftReport) => {
      if (report.type === 'done') resolve(report.draft);
      else reject(new Error(report.message));
    });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('The thread that drafts releases ended')));
  });
  result.catch(() => {});
  return {
    result,
    end: async () => {
      await thread.terminate();
    },
  };
}
