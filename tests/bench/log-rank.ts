import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { PROJECT_ROOT } from '../../server/config.ts';
import { createRetentionTests } from '../../server/analytics/retention-test.ts';
import { scopeOfEverything } from '../../server/auth/scope.ts';
import { openStore } from '../../server/store/sqlite/store.ts';

// How long a log-rank test with its 9,999 permutations takes, and how long it holds up everything else.

const database = process.env['DATABASE'] ?? join(PROJECT_ROOT, 'data/demo.db');
const store = await openStore(database);
console.log(`Database ${database}. Each test once, nothing remembered.`);
for (const by of ['school', 'degree', 'department'] as const) {
  for (const count of [2, 6]) {
    const testOf = createRetentionTests(store.aggregator);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const usage = process.cpuUsage();
    const start = performance.now();
    const { test } = await testOf({
      by: [by],
      where: {},
      scope: scopeOfEverything(),
      choice: { kind: 'largest', count },
      withOthers: false,
    });
    delay.disable();
    const took = performance.now() - start;
    const cpu = process.cpuUsage(usage).user / 1000;
    const people = test.status === 'ok' ? test.groups.reduce((sum, { n }) => sum + n, 0) : 0;
    console.log(
      `${`${count} by ${by}`.padEnd(16)} ${String(people).padStart(6)} people ${took.toFixed(0).padStart(6)} ms, processor ${cpu.toFixed(0).padStart(5)} ms, longest hold-up ${(delay.max / 1e6).toFixed(1)} ms`,
    );
  }
}
store.close();
