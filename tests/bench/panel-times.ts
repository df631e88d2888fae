import { join } from 'node:path';
import pino from 'pino';
import { PROJECT_ROOT } from '../../server/config.ts';
import { createApp } from '../../server/http/app.ts';
import { openServices } from '../../server/open-services.ts';
import { openForReading } from '../../server/store/sqlite/open.ts';
import { openStore } from '../../server/store/sqlite/store.ts';
import { tokenHeader } from '../support/sign-in.ts';

const RUNS = 21;

/** What the panels ask for. */
const PANELS: Readonly<Record<string, string>> = {
  'key figures':
    'query?metric=hires&metric=headcount&metric=acceptance_rate&metric=intern_conversion&metric=retention_12m&by=year',
  'hires by year and school': 'query?metric=hires&by=year&by=school',
  'flow school, major, department': 'flow?path=school&path=major&path=department&top=8',
  'table of schools':
    'query?metric=hires&metric=intern_conversion&metric=acceptance_rate&metric=retention_12m&by=school&sort=-hires',
  'median pay by school': 'query?metric=salary_median&by=school&degree=bachelor',
  'retention curves': 'retention?by=school',
  'funnel plot and ranking': 'comparison?metric=acceptance_rate',
  dimensions: 'dimensions',
};

const database = process.env['DATABASE'] ?? join(PROJECT_ROOT, 'data/demo.db');

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

const store = await openStore(database);
const plain = openForReading(database);
const log = pino({ level: 'silent' });
const services = await openServices({ databasePath: database, demo: true, currency: 'CNY' });
const headers = await tokenHeader(services.accounts);
const cold = createApp({ ...services, aggregator: store.aggregator }, log, 'dist/client');
const warm = createApp(services, log, 'dist/client');

const ask = async (app: typeof cold, path: string): Promise<void> => {
  const response = await app.request(`http://127.0.0.1/api/${path}`, { headers });
  if (response.status !== 200)
    throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
};

const peer = plain.prepare(
  'SELECT school_id, graduation_year, count(*) FROM hires WHERE hired_on IS NOT NULL GROUP BY 1, 2',
);
const base = await timed(() => Promise.resolve(peer.all()));

console.log(
  `Database ${database}. Median of ${RUNS} runs; ratio to a bare GROUP BY school, year in SQLite (${base.toFixed(2)} ms).`,
);
for (const [name, path] of Object.entries(PANELS)) {
  const computed = await timed(() => ask(cold, path));
  const recalled = await timed(() => ask(warm, path));
  console.log(
    `${name.padEnd(32)} computed ${computed.toFixed(1).padStart(6)} ms (${(computed / base).toFixed(1)} ×), remembered ${recalled.toFixed(1)} ms`,
  );
}
plain.close();
store.close();
await services.close();
