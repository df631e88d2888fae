import type { ImportStatus } from '../../domain/records/import-shapes.ts';
import type { Refusal, RefusalName } from '../../domain/records/refusals.ts';
import type { Ending } from './works.ts';

/** The statuses in which a job works on an import. */
export type AtWork = 'validating' | 'committing';

/** Whether a job works on an import. */
export function isAtWork(status: ImportStatus): status is AtWork {
  return status === 'validating' || status === 'committing';
}

/** How it is said that work was ended. */
export const SAID: Readonly<Record<AtWork, Record<Ending, RefusalName>>> = {
  validating: {
    stop: 'check_stopped',
    cancel: 'check_stopped',
    shut_down: 'check_shut_down',
  },
  committing: {
    stop: 'commit_stopped',
    cancel: 'commit_stopped',
    shut_down: 'commit_shut_down',
  },
};

/** What an import becomes whose work was ended before its time. */
export function afterEnding(
  status: AtWork,
  ending: Ending,
): { status: ImportStatus; error: Refusal | null } {
  if (ending === 'cancel') return { status: 'cancelled', error: null };
  return {
    status: status === 'validating' ? 'draft' : 'validated',
    error: ending === 'shut_down' ? { refusal: SAID[status][ending], params: {} } : null,
  };
}
