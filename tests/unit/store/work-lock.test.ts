import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdLock, isLocked } from '../../../server/store/sqlite/work-lock.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const HOLD = `import { holdLock } from './server/store/sqlite/work-lock.ts';
holdLock(process.argv[1]);
console.log('held');
setInterval(() => {}, 1000);`;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talentbridge-'));
  path = join(folder, 'file.work');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a lock holds until it is let go, and leaves no file', () => {
  expect(isLocked(path)).toBe(false);
  const letGo = holdLock(path);
  expect(isLocked(path)).toBe(true);
  // Looking at it takes nothing away, and who comes second neither has it nor ends it.
  holdLock(path)();
  expect(isLocked(path)).toBe(true);
  letGo();
  expect(isLocked(path)).toBe(false);
  expect(existsSync(path)).toBe(false);
});

it('a lock of another process holds until that is killed', async () => {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', HOLD, path];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  expect(isLocked(path)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isLocked(path)).toBe(false);
});
