import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { progressText, showProgress } from '../../../server/cli/import-progress.ts';
import type { ImportEvent } from '../../../server/import/watchers.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ROWS = 12_000;

let bench: Workbench;
let file: string;
beforeAll(async () => {
  bench = await openWorkbench();
  file = join(bench.folder, 'hires.csv');
  const rows = Array.from(
    { length: ROWS },
    (_, i) => `C${i},School ${i % 50},Major ${i % 20},2023,01/02/2023,${80_000 + i}`,
  );
  writeFileSync(
    file,
    `candidate_id,school,major,graduation_year,hired_on,salary\n${rows.join('\n')}\n`,
  );
});
afterAll(() => bench.close());

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the command line; `hear` is told its output as it comes and may send a signal. */
function run(
  args: readonly string[],
  hear: (output: string, send: (signal: NodeJS.Signals) => void) => void = () => {},
): Promise<Ended> {
  const all = ['--import', 'tsx', 'server/cli/import.ts', 'hires', file, '--new-names', ...args];
  const child = spawn(process.execPath, [...all, '--database', bench.databasePath], { cwd: ROOT });
  let output = '';
  const listen = (chunk: Buffer): void => {
    output += chunk.toString();
    hear(output, (signal) => child.kill(signal));
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, output })));
}

/** Sends a signal once a word has been said. */
function sendAfter(word: string, signal: NodeJS.Signals): Parameters<typeof run>[1] {
  let sent = false;
  return (output, send) => {
    if (sent || !output.includes(word)) return;
    sent = true;
    send(signal);
  };
}

const SAID = ['--date-order', 'dmy', '--set', 'degree=bachelor'] as const;

describe('an import on the command line that is interrupted', () => {
  it.each([
    ['Ctrl-C while the file is read', 'Reading', 'SIGINT', 130],
    ['Ctrl-C as the commit begins', 'Committing', 'SIGINT', 130],
    ['a service manager as the commit begins', 'Committing', 'SIGTERM', 143],
  ] as const)(
    'by %s leaves nothing, or says that it was committed',
    async (_, word, signal, code) => {
      const before = bench.contentHash();
      const ended = await run(SAID, sendAfter(word, signal));
      const [last] = bench.imports.list();
      if (last?.status === 'committed') {
        expect(ended.code).toBe(0);
        expect(ended.output).toContain(`${ROWS} inserted`);
        await bench.imports.undo(last.id);
      } else {
        expect(ended.code).toBe(code);
        expect(ended.output).toContain('Cancelled: nothing was stored.');
        expect(last?.status).toBe('cancelled');
      }
      expect(bench.contentHash()).toBe(before);
    },
  );
});

it('values for all rows and the order of dates are as for the last file with these headers', async () => {
  const first = await run(SAID);
  expect(first.code).toBe(0);
  const again = await run([]);
  expect(again.output).toContain(
    'as for the last file with these headers: degree=bachelor, date order dmy',
  );
  expect(again.output).toContain(`0 inserted + 0 updated + ${ROWS} unchanged + 0 skipped`);
  const other = await run(['--set', 'degree=', '--date-order', 'mdy', '--dry-run']);
  expect(other.output).not.toContain('as for the last');
  expect(other.output).toContain(`${ROWS} changed`);
});

describe('progress on the command line', () => {
  const event: ImportEvent = {
    event: 'progress',
    status: 'committing',
    done: 450_000,
    total: 1_000_000,
    percent: 45,
    remainingSeconds: 12,
  };

  it('says what is done, how much of it, and how long the rest may take', () => {
    expect(progressText(event)).toBe(
      'Committing: 45 % (450,000 of 1,000,000 rows), about 12 s left',
    );
    expect(progressText({ ...event, status: 'validating', remainingSeconds: null })).toBe(
      'Checking: 45 % (450,000 of 1,000,000 rows)',
    );
    expect(progressText({ event: 'done', result: null })).toBeNull();
  });

  it('is one line that changes on a terminal, and is gone at the end', () => {
    const listeners: ((event: ImportEvent) => void)[] = [];
    const written: string[] = [];
    const watch = (id: number, listener: (typeof listeners)[number]) => {
      listeners[id] = listener;
      return () => {};
    };
    const write = (text: string | Uint8Array) => written.push(String(text)) > 0;
    const hide = showProgress({ watch }, 1, { isTTY: true, write });
    listeners[1]?.(event);
    hide();
    expect(written).toEqual([`\r\u001B[K${progressText(event) ?? ''}`, '\r\u001B[K']);
  });
});
