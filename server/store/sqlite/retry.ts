const FIRST_WAIT_MS = 5;
const LONGEST_WAIT_MS = 100;
const PATIENCE_MS = 120_000;

/** Whether an error says that another writer is at work. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'SQLITE_BUSY' || error.code === 'SQLITE_BUSY_SNAPSHOT';
}

/**
 * Runs a write again until no other writer holds the database. For handles without a busy timeout: the event
 * loop goes on in between.
 * @param work one whole transaction; a busy answer must have left nothing behind.
 * @throws what `work` throws, and the busy error itself after two minutes.
 */
export async function retryWhileBusy<T>(work: () => Promise<T> | T): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
