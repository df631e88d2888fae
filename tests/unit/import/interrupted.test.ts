import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** So many that they are stored in bulk. */
const ROWS = 25_000;

let bench: Workbench;
let file: string;
beforeAll(async () => {
  bench = await openWorkbench();
  file = join(bench.folder, 'hires.csv');
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const left = i % 3 === 0 ? '2024-07-01' : '';
    return `${i},School ${i % 50},College ${i % 7},Major ${i % 20},2023,2023-07-01,${left},${80_000 + i}`;
  });
  const header = 'candidate_id,school,college,major,graduation_year,hired_on,left_on,salary';
  writeFileSync(file, `${header}\n${rows.join('\n')}\n`);
});
afterAll(() => bench.close());

interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the command line; `kill` is told its output as it comes and may kill it. */
function importFile(kill: (output: string, end: () => void) => void = () => {}): Promise<Run> {
  const args = ['--import', 'tsx', 'server/cli/import.ts', 'hires', file];
  const options = ['--database', bench.databasePath, '--new-names', '--as-of', '2026-06-30'];
  const child = spawn(process.execPath, [...args, ...options], { cwd: ROOT });
  let output = '';
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    kill(output, () => child.kill('SIGKILL'));
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, output })));
}

/** Kills at a moment after a word has been said. */
function killAfter(word: string, delay: number): Parameters<typeof importFile>[0] {
  let waiting = false;
  return (output, end) => {
    if (waiting || !output.includes(word)) return;
    waiting = true;
    setTimeout(end, delay);
  };
}

describe('an import that is killed', () => {
  const moments = [
    ['Reading', 150],
    ...[0, 60, 150, 300, 450].map((delay) => ['Committing', delay] as const),
  ] as const;

  it('leaves the data as it was and the draft with its mapping, and a clean run commits', async () => {
    const before = bench.contentHash();
    const indexes = 'SELECT name, sql FROM sqlite_schema ORDER BY name';
    const schema = bench.rows(indexes);
    let interrupted = 0;
    for (const [word, delay] of moments) {
      await importFile(killAfter(word, delay));
      expect(bench.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      const [last] = bench.imports.list();
      // Nobody has to start a server for it to go on.
      expect(last?.status ?? 'none').not.toMatch(/ing$/);
      if (last?.status === 'committed') {
        await bench.imports.undo(last.id);
      } else {
        interrupted += 1;
        if (word === 'Committing') expect(last?.mapping).toMatchObject({ asOf: '2026-06-30' });
      }
      expect(bench.contentHash()).toBe(before);
    }
    expect(interrupted).toBeGreaterThan(2);

    const { code, output } = await importFile();
    expect(output).toContain(
      `${ROWS} rows = ${ROWS} inserted + 0 updated + 0 unchanged + 0 skipped`,
    );
    expect(code).toBe(0);
    expect(bench.rows('SELECT count(*) AS hires FROM hires')).toEqual([{ hires: ROWS }]);
    expect(bench.rows(indexes)).toEqual(schema);
  }, 120_000);
});
