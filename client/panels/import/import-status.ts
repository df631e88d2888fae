import type { ImportStatus } from '../../../domain/records/import-shapes.ts';

/** Whether an import has reached an end: nothing of it can be mapped or committed any more. */
export function isOver(status: ImportStatus): boolean {
  return status === 'committed' || status === 'undone' || status === 'cancelled';
}

/** Whether the server is at work on an import. */
export function isRunning(status: ImportStatus): boolean {
  return status === 'validating' || status === 'committing';
}
