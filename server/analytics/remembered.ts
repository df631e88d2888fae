import type { Aggregator, Snapshot } from '../store/ports.ts';

/**
 * An engine that remembers its latest answers for as long as the data's version stands: the panels of a page,
 * and the people looking at it, ask for the same sums.
 * @param most how many answers are kept; the one unused for longest goes first.
 */
export function remembered(engine: Aggregator, most: number): Aggregator {
  let version = -1;
  const answers = new Map<string, unknown>();

  async function recall<T extends Snapshot>(
    question: unknown,
    answer: () => Promise<T>,
  ): Promise<T> {
    const snapshot = await engine.snapshot();
    if (snapshot.version !== version) {
      answers.clear();
      version = snapshot.version;
    }
    const id = JSON.stringify(question);
    const known = answers.get(id) as T | undefined;
    const found = known ?? (await answer());
    answers.delete(id);
    if (found.version === version) answers.set(id, found);
    for (const oldest of answers.keys()) {
      if (answers.size <= most) break;
      answers.delete(oldest);
    }
    return found;
  }

  return {
    snapshot: () => engine.snapshot(),
    aggregate: (query) => recall(['aggregate', query], () => engine.aggregate(query)),
    distribution: (query, value) =>
      recall(['distribution', value, query], () => engine.distribution(query, value)),
  };
}
