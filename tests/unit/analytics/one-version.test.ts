import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { queryMetrics } from '../../../server/analytics/query-metrics.ts';
import { retention } from '../../../server/analytics/retention.ts';
import { dimensionValues } from '../../../server/analytics/dimension-values.ts';
import { flow } from '../../../server/analytics/flow.ts';
import { remembered } from '../../../server/analytics/remembered.ts';
import { scopeOfEverything } from '../../../server/auth/scope.ts';
import type { AggregateQuery, Aggregator } from '../../../server/store/ports.ts';
import { day, hire } from '../../support/plain-hire.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

const AS_OF = day('2026-09-30');
const scope = scopeOfEverything();

let stored = 0;
/** One commit of another handle: one person more, hired and paid. */
function commit(): void {
  stored += 1;
  const people = Array.from({ length: stored }, () =>
    hire({ salary: 5_000_000 }, { hiredOn: '2020-07-01' }),
  );
  storeHires(database, people, AS_OF);
}
beforeEach(() => {
  stored = 0;
  commit();
});

/** The real engine with something happening between its answers. */
function interrupted(before: {
  snapshot?: () => void;
  aggregate?: () => void;
  distribution?: () => void;
  afterSnapshot?: () => void;
}): Aggregator {
  const engine = database.store.aggregator;
  return {
    snapshot: async () => {
      before.snapshot?.();
      const answer = await engine.snapshot();
      before.afterSnapshot?.();
      return answer;
    },
    aggregate: (query) => {
      before.aggregate?.();
      return engine.aggregate(query);
    },
    distribution: (query, value) => {
      before.distribution?.();
      return engine.distribution(query, value);
    },
  };
}

/** Something that happens the first few times only. */
function times(most: number, action: () => void): () => void {
  let left = most;
  return () => {
    left -= 1;
    if (left >= 0) action();
  };
}

describe('an answer made of several reads', () => {
  const ask = (engine: Aggregator) =>
    queryMetrics(engine, {
      metrics: ['hires', 'salary_median', 'school_share', 'retention_12m'],
      by: ['school'],
      where: {},
      limit: 10,
      scope,
    });

  it('is read again while commits land between the reads, and is then of one state', async () => {
    for (const hook of ['aggregate', 'distribution', 'afterSnapshot'] as const) {
      const answer = await ask(interrupted({ [hook]: times(2, commit) }));
      const { version } = await database.store.aggregator.snapshot();
      expect(answer.version).toBe(version);
      for (const id of ['hires', 'salary_median', 'school_share', 'retention_12m']) {
        expect(answer.total[id]?.n).toBe(stored);
      }
    }
  });

  it('is given up with a conflict where the commits never end', async () => {
    const busy = interrupted({ distribution: commit });
    await expect(ask(busy)).rejects.toMatchObject({ code: 'conflict', status: 409 });
    await expect(
      retention(busy, { by: [], where: {}, scope, choice: { kind: 'all' }, withOthers: false }),
    ).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('names the as-of day of the version it names', async () => {
    const later = () => storeHires(database, [hire({}, { hiredOn: '2026-10-05' })], AS_OF + 10);
    const engine = interrupted({ afterSnapshot: times(1, later) });
    const path = ['school', 'year'] as const;
    const answer = await flow(engine, { path, top: 8, where: {}, scope });
    const { version, asOf } = await database.store.aggregator.snapshot();
    expect(answer).toMatchObject({ version, asOf });
    expect(answer.links).toHaveLength(1);
  });

  it('lists the values of all dimensions from one state', async () => {
    const values = await dimensionValues(interrupted({ aggregate: times(3, commit) }), scope);
    const sums = [...values.values()].map((list) =>
      list.reduce((sum, { hires }) => sum + hires, 0),
    );
    expect(new Set(sums)).toEqual(new Set([stored]));
  });
});

describe('remembered answers', () => {
  const question = (city: string | null = null): AggregateQuery => ({
    by: [],
    where: city === null ? {} : { city: [city] },
    asOf: AS_OF,
    scope,
    measures: ['hires'],
  });
  const hiresOf = async (engine: Aggregator) => {
    const { cells, version } = await engine.aggregate(question());
    return { hires: cells[0]?.measures.hires, version };
  };

  it('are not computed again while the version stands, and computed anew after a commit', async () => {
    let computed = 0;
    const engine = remembered(interrupted({ aggregate: () => (computed += 1) }), 10);
    const first = await hiresOf(engine);
    expect(await hiresOf(engine)).toEqual(first);
    expect(computed).toBe(1);
    commit();
    const second = await hiresOf(engine);
    expect(second).toEqual({ hires: 2, version: first.version + 1 });
    expect(computed).toBe(2);
  });

  it('never pass for the answer of another question', async () => {
    const engine = remembered(database.store.aggregator, 10);
    const all = await engine.aggregate(question());
    expect(all.cells[0]?.measures).toEqual({ hires: 1 });
    const variations: AggregateQuery[] = [
      question('Nowhere'),
      { ...question(), asOf: day('2020-06-30') },
      { ...question(), measures: ['headcount', 'hires'] },
      { ...question(), by: ['school'] },
    ];
    for (const one of variations) {
      expect(await engine.aggregate(one)).toEqual(await database.store.aggregator.aggregate(one));
    }
    const pay = await engine.distribution(question(), 'salary');
    const tenure = await engine.distribution(question(), 'tenure');
    expect(pay.groups[0]?.histogram.values[0]).toBe(5_000_000);
    expect(tenure.groups[0]?.histogram.values[0]).toBe(AS_OF - day('2020-07-01'));
  });

  it('are right when a commit lands between the look at the version and the answer', async () => {
    const engine = remembered(interrupted({ afterSnapshot: times(1, commit) }), 10);
    await hiresOf(engine);
    const { version } = await database.store.aggregator.snapshot();
    expect(await hiresOf(engine)).toEqual({ hires: 2, version });
  });

  it('are forgotten when they arrive after a commit that another question has seen', async () => {
    const base = database.store.aggregator;
    let arrive = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const slow: Aggregator = {
      ...base,
      aggregate: async (query) => {
        const answer = await base.aggregate(query);
        if (query.where.city === undefined) await gate;
        return answer;
      },
    };
    const engine = remembered(slow, 10);
    const early = hiresOf(engine);
    await new Promise(setImmediate);
    commit();
    await engine.aggregate(question('elsewhere'));
    arrive();
    expect((await early).hires).toBe(1);
    expect((await hiresOf(engine)).hires).toBe(2);
  });

  it('are of their version, and of none before the question, however commits and questions mix', async () => {
    let { version: latest } = await database.store.aggregator.snapshot();
    const hiresAt = new Map([[latest, stored]]);
    const engine = remembered(database.store.aggregator, 3);
    const asked: Promise<void>[] = [];
    for (let round = 0; round < 200; round += 1) {
      if (round % 7 === 0) {
        commit();
        latest += 1;
        hiresAt.set(latest, stored);
      }
      const atLeast = latest;
      const check = async () => {
        const { cells, version } = await engine.aggregate(question(round % 3 === 0 ? 'x' : null));
        expect(version).toBeGreaterThanOrEqual(atLeast);
        if (round % 3 !== 0) expect(cells[0]?.measures.hires).toBe(hiresAt.get(version));
      };
      asked.push(check());
      if (round % 5 === 0) await new Promise(setImmediate);
    }
    await Promise.all(asked);
  });

  it('are bounded: the one unused for longest goes first', async () => {
    const computed: string[] = [];
    const base = database.store.aggregator;
    const engine = remembered(
      {
        ...base,
        aggregate: (query) => {
          computed.push(String(query.where.city?.[0]));
          return base.aggregate(query);
        },
      },
      2,
    );
    for (const city of ['a', 'b', 'a', 'c', 'a', 'b', 'c', 'a'])
      await engine.aggregate(question(city));
    // c pushed b out, b pushed c out, c pushed a out.
    expect(computed).toEqual(['a', 'b', 'c', 'b', 'c', 'a']);
  });
});
