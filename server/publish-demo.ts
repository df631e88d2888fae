import { AppError } from '../domain/errors.ts';
import type { Releases } from './releases/create-releases.ts';

/**
 * Publishes the demo's first release, so that a dean who looks in finds something; it takes a quarter of a minute, so
 * nothing waits for it. Where one was ever published, or somebody does so meanwhile, nothing is done.
 * @throws what drafting throws, and where the server ends before it is done.
 */
export async function publishDemo(releases: Releases): Promise<void> {
  if (releases.list().length > 0) return;
  try {
    await releases.publish(null);
  } catch (error) {
    if (!(error instanceof AppError && releases.list().length > 0)) throw error;
  }
}
